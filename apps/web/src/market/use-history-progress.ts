'use client';

import { useEffect, useRef } from 'react';
import { useAppDispatch } from '../store/store-provider.tsx';
import { marketApi, useFeedsQuery } from './market-api.ts';

/** How often the sparklines are drawn anew while history loads: at each such part of it. */
const PARTS = 6;

/** Asks for candles again as the server's history grows: on a first start it comes in while one looks. */
export function useHistoryProgress(): void {
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
