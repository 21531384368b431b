'use client';

import type { Mover, MoversView } from '@tidemark/contracts/price';
import { useState } from 'react';
import { Choice } from '../components/ui/choice.tsx';
import { QueryFailure, Skeleton } from '../components/ui/loaded.tsx';
import { Panel, PanelHeader, PanelTitle } from '../components/ui/panel.tsx';
import { Change } from '../market/change.tsx';
import { LivePrice } from '../market/live-price.tsx';
import { useMoversQuery, WHILE_SEEN } from '../market/market-api.ts';
import { isStale } from '../market/prices-slice.ts';
import { StaleBadge } from '../market/quality-badge.tsx';
import { useAppSelector } from '../store/store-provider.tsx';
import { WatchStar } from '../watchlist/watch-star.tsx';
import { selectCoin } from './selected-coin.ts';

type Window = MoversView['window'];

const MOVERS_MS = 5_000;
const SHOWN = 5;
const SLOTS = Array.from({ length: SHOWN }, (_, index) => index);
const WINDOWS: readonly { value: Window; label: string }[] = [
  { value: '1h', label: '1H' },
  { value: '24h', label: '24H' },
  { value: '7d', label: '7D' },
  { value: '30d', label: '30D' },
];

function MoverRow({ mover }: { mover: Mover }) {
  const tick = useAppSelector((state) => state.prices.byCoin[mover.coin_id]);
  const stale = useAppSelector((state) => isStale(state.prices, mover.coin_id));
  return (
    <div className="flex h-full items-center pl-2 hover:bg-raised">
      <WatchStar coinId={mover.coin_id} name={mover.name} />
      <button
        type="button"
        onClick={() => selectCoin(mover.coin_id)}
        className="flex h-full min-w-0 flex-1 items-center gap-2 pr-4 pl-1 text-left focus-visible:-outline-offset-2"
      >
        <span className="flex min-w-0 flex-1 items-baseline gap-2">
          <span className="shrink-0 font-medium">{mover.symbol}</span>
          <span className="truncate text-xs text-muted">{mover.name}</span>
        </span>
        {stale && <StaleBadge />}
        <LivePrice
          key={mover.coin_id}
          price={tick?.price ?? mover.price}
          stale={stale}
          className="text-right"
        />
        <Change percent={mover.change_pct} stale={stale} className="w-[4.75rem] justify-end" />
      </button>
    </div>
  );
}

interface MoverListProps {
  title: string;
  movers: readonly Mover[] | undefined;
}

function MoverList({ title, movers }: MoverListProps) {
  return (
    <div className="min-w-0 flex-1">
      <h3 className="px-4 pt-1 pb-1 text-xs text-muted">{title}</h3>
      <ol>
        {SLOTS.map((slot) => {
          const mover = movers?.[slot];
          return (
            <li key={slot} className="h-9">
              {movers === undefined && (
                <span className="flex h-full items-center px-4">
                  <Skeleton className="h-4 w-full" />
                </span>
              )}
              {mover !== undefined && <MoverRow mover={mover} />}
              {movers?.length === 0 && slot === 0 && (
                <span className="flex h-full items-center px-4 text-muted">
                  None in this window
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Gainers and losers of a window. Slots keep their place; the coins in them change. */
export function MoversPanel() {
  const [window, setWindow] = useState<Window>('24h');
  const query = useMoversQuery(window, {
    pollingInterval: MOVERS_MS,
    ...WHILE_SEEN,
  });
  const { currentData, error } = query;
  return (
    <Panel aria-label="Movers" className="lg:h-[31.25rem]">
      <PanelHeader>
        <PanelTitle>Movers</PanelTitle>
        <Choice label="Window" options={WINDOWS} value={window} onChange={setWindow} />
      </PanelHeader>
      {error !== undefined && currentData === undefined ? (
        <QueryFailure
          title="Movers could not be loaded."
          query={query}
          className="min-h-[26.5rem] flex-1 md:min-h-0"
        />
      ) : (
        <div className="flex flex-1 flex-col justify-around gap-2 pb-2 md:flex-row lg:flex-col">
          <MoverList title="Gainers" movers={currentData?.gainers} />
          <MoverList title="Losers" movers={currentData?.losers} />
        </div>
      )}
    </Panel>
  );
}
