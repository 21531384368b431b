import type { MovingAverage } from '@tidemark/contracts/analytics';
import type { CandlesView } from '@tidemark/contracts/candle';
import type { FeedsView } from '@tidemark/contracts/feeds';
import type { Price, PriceQuality } from '@tidemark/contracts/price';
import { closesPath } from '@tidemark/testkit/figure-audit';
import { pageSays } from './page.ts';
import type { Stage } from './stage.ts';

const MINUTE = 60_000;
/** A fresh price is this near to the last trade of the tape, as a share of it. */
const NEAR = 0.01;

/** What the platform says at a moment. Times are ms. */
export interface Said {
  /** How many coins have each quality; those without a price are `none`. */
  prices: Partial<Record<PriceQuality | 'none', number>>;
  /** Prices that are not what the market trades at, in words. */
  farOff: string[];
  /** Since the close of the newest final consolidated minute, of the coin that is the furthest behind; null: there is none. */
  candlesBehind: number | null;
  /** Venues that these minutes became final without. */
  lacking: string[];
  /** The same of the newest bar that analytics has figures of. */
  analyticsBehind: number | null;
  analyticsStale: boolean;
  feeds: FeedsView | null;
  page: string;
}

export async function look(stage: Stage): Promise<Said> {
  const coins = stage.universe.coins.map(({ coinId }) => coinId);
  const [prices, candles, averages, feeds] = await Promise.all([
    stage.ask<Price[]>('/api/market/prices'),
    Promise.all(coins.map((coin) => newestMinutes(stage, coin))),
    Promise.all(coins.map((coin) => stage.ask<MovingAverage>(closesPath(coin, 1)))),
    stage.ask<FeedsView>('/api/market/feeds'),
  ]);
  const now = stage.clock.now();
  const finals = candles.map((view) => view?.candles.findLast(({ final }) => final));
  return {
    prices: countQualities(coins, prices ?? []),
    farOff: (prices ?? []).flatMap((price) => farFromTape(stage, price)),
    candlesBehind: furthest(
      finals.map((bar) => bar?.time),
      now,
    ),
    lacking: [...new Set(finals.flatMap((bar) => lackingOf(bar)))],
    analyticsBehind: furthest(
      averages.map((average) => average?.last_bar_time),
      now,
    ),
    analyticsStale: averages.some((average) => average?.stale ?? true),
    feeds,
    page: pageSays(feeds, isAllStale(prices ?? []), now),
  };
}

function newestMinutes(stage: Stage, coin: string): Promise<CandlesView | null> {
  return stage.ask<CandlesView>(`/api/market/candles/${coin}?interval=1m&limit=200`);
}

function isAllStale(prices: readonly Price[]): boolean {
  return prices.length > 0 && prices.every(({ quality }) => quality === 'stale');
}

function countQualities(coins: readonly string[], prices: readonly Price[]): Said['prices'] {
  const counts: Said['prices'] = {};
  for (const coin of coins) {
    const found = prices.find(({ coin_id, price }) => coin_id === coin && Number.isFinite(price));
    const quality = found?.quality ?? 'none';
    counts[quality] = (counts[quality] ?? 0) + 1;
  }
  return counts;
}

/** A price that is said to be fresh, beside the last trade in dollars. */
function farFromTape(
  { universe, sim, clock }: Stage,
  { coin_id, price, quality }: Price,
): string[] {
  const inDollars = universe.coin(coin_id)?.listings.find(({ quote }) => quote === 'USD');
  if (!inDollars || quality === 'stale') return [];
  const now = clock.now();
  const last = sim.tape.trades('coinbase', inDollars.product, now - 2 * MINUTE, now).at(-1);
  if (!last || Math.abs(price / Number(last.price) - 1) < NEAR) return [];
  return [`${coin_id} at ${price}, the market at ${last.price}`];
}

function furthest(times: readonly (number | null | undefined)[], now: number): number | null {
  if (times.some((time) => time === null || time === undefined)) return null;
  return now - Math.min(...(times as number[])) - MINUTE;
}

function lackingOf(bar: object | undefined): string[] {
  return bar && 'lacking' in bar ? (bar.lacking as string[]) : [];
}
