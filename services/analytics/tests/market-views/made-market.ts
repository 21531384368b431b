import { DAY_MS, type DailyCoin, type DailyMarket } from '../../src/market-views/daily-market.ts';

/** 2026-01-01. */
export const LAST_DAY = 1_767_225_600_000;

/** A coin by what it closes at on each day, and its volume in USD. */
export function coin(
  coinId: string,
  closes: readonly (number | null)[],
  volumes: readonly (number | null)[] = closes.map((close) => close && 1000),
): DailyCoin {
  return { coinId, closes, volumes };
}

/** A market whose last day is 2026-01-01; as many days as its coins have. */
export function market(...coins: DailyCoin[]): DailyMarket {
  const days = coins[0]?.closes.length ?? 0;
  return {
    times: Array.from({ length: days }, (_, i) => LAST_DAY - (days - 1 - i) * DAY_MS),
    coins,
  };
}

/** `days` closes from a rule. */
export function closes(days: number, rule: (day: number) => number): number[] {
  return Array.from({ length: days }, (_, day) => rule(day));
}

/** Closes that wander without a trend, the same at every run. */
export function wandering(days: number, seed: number, step = 0.02): number[] {
  let [state, price] = [seed, 100];
  return closes(days, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    price *= 1 + (state / 2 ** 32 - 0.5) * step;
    return price;
  });
}
