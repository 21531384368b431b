import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Series } from '@tidemark/risk/series';
import type { ClosedSeries } from '../series/closed-series.ts';

/** The closes of a series' bars that open in [from, to), epoch ms; views, not to be kept. */
export function closesIn({ bars }: ClosedSeries, from: number, to: number): Series {
  const start = bars.indexAt(from);
  const end = bars.indexAt(to);
  return {
    times: bars.column('time').subarray(start, end),
    values: bars.column('close').subarray(start, end),
  };
}

/** The stretch of `lengthMs` that ends with the newest closed bar of any of the series, epoch ms; empty without bars. */
export function newestStretch(
  series: readonly ClosedSeries[],
  lengthMs: number,
): { from: number; to: number } {
  const ends = series.flatMap(({ newest, interval }) =>
    newest === null ? [] : [newest + INTERVAL_MS[interval]],
  );
  const to = Math.max(0, ...ends);
  return { from: Math.max(0, to - lengthMs), to };
}

/** Length of a period such as `24h` or `30d`, ms. */
export function periodMs(period: string): number {
  const count = Number.parseInt(period, 10);
  return count * (period.endsWith('h') ? INTERVAL_MS['1h'] : INTERVAL_MS['1d']);
}

/**
 * Refuses where there is no figure to give, not even of fewer bars.
 * @throws TidemarkError INSUFFICIENT_DATA saying how many bars there are and how many it takes
 */
export function needBars(what: string, has: number, takes: number): void {
  if (has >= takes) return;
  throw new TidemarkError(
    'INSUFFICIENT_DATA',
    `${what} takes ${takes} closed bars, and there ${has === 1 ? 'is' : 'are'} ${has} so far.`,
    [{ field: 'samples', reason: `${has} of ${takes}` }],
  );
}
