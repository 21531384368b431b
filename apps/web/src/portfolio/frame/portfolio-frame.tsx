'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import { useEffect } from 'react';
import { WHILE_SEEN } from '../../market/market-api.ts';
import { Notice } from '../../components/ui/notice.tsx';
import { QueryFailure, Skeleton } from '../../components/ui/loaded.tsx';
import { PanelBoundary } from '../../components/ui/panel-boundary.tsx';
import { Tabs } from '../../components/ui/tabs.tsx';
import { FirstPortfolio } from '../edit/first-portfolio.tsx';
import { ImportPanel } from '../edit/import-panel.tsx';
import { PortfolioDialogs } from '../edit/portfolio-dialogs.tsx';
import { TransactionsPanel } from '../edit/transactions-panel.tsx';
import { changeAddress, useAddressPart } from '../address.ts';
import { usePortfoliosQuery } from '../../portfolio-api/portfolio-api.ts';
import { HideSwitch } from '../figures/hide-switch.tsx';
import { AsReader } from '../figures/reading.tsx';
import { GainsPanel } from '../gains/gains-panel.tsx';
import { HowDialogs } from '../how/how-dialogs.tsx';
import { Overview } from '../overview/overview.tsx';
import { chosenOf, keepChosen } from './chosen-portfolio.ts';
import { PortfolioChooser } from './portfolio-chooser.tsx';
import { PORTFOLIO_TABS, tabOf, type PortfolioTab } from './tabs.ts';

interface HeaderProps {
  portfolios: readonly Portfolio[];
  chosen: Portfolio | null;
}

function Header({ portfolios, chosen }: HeaderProps) {
  const hasChoice = portfolios.length > 1 || (chosen === null && portfolios.length > 0);
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="flex min-w-0 items-baseline gap-2">
        <h1 className={hasChoice ? 'sr-only' : 'truncate text-lg font-semibold tracking-tight'}>
          {chosen?.name ?? 'Portfolio'}
        </h1>
        {hasChoice && <PortfolioChooser portfolios={portfolios} chosen={chosen} />}
        {chosen !== null && !hasChoice && (
          <span className="text-xs text-muted">{chosen.base_currency}</span>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {chosen !== null && <HideSwitch />}
        <PortfolioDialogs portfolio={chosen} />
      </div>
    </header>
  );
}

const PANELS: Record<PortfolioTab, (props: { portfolio: Portfolio }) => React.ReactNode> = {
  overview: Overview,
  transactions: TransactionsPanel,
  gains: GainsPanel,
  import: ImportPanel,
};

function OnePortfolio({ portfolio }: { portfolio: Portfolio }) {
  const tab = tabOf(useAddressPart('tab'));
  const Panel = PANELS[tab];
  useEffect(() => keepChosen(portfolio.portfolio_id), [portfolio.portfolio_id]);
  return (
    <AsReader currency={portfolio.base_currency}>
      <HowDialogs portfolioId={portfolio.portfolio_id}>
        <Tabs
          label="Views of the portfolio"
          tabs={PORTFOLIO_TABS}
          value={tab}
          onChange={(next) => changeAddress({ tab: next, transaction: null })}
        >
          <PanelBoundary title="This view failed to draw." key={tab}>
            <Panel portfolio={portfolio} />
          </PanelBoundary>
        </Tabs>
      </HowDialogs>
    </AsReader>
  );
}

/** The portfolios of whoever is signed in, one of them shown. */
export function PortfolioFrame() {
  const query = usePortfoliosQuery({ deleted: false }, WHILE_SEEN);
  const named = useAddressPart('portfolio');
  const { data: portfolios, error } = query;
  if (portfolios === undefined) {
    return error === undefined ? (
      <Skeleton className="h-96 w-full rounded-xl" />
    ) : (
      <QueryFailure title="Your portfolios could not be loaded." query={query} />
    );
  }
  const chosen = chosenOf(portfolios, named);
  return (
    <div className="flex flex-col gap-2 md:gap-3">
      <Header portfolios={portfolios} chosen={chosen} />
      {chosen !== null && <OnePortfolio key={chosen.portfolio_id} portfolio={chosen} />}
      {chosen === null && portfolios.length > 0 && (
        <Notice tone="notice" role="status">
          The portfolio of this address is not among yours: it was deleted, or is another person’s.
          Choose one above.
        </Notice>
      )}
      {portfolios.length === 0 && <FirstPortfolio />}
    </div>
  );
}
