import type { Candle, Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import { RATE_LISTING } from '../coins/rate-listings.ts';
import type { BarRate } from '../rates/bar-rates.ts';
import { DOLLAR } from '../rates/dollar-rate.ts';
import { significant, TURNOVER_PLACES, unitsToNumber, VOLUME_PLACES } from '../book/exact.ts';
import type { Bar } from '../book/bar.ts';
import { joinBars, rollUp } from '../book/rollup.ts';

/** A bar as the API shows it. ADR 0006. */
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
    lacking: [],
    rate_basis: null,
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

/**
 * A consolidated bar becomes final without a venue once another has closed the minutes for this long after its end, ms. No
 * clock takes part: what is final follows from what is stored. ADR 0020.
 */
export const FINAL_BOUND = 60_000;

/** What turns a venue's dollars into dollars. */
export const IN_DOLLARS: BarRate = { ...DOLLAR, closed: true };

/** One venue's bars, and what is known beside them. Times are the bars' opens, epoch ms. */
export interface VenueBars {
  exchange: Exchange;
  bars: readonly Bar[];
  /** Whether nothing was traded in a bar that the venue does not have, rather than not known. */
  quiet(time: number): boolean;
  /** What turns its prices into USD. */
  rate(time: number): BarRate;
}

/** A bar of a venue, or that it has none, and what turns it into USD. */
interface Part {
  venue: VenueBars;
  bar: Bar | null;
  rate: BarRate;
}

/**
 * The candles of all venues in USD: open and close are the venues' means weighted by turnover in the bar, high and low
 * the highest and lowest price paid anywhere, volume and trades the sums. Final when every venue has closed the bar, and the
 * rate that it was converted by; or else when one has and the bar is `overdue`, and then it names who is lacking. A gap in
 * one is a gap in the whole, and so is a venue that is lacking.
 */
export function consolidateCandles(
  venues: readonly VenueBars[],
  overdue: (time: number) => boolean,
): Candle[] {
  const byVenue = venues.map(({ bars }) => new Map(bars.map((bar) => [bar.time, bar])));
  const times = new Set(byVenue.flatMap((bars) => [...bars.keys()]));
  return [...times]
    .sort((a, b) => a - b)
    .map((time) => {
      const parts = venues.map((venue, i): Part => {
        const bar = byVenue[i]?.get(time) ?? null;
        return { venue, bar, rate: bar ? venue.rate(time) : IN_DOLLARS };
      });
      return mergeParts(time, parts, overdue(time));
    });
}

interface UsdPart extends Candle {
  turnover: number;
}

function inUsd(bar: Bar, { value: rate, basis }: BarRate): UsdPart {
  const candle = toCandle(bar);
  return {
    ...candle,
    open: candle.open * rate,
    high: candle.high * rate,
    low: candle.low * rate,
    close: candle.close * rate,
    turnover: unitsToNumber(bar.quoteVolume, TURNOVER_PLACES) * rate || Number.MIN_VALUE,
    rate_basis: basis,
  };
}

function mergeParts(time: number, all: readonly Part[], overdue: boolean): Candle {
  const parts = all.flatMap(({ bar, rate }) => (bar ? [inUsd(bar, rate)] : []));
  const open = openVenues(time, all);
  const settled = open.length === 0 || (overdue && parts.some(({ final }) => final));
  const lacking = settled ? open : [];
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
    final: settled,
    gap: lacking.length > 0 || parts.some((part) => part.gap),
    lacking,
    rate_basis: parts.find((part) => part.rate_basis !== null)?.rate_basis ?? null,
  };
}

/** Venues whose part of the bar, or of the rate that converts it, may still change. */
function openVenues(time: number, parts: readonly Part[]): Exchange[] {
  const open = parts.flatMap(({ venue, bar, rate }) => [
    ...((bar?.final ?? venue.quiet(time)) ? [] : [venue.exchange]),
    ...(rate.closed ? [] : [RATE_LISTING.exchange]),
  ]);
  return [...new Set(open)].sort();
}
