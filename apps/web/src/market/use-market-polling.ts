'use client';

import { useEffect, useRef } from 'react';
import { useAppDispatch, useAppSelector } from '../store/store-provider.tsx';
import {
  useCoinsQuery,
  useFeedsQuery,
  usePricesQuery,
  WHILE_SEEN,
  marketApi,
} from './market-api.ts';
import { pricesArrived, pricesAged } from './prices-slice.ts';
import { elapsed } from './elapsed.ts';

const FEEDS_MS = 5_000;
const COINS_RETRY_MS = 5_000;
/** How often prices are asked for while the stream does not bring them. */
const PRICES_MS = 5_000;
/** And while it does: a slow check that nothing was missed. */
const PRICES_STREAMED_MS = 60_000;

/**
 * Keeps what the pages show of the market fresh over HTTP, also while the stream is down; asks again for coins until they
 * come. For the frame, once.
 */
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
  usePriceAging();
  useHistoryProgress();
}

const LOOK_MS = 1_000;
/** The server tells an unchanged price again every 10 s: after three times that it has fallen silent. */
const SILENT_MS = 30_000;
/** When the line is known to be down a price grows old sooner, as one of a dead feed does on the server. */
const DOWN_MS = 10_000;

/** Lets prices grow stale of which nothing is heard, also while the device is offline. */
function usePriceAging(): void {
  const dispatch = useAppDispatch();
  const isOffline = useAppSelector((state) => state.stream.status === 'offline');
  const { isError } = useFeedsQuery(undefined);
  const limitMs = isOffline || isError ? DOWN_MS : SILENT_MS;
  useEffect(() => {
    const look = () => dispatch(pricesAged({ now: elapsed(), limitMs }));
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [dispatch, limitMs]);
}

/** How often the sparklines are drawn anew while history loads: at each such part of it. */
const PARTS = 6;

/** Asks for candles again as the server's history grows: on a first start it comes in while one looks. */
function useHistoryProgress(): void {
  const dispatch = useAppDispatch();
  const { data } = useFeedsQuery(undefined);
  const { done, total } = data?.history ?? { done: null, total: 0 };
  const part = done === null ? null : Math.floor((PARTS * done) / Math.max(1, total));
  const before = useRef({ done, part });

  useEffect(() => {
    const { done: doneBefore, part: partBefore } = before.current;
    before.current = { done, part };
    if (doneBefore === null || doneBefore === done) return;
    dispatch(marketApi.util.invalidateTags(['Candles']));
    if (part !== partBefore) dispatch(marketApi.util.invalidateTags(['Sparklines']));
  }, [done, part, dispatch]);
}
