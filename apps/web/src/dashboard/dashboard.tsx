'use client';

import { ChartPanel } from '../chart/chart-panel.tsx';
import { useCoinsQuery } from '../market/market-api.ts';
import { CoinNews } from '../sentiment/coin-news.tsx';
import { MarketTable } from './market-table.tsx';
import { MoversPanel } from './movers-panel.tsx';
import { useSelectedCoin } from './selected-coin.ts';
import { SummaryStrip } from './summary-strip.tsx';

const FIRST_COIN = 'bitcoin';

/** The market at a glance: figures, one coin's chart and news, movers, and every coin. */
export function Dashboard() {
  const { data: coins } = useCoinsQuery(undefined);
  const wanted = useSelectedCoin() ?? FIRST_COIN;
  const coin = coins?.find((candidate) => candidate.coin_id === wanted) ?? coins?.[0];
  return (
    <div className="mx-auto flex max-w-[100rem] flex-col gap-3 md:gap-4">
      <h1 className="sr-only">Dashboard</h1>
      <SummaryStrip coins={coins} />
      <div className="grid gap-3 md:gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ChartPanel coin={coin} />
        <MoversPanel />
      </div>
      <CoinNews coin={coin} />
      <MarketTable selected={coin?.coin_id} />
    </div>
  );
}
