import { changeByDay, meanByDay, volatilityByDay, type ByDay } from './by-day.ts';
import type { DailyCoin } from './daily-market.ts';
import { percentileRank } from './percentile-rank.ts';

export const REGIMES = [
  'bull-calm',
  'bull-volatile',
  'bear-calm',
  'bear-volatile',
  'range',
] as const;
export type Regime = (typeof REGIMES)[number];

/** Days that a regime has to hold before it counts, so that a close on the line does not flip it. */
export const CONFIRMING_DAYS = 3;
/** Days looked back for one that held. */
const LOOKED_BACK = 60;
/** Days over which the slope of the shorter average is taken. */
const SLOPE_DAYS = 20;

/** The numbers that decide. */
export interface RegimeFigures {
  /** USD. */
  readonly close: number | null;
  readonly average50: number | null;
  readonly average200: number | null;
  /** Change of the 50-day average over 20 days, as a fraction. */
  readonly slope50: number | null;
  /** `realized-volatility` of 30 daily returns, as a fraction a year. */
  readonly volatility: number | null;
  /** Where that stands within its year, 0 to 1. */
  readonly volatilityRank: number | null;
}

export interface RegimeReading {
  /** The last regime that held for three days running; null: none did in 60 days, or too little is known today. */
  readonly regime: Regime | null;
  /** Open of the day on which it began to hold, epoch ms; at most 60 days back. */
  readonly since: number | null;
  /** What the last day by itself would be. */
  readonly today: Regime | null;
  readonly figures: RegimeFigures;
}

/** Figures of every day. */
interface Columns {
  readonly closes: ByDay;
  readonly average50: ByDay;
  readonly average200: ByDay;
  readonly slope50: ByDay;
  readonly volatility: ByDay;
}

/**
 * `regime`: which market a coin is in on the last day. Trend: bull where the close lies above its 200-day average, the 50-day
 * average too, and that one is higher than 20 days ago; bear where none of the three holds; range else. A trend is
 * volatile when realized volatility stands in the upper half of its year, calm otherwise. A function of the days alone.
 */
export function regimeOf(coin: DailyCoin, times: readonly number[]): RegimeReading {
  const { closes } = coin;
  const average50 = meanByDay(closes, 50);
  const columns = {
    closes,
    average50,
    average200: meanByDay(closes, 200),
    slope50: changeByDay(average50, SLOPE_DAYS),
    volatility: volatilityByDay(closes, times, 30),
  };
  const first = Math.max(times.length - LOOKED_BACK, 0);
  const figures = times.slice(first).map((_, i) => figuresOf(columns, first + i));
  const daily = figures.map(regimeOfDay);
  const today = daily.at(-1) ?? null;
  const held = today === null ? null : lastHeld(daily);
  return {
    regime: held && (daily[held.last] ?? null),
    since: held && (times[first + held.first] ?? null),
    today,
    figures: figures.at(-1) ?? figuresOf(columns, -1),
  };
}

function figuresOf(columns: Columns, day: number): RegimeFigures {
  return {
    close: columns.closes[day] ?? null,
    average50: columns.average50[day] ?? null,
    average200: columns.average200[day] ?? null,
    slope50: columns.slope50[day] ?? null,
    volatility: columns.volatility[day] ?? null,
    volatilityRank: percentileRank(columns.volatility, day),
  };
}

function regimeOfDay(figures: RegimeFigures): Regime | null {
  const { close, average50, average200, slope50, volatilityRank } = figures;
  if (close === null || average50 === null || average200 === null) return null;
  if (slope50 === null || volatilityRank === null) return null;
  const up = [close > average200, average50 > average200, slope50 > 0].filter(Boolean).length;
  const mood = volatilityRank > 0.5 ? 'volatile' : 'calm';
  if (up === 3) return `bull-${mood}`;
  return up === 0 ? `bear-${mood}` : 'range';
}

/** The last run of equal regimes that is long enough, by its first and last place; days without one do not break it. */
function lastHeld(daily: readonly (Regime | null)[]): { first: number; last: number } | null {
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
