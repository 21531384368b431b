'use client';

import type { Coin } from '@tidemark/contracts/coin';
import { memo } from 'react';
import { cn } from '../components/ui/class-names.ts';
import { formatCompactUsd } from '../format/compact.ts';
import { directionOf } from '../format/percent.ts';
import { Change } from '../market/change.tsx';
import { LivePrice } from '../market/live-price.tsx';
import { isStale } from '../market/prices-slice.ts';
import { QualityBadge } from '../market/quality-badge.tsx';
import { useAppSelector } from '../store/store-provider.tsx';
import { WatchStar } from '../watchlist/watch-star.tsx';
import { COLUMNS } from './columns.ts';
import { RangeBar } from './range-bar.tsx';
import { selectCoin } from './selected-coin.ts';
import { Sparkline } from '../market/sparkline.tsx';

interface MarketRowProps {
  coin: Coin;
  rank: number;
  selected: boolean;
  /** The one row whose star and button the Tab key reaches; the arrow keys go on from there. */
  reachable: boolean;
}

/** One coin. Draws anew only when its own price changes. */
export const MarketRow = memo(function MarketRow({
  coin,
  rank,
  selected,
  reachable,
}: MarketRowProps) {
  const tick = useAppSelector((state) => state.prices.byCoin[coin.coin_id]);
  const stale = useAppSelector((state) => isStale(state.prices, coin.coin_id));
  const direction = stale ? null : directionOf(tick?.change_24h_pct);
  return (
    <tr
      data-coin={coin.coin_id}
      onClick={() => selectCoin(coin.coin_id)}
      className={cn(
        'h-[3.25rem] cursor-pointer border-t border-line transition-colors hover:bg-raised/60',
        selected && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <td className={COLUMNS.star.className}>
        <WatchStar coinId={coin.coin_id} name={coin.name} tabIndex={reachable ? 0 : -1} />
      </td>
      <td className={cn(COLUMNS.rank.className, 'figures text-xs text-muted')}>{rank}</td>
      <th scope="row" className={cn(COLUMNS.coin.className, 'font-normal')}>
        <button
          type="button"
          aria-pressed={selected}
          tabIndex={reachable ? 0 : -1}
          className="flex max-w-full flex-col items-start text-left lg:flex-row lg:items-baseline lg:gap-2"
        >
          <span className="max-w-full truncate font-medium">{coin.name}</span>
          <span className="flex items-center gap-1.5 text-xs text-muted">
            {coin.symbol}
            <QualityBadge tick={tick} stale={stale} />
          </span>
        </button>
      </th>
      <td className={COLUMNS.price.className}>
        <LivePrice price={tick?.price} stale={stale} />
        <Change
          percent={tick?.change_24h_pct}
          stale={stale}
          className="flex justify-end text-xs md:hidden"
        />
      </td>
      <td className={COLUMNS.change.className}>
        <Change percent={tick?.change_24h_pct} stale={stale} />
      </td>
      <td className={COLUMNS.range.className}>
        <RangeBar tick={tick} stale={stale} />
      </td>
      <td className={cn(COLUMNS.volume.className, 'figures text-muted')}>
        {formatCompactUsd(tick?.volume_24h)}
      </td>
      <td className={COLUMNS.line.className}>
        <Sparkline coinId={coin.coin_id} direction={direction} />
      </td>
    </tr>
  );
});
