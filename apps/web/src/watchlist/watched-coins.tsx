'use client';

import type { Coin } from '@tidemark/contracts/coin';
import type { Watchlist } from '@tidemark/contracts/watchlist';
import { useEffect, useRef, useState } from 'react';
import { useSend, whyNot } from '../account/use-send.ts';
import { say } from '../components/ui/toasts.ts';
import { useCoinsQuery } from '../market/market-api.ts';
import { moved } from './order.ts';
import { useDragOrder } from './use-drag-order.ts';
import { WatchedRow } from './watched-row.tsx';
import { coinChanges, watchlistChanges } from './watchlist-changes.ts';

/** Says what was not done; the list is read again then, and shows what is there now. */
function sayFault(answer: { error?: unknown }): void {
  const why = whyNot(answer);
  if (why !== null) say(`Not saved. ${why}`, { tone: 'fault' });
}

/** What can be done with the coins of a list; each is shown at once. */
function useListChanges({ watchlist_id, coins }: Watchlist) {
  // The first list has no id while it is being made.
  const listId = watchlist_id === '' ? null : watchlist_id;
  const change = useSend(watchlistChanges.endpoints.changeWatchlist);
  const put = useSend(coinChanges.endpoints.watchCoin);
  const take = useSend(coinChanges.endpoints.unwatchCoin);
  return {
    order: async (from: number, to: number) => {
      const next = moved(coins, from, to).map(({ coin_id }) => ({ coin_id }));
      sayFault(await change({ listId, change: { coins: next } }));
    },
    note: async (coinId: string, note: string | null) =>
      sayFault(await put({ listId, coinId, note })),
    remove: async (index: number, name: string) => {
      const coin = coins[index];
      if (coin === undefined) return;
      const answer = await take({ listId, coinId: coin.coin_id });
      sayFault(answer);
      if (answer.error !== undefined) return;
      const run = () => void put({ listId, coinId: coin.coin_id, note: coin.note }).then(sayFault);
      say(`${name} is out of this list.`, { action: { label: 'Undo', run } });
    },
  };
}

/** Gives the focus back to the handle of a coin that was moved by keys: its row stands elsewhere in the page now. */
function useFocusAfterMove(rows: React.RefObject<HTMLElement | null>, coins: Watchlist['coins']) {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const row = [...(rows.current?.children ?? [])].find(
      (element) => element instanceof HTMLElement && element.dataset.coin === wanted.current,
    );
    wanted.current = null;
    row?.querySelector<HTMLElement>('[data-handle]')?.focus();
  }, [rows, coins]);
  return wanted;
}

const NONE: readonly Coin[] = [];

/** The coins of a list in their order, which can be changed by dragging and by keys. */
export function WatchedCoins({ list }: { list: Watchlist }) {
  const { data: known = NONE } = useCoinsQuery(undefined);
  const rows = useRef<HTMLOListElement>(null);
  const [told, setTold] = useState('');
  const changes = useListChanges(list);
  const focusAfter = useFocusAfterMove(rows, list.coins);
  const coins = list.coins.map(({ coin_id, note }) => ({
    coin: known.find((coin) => coin.coin_id === coin_id) ?? { coin_id },
    note,
  }));
  const nameOf = (index: number) => {
    const coin = coins[index]?.coin;
    return coin === undefined ? '' : 'name' in coin ? coin.name : coin.coin_id;
  };
  function move(from: number, to: number) {
    setTold(`${nameOf(from)} is now number ${to + 1} of ${coins.length}.`);
    void changes.order(from, to);
  }
  const drag = useDragOrder(rows, move);
  return (
    <>
      <ol ref={rows}>
        {coins.map(({ coin, note }, index) => (
          <WatchedRow
            key={coin.coin_id}
            coin={coin}
            note={note}
            isFirst={index === 0}
            isLast={index === coins.length - 1}
            handle={drag.handleProps(index)}
            shift={drag.shiftOf(index)}
            dragged={drag.dragged === index}
            onStep={(step) => {
              const to = index + step;
              if (to < 0 || to >= coins.length) return;
              focusAfter.current = coin.coin_id;
              move(index, to);
            }}
            onNote={(text) => void changes.note(coin.coin_id, text)}
            onRemove={() => void changes.remove(index, nameOf(index))}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}
