'use client';

import { useEffect } from 'react';
import { useAppDispatch, useAppSelector } from '../store/store-provider.tsx';
import { useCoinsQuery, useFeedsQuery, usePricesQuery, WHILE_SEEN } from './market-api.ts';
import { pricesArrived } from './prices-slice.ts';

const FEEDS_MS = 5_000;
const COINS_RETRY_MS = 5_000;
/** How often prices are asked for while the stream does not bring them. */
const PRICES_MS = 5_000;
/** And while it does: a slow check that nothing was missed. */
const PRICES_STREAMED_MS = 60_000;

/** Keeps feeds and prices fresh over HTTP, also while the stream is down; asks again for coins until they come. */
export function useMarketPolling(): void {
  const dispatch = useAppDispatch();
  const streamed = useAppSelector((state) => state.stream.status === 'open');
  const { isError: noCoins } = useCoinsQuery(undefined);
  useCoinsQuery(undefined, { pollingInterval: noCoins ? COINS_RETRY_MS : 0 });
  useFeedsQuery(undefined, { pollingInterval: FEEDS_MS, ...WHILE_SEEN });
  const { data, fulfilledTimeStamp } = usePricesQuery(undefined, {
    pollingInterval: streamed ? PRICES_STREAMED_MS : PRICES_MS,
    ...WHILE_SEEN,
  });
  // An answer that says the same again is news too: the prices hold.
  useEffect(() => {
    if (data !== undefined) dispatch(pricesArrived(data));
  }, [data, fulfilledTimeStamp, dispatch]);
}
