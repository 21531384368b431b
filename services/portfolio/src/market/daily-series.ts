import type { DayValue } from './market-reader.ts';
import type { UtcDay } from './utc-day.ts';

/** US dollars for one unit at the close of each day from a first one on; NaN where nobody knows. Can be handed to a thread. */
export interface DailySeries {
  readonly from: UtcDay;
  readonly usd: Float64Array;
}

export const NO_SERIES: DailySeries = { from: 0, usd: new Float64Array(0) };

/** A series of the days [from, to) out of values in any order; of one day the last counts. */
export function seriesOf(from: UtcDay, to: UtcDay, values: readonly DayValue[]): DailySeries {
  const usd = new Float64Array(Math.max(0, to - from)).fill(NaN);
  for (const [day, value] of values) if (day >= from && day < to) usd[day - from] = value;
  return { from, usd };
}

/** The same value on each of the days [from, to). */
export function constant(value: number, from: UtcDay, to: UtcDay): DailySeries {
  return { from, usd: new Float64Array(Math.max(0, to - from)).fill(value) };
}

/** The day after its last. */
export function endOf({ from, usd }: DailySeries): UtcDay {
  return from + usd.length;
}

/** Null where nobody knows. */
export function valueAt({ from, usd }: DailySeries, day: UtcDay): number | null {
  const value = usd[day - from];
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** The first day that has a value; null: none has. */
export function firstKnown({ from, usd }: DailySeries): UtcDay | null {
  const at = usd.findIndex((value) => !Number.isNaN(value));
  return at === -1 ? null : from + at;
}

/** The last day that has a value; null: none has. */
export function lastKnown({ from, usd }: DailySeries): UtcDay | null {
  const at = usd.findLastIndex((value) => !Number.isNaN(value));
  return at === -1 ? null : from + at;
}

/** The series with these values in place of its own, of the days [from, to). */
export function patched(
  series: DailySeries,
  from: UtcDay,
  to: UtcDay,
  values: readonly DayValue[],
): DailySeries {
  const begin = series.usd.length === 0 ? from : Math.min(series.from, from);
  const end = Math.max(endOf(series), to);
  const made = seriesOf(begin, end, []);
  made.usd.set(series.usd, series.usd.length === 0 ? 0 : series.from - begin);
  made.usd.fill(NaN, from - begin, to - begin);
  for (const [day, value] of values) {
    if (day >= from && day < to) made.usd[day - begin] = value;
  }
  return made;
}

/** A number that differs where a series differs from a day on (FNV-1a over its bytes, 32 bits). */
export function digestOf({ from, usd }: DailySeries, since: UtcDay): number {
  const begin = Math.max(0, since - from);
  const bytes = new Uint8Array(usd.buffer, usd.byteOffset + Math.min(begin, usd.length) * 8);
  let hash = 0x811c9dc5 ^ (from + begin);
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
