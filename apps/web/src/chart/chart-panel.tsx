'use client';

import type { Coin } from '@tidemark/contracts/coin';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { AlertButton } from '../alerts/alert-button.tsx';
import { Choice } from '../components/ui/choice.tsx';
import { QueryFailure, Skeleton } from '../components/ui/loaded.tsx';
import { Panel } from '../components/ui/panel.tsx';
import { PanelBoundary } from '../components/ui/panel-boundary.tsx';
import { Change } from '../market/change.tsx';
import { LivePrice } from '../market/live-price.tsx';
import { useHistoryQuery, useTailQuery, WHILE_SEEN } from '../market/market-api.ts';
import { isStale } from '../market/prices-slice.ts';
import { StaleBadge } from '../market/quality-badge.tsx';
import { useAppSelector } from '../store/store-provider.tsx';
import { WatchStar } from '../watchlist/watch-star.tsx';
import type { ChartKind } from './chart-view.ts';
import { IndicatorMenu } from './indicator-menu.tsx';
import { TAIL_BARS, RANGE_IDS, RANGES, type RangeId } from './ranges.ts';
import { VenueQuotes } from './venue-quotes.tsx';

const TAIL_MS = 5_000;
/** How often all of the range is read again: a bar of it may have been repaired. */
const HISTORY_MS = 30_000;
const RANGE_OPTIONS = RANGE_IDS.map((value) => ({ value, label: value }));
const KIND_OPTIONS = [
  { value: 'candles', label: 'Candles' },
  { value: 'line', label: 'Line' },
] as const satisfies { value: ChartKind; label: string }[];

function ChartSkeleton() {
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 px-4 pb-4">
      <Skeleton className="h-4 w-64 max-w-full" />
      <Skeleton className="flex-1" />
    </div>
  );
}

const PriceChart = dynamic(() => import('./price-chart.tsx').then((module) => module.PriceChart), {
  ssr: false,
  loading: ChartSkeleton,
});

function Headline({ coin }: { coin: Coin | undefined }) {
  const tick = useAppSelector((state) => (coin ? state.prices.byCoin[coin.coin_id] : undefined));
  const stale = useAppSelector(
    (state) => coin !== undefined && isStale(state.prices, coin.coin_id),
  );
  return (
    <div className="flex min-w-0 flex-col">
      <h2 className="flex h-5 items-baseline gap-2 font-semibold tracking-tight">
        {coin?.name ?? <Skeleton className="h-4 w-20" />}
        <span className="text-xs font-normal text-muted">{coin && `${coin.symbol} / USD`}</span>
        {coin && (
          <span className="-my-1.5 flex self-center">
            <WatchStar coinId={coin.coin_id} name={coin.name} />
            <AlertButton coinId={coin.coin_id} name={coin.name} />
          </span>
        )}
      </h2>
      <div className="flex h-9 items-baseline gap-3">
        <LivePrice
          price={tick?.price}
          stale={stale}
          label="Price"
          className="text-2xl leading-9 font-semibold tracking-[-0.02em]"
        />
        <Change percent={tick?.change_24h_pct} stale={stale} className="text-sm" />
        {stale && <StaleBadge />}
      </div>
    </div>
  );
}

interface ChartBodyProps {
  coin: Coin;
  rangeId: RangeId;
  kind: ChartKind;
}

function ChartBody({ coin, rangeId, kind }: ChartBodyProps) {
  const { interval, limit } = RANGES[rangeId];
  const args = { coin: coin.coin_id, interval };
  const history = useHistoryQuery(
    { ...args, limit },
    { refetchOnMountOrArgChange: 30, pollingInterval: HISTORY_MS, ...WHILE_SEEN },
  );
  useTailQuery({ ...args, limit: TAIL_BARS }, { pollingInterval: TAIL_MS, ...WHILE_SEEN });
  const candles = history.currentData?.candles;
  if (history.error !== undefined && candles === undefined) {
    return (
      <QueryFailure title="The chart could not be loaded." query={history} className="flex-1" />
    );
  }
  if (candles?.length === 0) {
    return (
      <p className="m-auto max-w-xs px-4 text-center text-muted">
        No trades of {coin.name} are stored for {RANGES[rangeId].words} yet. They appear here as
        they come in.
      </p>
    );
  }
  return <PriceChart coin={coin} rangeId={rangeId} kind={kind} waiting={candles === undefined} />;
}

/** The chart of one coin with its price, its choices and what each venue says. */
export function ChartPanel({ coin }: { coin: Coin | undefined }) {
  const [rangeId, setRangeId] = useState<RangeId>('24H');
  const [kind, setKind] = useState<ChartKind>('candles');
  return (
    <Panel aria-label="Chart" className="h-[30rem] md:h-[31.25rem]">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3 pb-2">
        <div className="flex min-w-0 flex-1 basis-60 justify-between gap-2">
          <Headline coin={coin} />
          <IndicatorMenu />
        </div>
        <div className="flex gap-2">
          <Choice label="Range" options={RANGE_OPTIONS} value={rangeId} onChange={setRangeId} />
          <Choice label="Kind of chart" options={KIND_OPTIONS} value={kind} onChange={setKind} />
        </div>
      </div>
      {coin === undefined ? (
        <ChartSkeleton />
      ) : (
        <PanelBoundary title="The chart failed to draw.">
          <ChartBody coin={coin} rangeId={rangeId} kind={kind} />
        </PanelBoundary>
      )}
      <VenueQuotes coin={coin} />
    </Panel>
  );
}
