'use client';

import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';
import { useEffect, useRef } from 'react';
import { WHILE_SEEN } from '../../market/market-api.ts';
import { usePerformanceQuery } from '../../portfolio-api/valuation-api.ts';
import { withLive } from './live-value.ts';
import { usePortfolioStream } from './use-portfolio-stream.ts';

/** While the stream tells of changes, all figures are asked for this often; without it, as a slow check. */
const MOVING_MS = 5_000;
const RESTING_MS = 30_000;

/** Calls at once, and again for calls that come within `ms`, when these are over. */
function useThrottled(call: () => void, ms: number): () => void {
  const latest = useRef(call);
  const timer = useRef<number | null>(null);
  const isWanted = useRef(false);
  useEffect(() => {
    latest.current = call;
  });
  useEffect(() => () => window.clearTimeout(timer.current ?? undefined), []);
  function run() {
    isWanted.current = false;
    latest.current();
    timer.current = window.setTimeout(() => {
      timer.current = null;
      if (isWanted.current) run();
    }, ms);
  }
  return () => {
    if (timer.current === null) run();
    else isWanted.current = true;
  };
}

/** The figures of a portfolio by its own method, live: the value by the stream, the rest a few seconds behind it. */
export function usePerformance(portfolioId: string) {
  const query = usePerformanceQuery(
    { portfolioId },
    { ...WHILE_SEEN, pollingInterval: RESTING_MS, refetchOnMountOrArgChange: 5 },
  );
  const { refetch, currentData } = query;
  const ask = useThrottled(() => void refetch(), MOVING_MS);
  const live = usePortfolioStream(portfolioId, ask);
  const data: PortfolioPerformance | undefined = currentData && withLive(currentData, live);
  return { ...query, data };
}
