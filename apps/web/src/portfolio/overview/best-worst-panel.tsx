'use client';

import type { PortfolioPerformance, Position } from '@tidemark/contracts/portfolio-value';
import { Panel, PanelHeader, PanelTitle } from '../../components/ui/panel.tsx';
import { useAssetNames } from '../coin-names.ts';
import { MoneyGain, PercentGain } from '../figures/figure.tsx';
import { bestAndWorst } from './best-worst.ts';

function Row({ position }: { position: Position }) {
  const name = useAssetNames()(position.asset, position.coin_id);
  return (
    <li className="flex min-h-9 items-center gap-2 px-4">
      <span className="flex min-w-0 flex-1 items-baseline gap-2">
        <span className="shrink-0 font-medium">{position.asset}</span>
        <span className="truncate text-xs text-muted">{name}</span>
      </span>
      <MoneyGain amount={position.unrealised} className="text-[0.8125rem]" />
      <span className="w-20 shrink-0 text-right">
        <PercentGain percent={position.unrealised_percent} />
      </span>
    </li>
  );
}

function Side({ title, positions }: { title: string; positions: readonly Position[] }) {
  return (
    <div className="min-w-0">
      <h3 className="px-4 py-1 text-xs text-muted">{title}</h3>
      <ol>
        {positions.map((position) => (
          <Row key={position.asset} position={position} />
        ))}
      </ol>
      {positions.length === 0 && <p className="px-4 py-1.5 text-muted">None</p>}
    </div>
  );
}

/** What gained and lost most of its cost, of what is held. */
export function BestWorstPanel({ performance }: { performance: PortfolioPerformance }) {
  const { best, worst } = bestAndWorst(performance.positions);
  return (
    <Panel aria-label="Best and worst" className="pb-2">
      <PanelHeader>
        <PanelTitle>Best and worst</PanelTitle>
        <span className="text-xs text-muted">gain or loss of the cost</span>
      </PanelHeader>
      <div className="flex flex-col gap-2">
        <Side title="Gained most" positions={best} />
        <Side title="Lost most" positions={worst} />
      </div>
    </Panel>
  );
}
