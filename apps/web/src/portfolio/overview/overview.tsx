'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';
import { QueryFailure, Skeleton } from '../../components/ui/loaded.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { FirstTransaction } from '../edit/first-transaction.tsx';
import { HistoryPanel } from '../history/history-panel.tsx';
import { usePerformance } from '../live/use-performance.ts';
import { AllocationPanel } from './allocation-panel.tsx';
import { Attention } from './attention.tsx';
import { BestWorstPanel } from './best-worst-panel.tsx';
import { ContributionsPanel } from './contributions-panel.tsx';
import { MadeOfPanel } from './made-of-panel.tsx';
import { PositionsPanel } from './positions-panel.tsx';
import { RiskPanel } from './risk-panel.tsx';
import { WorthPanel } from './worth-panel.tsx';

function Waiting() {
  return (
    <div className="flex flex-col gap-3 md:gap-4">
      <Skeleton className="h-72 w-full rounded-xl md:h-52" />
      <Skeleton className="h-96 w-full rounded-xl" />
      <Skeleton className="h-64 w-full rounded-xl" />
    </div>
  );
}

/** Whether nothing was ever put in. */
function isEmpty({ positions, closed, time_weighted, oversold }: PortfolioPerformance): boolean {
  return positions.length + closed.length + oversold.length === 0 && time_weighted.since === null;
}

interface PanelsProps {
  portfolioId: string;
  performance: PortfolioPerformance;
}

function Panels({ portfolioId, performance }: PanelsProps) {
  return (
    <>
      <Attention portfolioId={portfolioId} performance={performance} />
      <WorthPanel performance={performance} />
      <div className="grid gap-3 md:gap-4 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <HistoryPanel portfolioId={portfolioId} />
        <AllocationPanel performance={performance} />
      </div>
      <PositionsPanel portfolioId={portfolioId} performance={performance} />
      <div className="grid items-start gap-3 md:gap-4 lg:grid-cols-2">
        <MadeOfPanel performance={performance} />
        <ContributionsPanel portfolioId={portfolioId} />
        <BestWorstPanel performance={performance} />
        <RiskPanel portfolioId={portfolioId} />
      </div>
    </>
  );
}

/** A portfolio at a glance. */
export function Overview({ portfolio }: { portfolio: Portfolio }) {
  const { portfolio_id } = portfolio;
  const query = usePerformance(portfolio_id);
  const { data, error } = query;
  if (data === undefined) {
    if (error === undefined) return <Waiting />;
    return <QueryFailure title="What it is worth could not be loaded." query={query} />;
  }
  if (isEmpty(data)) return <FirstTransaction portfolio={portfolio} />;
  return (
    <div className="flex flex-col gap-3 md:gap-4">
      {error !== undefined && (
        <Notice tone="notice" role="status">
          The server is not answering: these are the figures of before. They go on by themselves.
        </Notice>
      )}
      <Panels portfolioId={portfolio_id} performance={data} />
    </div>
  );
}
