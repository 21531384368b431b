'use client';

import { useEffect } from 'react';
import { useAppDispatch, useAppSelector } from '../store/store-provider.tsx';
import { elapsed } from './elapsed.ts';
import { useFeedsQuery } from './market-api.ts';
import { pricesAged } from './prices-slice.ts';

const LOOK_MS = 1_000;
/** The server tells an unchanged price again every 10 s: after three times that it has fallen silent. */
const SILENT_MS = 30_000;
/** When the line is known to be down a price grows old sooner, as one of a dead feed does on the server. */
const DOWN_MS = 10_000;

/** Lets prices grow stale of which nothing is heard, also while the device is offline. For the frame, once. */
export function usePriceAging(): void {
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
