import type { Candle, Interval } from '@tidemark/contracts/candle';
import { significant } from '../price/significant.ts';
import type { Bar } from './candle.ts';
import { TURNOVER_PLACES, unitsToNumber, VOLUME_PLACES } from './exact.ts';
import type { Rate } from './rate-bars.ts';
import { joinBars, rollUp } from './rollup.ts';

/** A bar as the API shows it. */
export function toCandle(bar: Bar): Candle {
  return {
    time: bar.time,
    open: Number(bar.open),
    high: Number(bar.high),
    low: Number(bar.low),
    close: Number(bar.close),
    volume: unitsToNumber(bar.volume, VOLUME_PLACES),
    trades: bar.trades,
    final: bar.final,
    gap: bar.gap,
  };
}

/** Adds the minutes that are still open to the stored bars of an interval; both oldest first. */
export function withOpenMinutes(
  bars: readonly Bar[],
  minutes: readonly Bar[],
  interval: Interval,
): Bar[] {
  const result = [...bars];
  for (const part of rollUp(minutes, interval)) {
    const last = result.at(-1);
    if (last?.time === part.time && !last.final) {
      result[result.length - 1] = joinBars(part.time, last, part);
    } else if (!last || last.time < part.time) result.push(part);
  }
  return result;
}

/** One venue's bars and what turns its prices into USD at a bar's time; null: not known. */
export interface VenueBars {
  bars: readonly Bar[];
  rate(time: number): Rate | null;
}

/**
 * The candles of all venues in USD: open and close are the venues' means weighted by turnover in the bar, high and low
 * the highest and lowest price paid anywhere, volume and trades the sums. Final when every venue's bar is, and the rate that
 * it was converted by; a gap in one is a gap in the whole. A venue whose rate is not known at that time is left out, and the bar marked as a gap.
 */
export function consolidateCandles(venues: readonly VenueBars[]): Candle[] {
  const byTime = new Map<number, { bar: Bar; rate: Rate | null }[]>();
  for (const venue of venues) {
    for (const bar of venue.bars) {
      const parts = byTime.get(bar.time) ?? [];
      parts.push({ bar, rate: venue.rate(bar.time) });
      byTime.set(bar.time, parts);
    }
  }
  return [...byTime.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([time, parts]) => {
      const known = parts.flatMap(({ bar, rate }) => (rate === null ? [] : [inUsd(bar, rate)]));
      const merged = mergeParts(time, known);
      return merged ? [{ ...merged, gap: merged.gap || known.length < parts.length }] : [];
    });
}

interface UsdPart extends Candle {
  turnover: number;
}

function inUsd(bar: Bar, { value: rate, settled }: Rate): UsdPart {
  const candle = toCandle(bar);
  return {
    ...candle,
    open: candle.open * rate,
    high: candle.high * rate,
    low: candle.low * rate,
    close: candle.close * rate,
    turnover: unitsToNumber(bar.quoteVolume, TURNOVER_PLACES) * rate || Number.MIN_VALUE,
    final: candle.final && settled,
  };
}

function mergeParts(time: number, parts: readonly UsdPart[]): Candle | null {
  if (parts.length === 0) return null;
  const turnover = parts.reduce((sum, part) => sum + part.turnover, 0);
  const mean = (of: (part: UsdPart) => number) =>
    significant(parts.reduce((sum, part) => sum + of(part) * (part.turnover / turnover), 0));
  return {
    time,
    open: mean((part) => part.open),
    high: significant(Math.max(...parts.map((part) => part.high))),
    low: significant(Math.min(...parts.map((part) => part.low))),
    close: mean((part) => part.close),
    volume: significant(parts.reduce((sum, part) => sum + part.volume, 0)),
    trades: parts.some((part) => part.trades === null)
      ? null
      : parts.reduce((sum, part) => sum + (part.trades ?? 0), 0),
    final: parts.every((part) => part.final),
    gap: parts.some((part) => part.gap),
  };
}
