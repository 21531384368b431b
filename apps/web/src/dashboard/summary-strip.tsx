'use client';

import type { Coin } from '@tidemark/contracts/coin';
import { useMemo, type ReactNode } from 'react';
import { cn } from '../components/ui/class-names.ts';
import { Skeleton } from '../components/ui/loaded.tsx';
import { formatCompactUsd } from '../format/compact.ts';
import { MISSING } from '../format/price.ts';
import { Change } from '../market/change.tsx';
import { useAppSelector } from '../store/store-provider.tsx';
import { selectCoin } from './selected-coin.ts';
import { summarise } from './summary.ts';

function Figure({ name, note, children }: { name: string; note: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5 bg-surface px-4 py-3">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="figures flex h-7 items-center truncate text-lg font-semibold tracking-[-0.015em]">
        {children}
      </dd>
      <dd className="figures h-4 truncate text-2xs text-muted">{note}</dd>
    </div>
  );
}

const waiting = <Skeleton className="h-5 w-20" />;

function Breadth({ up, down, stale }: { up: number; down: number; stale: boolean }) {
  return (
    <span className="flex gap-3">
      <span className={cn(!stale && 'text-up')}>
        <span aria-hidden className="mr-1 text-[0.65em]">
          ▲
        </span>
        <span className="sr-only">rising </span>
        {up}
      </span>
      <span className={cn(!stale && 'text-down')}>
        <span aria-hidden className="mr-1 text-[0.65em]">
          ▼
        </span>
        <span className="sr-only">falling </span>
        {down}
      </span>
    </span>
  );
}

/** How many prices are fresh; the stale ones stand out when there are any. */
function Freshness({ fresh, stale }: { fresh: number; stale: number }) {
  return (
    <>
      {fresh} fresh ·{' '}
      <span className={cn(stale > 0 && 'font-medium text-down')}>{stale} stale</span>
    </>
  );
}

/** The market in four figures. */
export function SummaryStrip({ coins }: { coins: readonly Coin[] | undefined }) {
  const prices = useAppSelector((state) => state.prices);
  const known = useMemo(() => summarise(coins ?? [], prices), [coins, prices]);
  const ready = coins !== undefined && known.fresh + known.stale > 0;
  const stale = ready && known.fresh === 0;
  const top = known.topMover;
  return (
    <dl
      data-stale={stale}
      className={cn(
        'grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line lg:grid-cols-4',
        stale && 'text-muted',
      )}
    >
      <Figure
        name="Coins"
        note={ready ? <Freshness fresh={known.fresh} stale={known.stale} /> : ''}
      >
        {coins?.length ?? waiting}
      </Figure>
      <Figure
        name="24h volume"
        note={ready ? (stale ? 'as last known' : 'Binance and Coinbase') : ''}
      >
        {ready ? formatCompactUsd(known.volume) : waiting}
      </Figure>
      <Figure
        name="Rising and falling"
        note={ready ? (stale ? 'as last known' : 'over 24 hours') : ''}
      >
        {top !== null ? (
          <Breadth up={known.up} down={known.down} stale={stale} />
        ) : ready ? (
          MISSING
        ) : (
          waiting
        )}
      </Figure>
      <Figure
        name="Moved furthest"
        note={top === null ? '' : <Change percent={top.percent} stale={stale} />}
      >
        {top !== null ? (
          <button
            type="button"
            onClick={() => selectCoin(top.coin.coin_id)}
            className="truncate hover:text-accent"
          >
            {top.coin.name}
          </button>
        ) : ready ? (
          MISSING
        ) : (
          waiting
        )}
      </Figure>
    </dl>
  );
}
