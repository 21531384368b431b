'use client';

import type { Coin } from '@tidemark/contracts/coin';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'react-redux';
import type { Store } from '../store/store.ts';
import { sortCoins, type Sort } from '../market/market-order.ts';

/** How often an order by moving figures is taken anew, so that rows do not jump under the pointer. */
const REORDER_MS = 10_000;

/** The coins in order. An order by price, change or volume is taken every 10 s, not at each tick. */
export function useMarketOrder(coins: readonly Coin[] | undefined, sort: Sort): Coin[] {
  const store = useStore() as Store;
  const [ticks, setTicks] = useState(() => store.getState().prices.byCoin);
  const moves = sort.key !== 'rank' && sort.key !== 'name';

  useEffect(() => {
    if (!moves) return;
    const take = () => setTicks(store.getState().prices.byCoin);
    const first = setTimeout(take, 0);
    const timer = setInterval(take, REORDER_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [store, moves, sort]);

  return useMemo(() => sortCoins(coins ?? [], ticks, sort), [coins, ticks, sort]);
}
