import type { BreadthView } from '@tidemark/contracts/market-views';
import { meanByDay, type ByDay } from './by-day.ts';
import type { DailyMarket } from './daily-market.ts';

/** How much of the market stands above its own average. */
type Breadth = BreadthView['averages'][number];

/** `breadth`: the share of coins that close above the average of their last `period` closes, on the last day. */
export function breadth(market: DailyMarket, period: number): Breadth {
  return breadthByDay(market, period).at(-1) ?? counted(period, 0, 0, market);
}

/** The share on every day of the calendar. */
export function breadthShares(market: DailyMarket, period: number): ByDay {
  return breadthByDay(market, period).map((day) => day.share);
}

function breadthByDay(market: DailyMarket, period: number): Breadth[] {
  const above = new Uint32Array(market.times.length);
  const known = new Uint32Array(market.times.length);
  for (const { closes } of market.coins) {
    for (const [day, average] of meanByDay(closes, period).entries()) {
      if (average === null) continue;
      known[day] = (known[day] ?? 0) + 1;
      if ((closes[day] ?? 0) > average) above[day] = (above[day] ?? 0) + 1;
    }
  }
  return market.times.map((_, day) => counted(period, above[day] ?? 0, known[day] ?? 0, market));
}

function counted(period: number, above: number, known: number, market: DailyMarket): Breadth {
  const share = known === 0 ? null : above / known;
  return { period, above, known, coins: market.coins.length, share };
}
