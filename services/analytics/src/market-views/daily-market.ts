export const DAY_MS = 24 * 3_600_000;

/** A day's bar as far as the views read it. */
export interface DayBar {
  /** The day's open, epoch ms. */
  readonly time: number;
  /** USD. */
  readonly close: number;
  /** In coins. */
  readonly volume: number;
}

/** One coin's days; each array has an entry for every day of the calendar, null where there is no bar. */
export interface DailyCoin {
  readonly coinId: string;
  /** USD. */
  readonly closes: readonly (number | null)[];
  /** What was traded that day, USD: its coins at the day's close. */
  readonly volumes: readonly (number | null)[];
}

/** Closed days of many coins on one calendar. The last day is the one that views speak of. */
export interface DailyMarket {
  /** Every day's open, epoch ms, oldest first, without holes. */
  readonly times: readonly number[];
  readonly coins: readonly DailyCoin[];
}

/**
 * Lays coins' daily bars on the calendar of the `days` days that end with `lastDay` (its open, epoch ms, of a closed day).
 * Bars outside it are left out.
 */
export function dailyMarket(
  coins: Iterable<{ readonly coinId: string; readonly bars: Iterable<DayBar> }>,
  lastDay: number,
  days: number,
): DailyMarket {
  const times = Array.from({ length: days }, (_, i) => lastDay - (days - 1 - i) * DAY_MS);
  return { times, coins: Array.from(coins, ({ coinId, bars }) => onCalendar(coinId, bars, times)) };
}

function onCalendar(coinId: string, bars: Iterable<DayBar>, times: readonly number[]): DailyCoin {
  const closes = new Array<number | null>(times.length).fill(null);
  const volumes = new Array<number | null>(times.length).fill(null);
  for (const { time, close, volume } of bars) {
    const day = (time - (times[0] ?? Number.NaN)) / DAY_MS;
    if (!Number.isInteger(day) || day < 0 || day >= times.length) continue;
    closes[day] = close;
    volumes[day] = close * volume;
  }
  return { coinId, closes, volumes };
}

/** The coin of that name, or null. */
export function coinOf(market: DailyMarket, coinId: string): DailyCoin | null {
  return market.coins.find((coin) => coin.coinId === coinId) ?? null;
}
