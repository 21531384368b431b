'use client';

import type { Coin } from '@tidemark/contracts/coin';
import type { ReactNode } from 'react';
import { Skeleton } from '../components/ui/skeleton.tsx';
import { formatCompactUsd } from '../format/compact.ts';
import { MISSING } from '../format/missing.ts';
import { Change } from '../market/change.tsx';
import { useAppSelector } from '../store/hooks.ts';
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

function Breadth({ up, down }: { up: number; down: number }) {
  return (
    <span className="flex gap-3">
      <span className="text-up">
        <span aria-hidden className="mr-1 text-[0.65em]">
          ▲
        </span>
        <span className="sr-only">rising </span>
        {up}
      </span>
      <span className="text-down">
        <span aria-hidden className="mr-1 text-[0.65em]">
          ▼
        </span>
        <span className="sr-only">falling </span>
        {down}
      </span>
    </span>
  );
}

/** The market in four figures. */
export function SummaryStrip({ coins }: { coins: readonly Coin[] | undefined }) {
  const ticks = useAppSelector((state) => state.prices.byCoin);
  const known = summarise(coins ?? [], ticks);
  const ready = coins !== undefined && known.fresh + known.stale > 0;
  const top = known.topMover;
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line lg:grid-cols-4">
      <Figure name="Coins" note={ready ? `${known.fresh} fresh · ${known.stale} stale` : ''}>
        {coins?.length ?? waiting}
      </Figure>
      <Figure name="24h volume" note={ready ? 'Binance and Coinbase' : ''}>
        {ready ? formatCompactUsd(known.volume) : waiting}
      </Figure>
      <Figure name="Rising and falling" note={ready ? 'over 24 hours' : ''}>
        {top !== null ? <Breadth up={known.up} down={known.down} /> : ready ? MISSING : waiting}
      </Figure>
      <Figure name="Moved furthest" note={top === null ? '' : <Change percent={top.percent} />}>
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
