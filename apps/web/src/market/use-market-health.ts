'use client';

import { useAppSelector } from '../store/store-provider.tsx';
import { useFeedsQuery } from './market-api.ts';
import { isAllStale } from './prices-slice.ts';
import { marketHealth, type MarketHealth } from './market-health.ts';

/** The state of the market as of the last answer of the feeds. */
export function useMarketHealth(): MarketHealth {
  const stream = useAppSelector((state) => state.stream);
  const { data, isError, startedTimeStamp, fulfilledTimeStamp } = useFeedsQuery(undefined);
  const lastAnswer = fulfilledTimeStamp ?? startedTimeStamp ?? 0;
  return marketHealth({
    feeds: data,
    unreachableSince: isError ? lastAnswer : null,
    stream,
    now: lastAnswer,
    allStale: useAppSelector((state) => isAllStale(state.prices)),
  });
}
