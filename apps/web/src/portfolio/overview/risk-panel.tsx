'use client';

import type { PortfolioRisk } from '@tidemark/contracts/portfolio-history';
import type { ReactNode } from 'react';
import { Loaded } from '../../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { useRiskQuery } from '../../portfolio-api/history-api.ts';
import { dayText } from '../figures/day-text.ts';
import { Percent, Unknown } from '../figures/figure.tsx';
import { plainText } from '../figures/number-text.ts';
import { useReading } from '../figures/reading.tsx';

function Line({ name, note, children }: { name: string; note: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-12 items-center justify-between gap-3 border-t border-line px-4 py-1.5 first:border-t-0">
      <dt className="min-w-0 text-[0.8125rem]">
        {name}
        <span className="block text-2xs text-muted">{note}</span>
      </dt>
      <dd className="shrink-0 font-medium">{children}</dd>
    </div>
  );
}

function Figures({ risk }: { risk: PortfolioRisk }) {
  const { locale } = useReading();
  const { days, drawdown_from: from, drawdown_to: to, correlation_with_bitcoin: rho } = risk;
  const reason = `Too few days with a return yet: ${days}.`;
  return (
    <>
      <dl>
        <Line name="Volatility" note="of a year">
          <Percent percent={risk.volatility_percent} reason={reason} />
        </Line>
        <Line
          name="Largest drawdown"
          note={
            from === null || to === null
              ? 'from a peak to the trough after it'
              : `${dayText(from, locale)} to ${dayText(to, locale)}`
          }
        >
          <Percent percent={risk.max_drawdown_percent} reason={reason} />
        </Line>
        <Line name="Value at risk" note="loss of a day; on 5 days of 100 it was more">
          <Percent percent={risk.value_at_risk_percent} reason={reason} />
        </Line>
        <Line name="Correlation with bitcoin" note="of daily returns, −1 to 1">
          {rho === null ? <Unknown reason={reason} /> : plainText(rho, locale)}
        </Line>
      </dl>
      <p className="px-4 pt-1 text-2xs text-muted">
        Of {days} daily {days === 1 ? 'return' : 'returns'}.
        {risk.volatility_percent === null && ' They are too few for all figures.'}
      </p>
    </>
  );
}

/** How much the value swings. */
export function RiskPanel({ portfolioId }: { portfolioId: string }) {
  const query = useRiskQuery(portfolioId);
  return (
    <Panel aria-label="Risk" className="pb-3">
      <PanelHeader>
        <PanelTitle>Risk</PanelTitle>
      </PanelHeader>
      <Loaded query={{ ...query, data: query.currentData }} what="Risk figures" height="h-52">
        {(risk) => <Figures risk={risk} />}
      </Loaded>
    </Panel>
  );
}
