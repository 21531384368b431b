import type { RegimesView } from '@tidemark/contracts/market-views';
import { changeByDay, meanByDay, volatilityByDay, percentileRank, type ByDay } from './by-day.ts';
import type { DailyCoin } from './daily-market.ts';

/** Which market a coin is in, and the numbers that decide it. */
type CoinRegime = RegimesView['coins'][number];
type Regime = CoinRegime['regime'];
type Figures = Omit<CoinRegime, 'coin_id' | 'regime' | 'since' | 'today'>;

/** Days that a regime has to hold before it counts, so that a close on the line does not flip it. */
const CONFIRMING_DAYS = 3;
/** Days looked back for one that held. */
const LOOKED_BACK = 60;
/** Days over which the slope of the shorter average is taken. */
const SLOPE_DAYS = 20;

/** Figures of every day. */
type Columns = Readonly<Record<Exclude<keyof Figures, 'volatility_rank'>, ByDay>>;

/**
 * `regime`: which market a coin is in on the last day. Trend: bull where the close lies above its 200-day average, the 50-day
 * average too, and that one is higher than 20 days ago; bear where none of the three holds; range else. A trend is
 * volatile when realized volatility stands in the upper half of its year, calm otherwise. A regime counts once it has held for
 * three days running; null: none did in 60 days, or too little is known today. A function of the days alone.
 */
export function regimeOf({ coinId, closes }: DailyCoin, times: readonly number[]): CoinRegime {
  const average_50 = meanByDay(closes, 50);
  const columns = {
    close: closes,
    average_50,
    average_200: meanByDay(closes, 200),
    slope_50: changeByDay(average_50, SLOPE_DAYS),
    volatility: volatilityByDay(closes, times, 30),
  };
  const first = Math.max(times.length - LOOKED_BACK, 0);
  const figures = times.slice(first).map((_, i) => figuresOf(columns, first + i));
  const daily = figures.map(regimeOfDay);
  const today = daily.at(-1) ?? null;
  const held = today === null ? null : lastHeld(daily);
  return {
    coin_id: coinId,
    regime: held && (daily[held.last] ?? null),
    since: held && (times[first + held.first] ?? null),
    today,
    ...(figures.at(-1) ?? figuresOf(columns, -1)),
  };
}

function figuresOf(columns: Columns, day: number): Figures {
  return {
    close: columns.close[day] ?? null,
    average_50: columns.average_50[day] ?? null,
    average_200: columns.average_200[day] ?? null,
    slope_50: columns.slope_50[day] ?? null,
    volatility: columns.volatility[day] ?? null,
    volatility_rank: percentileRank(columns.volatility, day),
  };
}

function regimeOfDay({
  close,
  average_50,
  average_200,
  slope_50,
  volatility_rank,
}: Figures): Regime {
  if (close === null || average_50 === null || average_200 === null) return null;
  if (slope_50 === null || volatility_rank === null) return null;
  const up = [close > average_200, average_50 > average_200, slope_50 > 0].filter(Boolean).length;
  const mood = volatility_rank > 0.5 ? 'volatile' : 'calm';
  if (up === 3) return `bull-${mood}`;
  return up === 0 ? `bear-${mood}` : 'range';
}

/** The last run of equal regimes that is long enough, by its first and last place; days without one do not break it. */
function lastHeld(daily: readonly Regime[]): { first: number; last: number } | null {
  let [first, length] = [-1, 0];
  let held: { first: number; last: number } | null = null;
  for (const [day, regime] of daily.entries()) {
    if (regime === null) continue;
    if (regime !== daily[first]) [first, length] = [day, 0];
    length += 1;
    if (length >= CONFIRMING_DAYS) held = { first, last: day };
  }
  return held;
}
