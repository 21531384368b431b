import type { MovingAverage } from '@tidemark/contracts/analytics';
import type { Candle, CandlesView } from '@tidemark/contracts/candle';
import type { Span } from './candle-audit.ts';

const MOST_BARS = 1_000;

/** Asks the API for the data at a path; null where the answer is not 200. */
export type Ask = <T>(path: string) => Promise<T | null>;

/** Path of an average over one bar: the close of each minute, as analytics has it. */
export function closesPath(coin: string, limit: number): string {
  return `/api/analytics/moving-average/${coin}?interval=1m&type=sma&period=1&limit=${limit}`;
}

/** The consolidated minutes of a coin in the span, at most the newest 1,000. */
export async function consolidatedMinutes(ask: Ask, coin: string, span: Span): Promise<Candle[]> {
  const range = `to=${span.end}&limit=${MOST_BARS}`;
  const path = `/api/market/candles/${coin}?interval=1m&${range}`;
  const { candles } = (await ask<CandlesView>(path)) ?? { candles: [] };
  return candles.filter(({ time }) => time >= span.begin);
}

/** The figures of analytics that are not those of the final minutes, in words. */
export async function wrongFigures(
  ask: Ask,
  coin: string,
  minutes: readonly Candle[],
): Promise<string[]> {
  const figures = (await ask<MovingAverage>(closesPath(coin, MOST_BARS)))?.values ?? [];
  const valueAt = new Map(figures.map(({ time, value }) => [time, value]));
  return minutes
    .filter(({ final, close, time }) => final && valueAt.get(time) !== close)
    .map(({ time, close }) => {
      const at = new Date(time).toISOString();
      return `${coin} analytics ${at} ${valueAt.get(time)}, not ${close}`;
    });
}
