import type { Bar } from '../src/bar.ts';

/** A value, and the size that errors are measured against: its own, or where it is a difference, that of what is subtracted. */
export interface Direct {
  readonly value: number;
  readonly scale: number;
}

type Answer = Direct | null;

/**
 * Each indicator's outputs for the last of these bars, straight from the definition, over all of them, with sums that keep
 * what they round away.
 */
export type DirectFormula = (bars: readonly Bar[], parameters: readonly number[]) => Answer[];

const closes = (bars: readonly Bar[]) => bars.map((bar) => bar.close);
const relative = (value: number): Direct => ({ value, scale: Math.abs(value) });
const against = (value: number, of: readonly number[]): Direct => ({ value, scale: largest(of) });
const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));

/** Neumaier's sum. */
export function sum(values: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** From the first value, as neighbours are near each other: around the mean, its own rounding would show. */
export function deviation(values: readonly number[]): number {
  const offsets = values.map((value) => value - values[0]!);
  const middle = mean(offsets);
  return Math.sqrt(mean(offsets.map((offset) => (offset - middle) ** 2)));
}

function lastOf<T>(values: readonly T[], count: number): readonly T[] | null {
  return values.length < count ? null : values.slice(-count);
}

/** Exponential smoothing as one weighted sum of all inputs, the first n of which have their mean's weight together. */
function smoothed(values: readonly number[], n: number, factor: number): number | null {
  if (values.length < n) return null;
  const rest = values.slice(n);
  const seed = mean(values.slice(0, n)) * (1 - factor) ** rest.length;
  return sum([seed, ...rest.map((x, i) => factor * (1 - factor) ** (rest.length - 1 - i) * x)]);
}

const ema = (values: readonly number[], n: number) => smoothed(values, n, 2 / (n + 1));
const rma = (values: readonly number[], n: number) => smoothed(values, n, 1 / n);

function trueRanges(bars: readonly Bar[]): number[] {
  return bars.map(({ high, low }, i) => {
    const before = bars[i - 1]?.close;
    if (before === undefined) return high - low;
    return Math.max(high, before) - Math.min(low, before);
  });
}

function typical({ high, low, close }: Bar): number {
  return sum([high, low, close]) / 3;
}

function weighted(bars: readonly Bar[]): Answer {
  const volume = sum(bars.map((bar) => bar.volume));
  if (volume === 0) return null;
  const value = sum(bars.map((bar) => typical(bar) * bar.volume)) / volume;
  return against(value, bars.map(typical));
}

function directions(bars: readonly Bar[], n: number): [plus: number, minus: number] | null {
  const moves = bars.slice(1).map((bar, i) => {
    const [rise, fall] = [bar.high - bars[i]!.high, bars[i]!.low - bar.low];
    return [rise > fall ? Math.max(rise, 0) : 0, fall > rise ? Math.max(fall, 0) : 0] as const;
  });
  const range = rma(trueRanges(bars).slice(1), n);
  if (range === null) return null;
  const share = (side: 0 | 1) =>
    rma(
      moves.map((move) => move[side]),
      n,
    )!;
  return range === 0 ? [0, 0] : [(100 * share(0)) / range, (100 * share(1)) / range];
}

function adx(bars: readonly Bar[], n: number): number | null {
  const strengths = bars.flatMap((_, i) => {
    const sides = directions(bars.slice(0, i + 1), n);
    if (sides === null) return [];
    const [plus, minus] = sides;
    return [plus + minus === 0 ? 0 : (100 * Math.abs(plus - minus)) / (plus + minus)];
  });
  return rma(strengths, n);
}

const percent = (value: number | null): Answer => (value === null ? null : { value, scale: 100 });

function rawStochastic(bars: readonly Bar[], n: number): number | null {
  const window = lastOf(bars, n);
  if (window === null) return null;
  const top = Math.max(...window.map((bar) => bar.high));
  const bottom = Math.min(...window.map((bar) => bar.low));
  return top === bottom ? null : (100 * (bars.at(-1)!.close - bottom)) / (top - bottom);
}

const overWindow =
  (of: (values: readonly number[]) => Answer): DirectFormula =>
  (bars, [n]) => {
    const window = lastOf(closes(bars), n!);
    return [window === null ? null : of(window)];
  };

export const DIRECT: Readonly<Record<string, DirectFormula>> = {
  sma: overWindow((x) => against(mean(x), x)),
  stddev: overWindow((x) => relative(deviation(x))),
  highest: overWindow((x) => ({ value: Math.max(...x), scale: 0 })),
  lowest: overWindow((x) => ({ value: Math.min(...x), scale: 0 })),
  wma: overWindow((x) => {
    const weights = x.map((_, i) => i + 1);
    return against(sum(x.map((value, i) => value * (i + 1))) / sum(weights), x);
  }),
  ema: (bars, [n]) => {
    const value = ema(closes(bars), n!);
    return [value === null ? null : against(value, closes(bars))];
  },
  rma: (bars, [n]) => {
    const value = rma(closes(bars), n!);
    return [value === null ? null : against(value, closes(bars))];
  },
  rsi: (bars, [n]) => {
    const changes = closes(bars).flatMap((x, i, all) => (i === 0 ? [] : [x - all[i - 1]!]));
    const gain = rma(
      changes.map((x) => Math.max(x, 0)),
      n!,
    );
    const loss = rma(
      changes.map((x) => Math.max(-x, 0)),
      n!,
    );
    if (gain === null || loss === null || gain + loss === 0) return [null];
    return [percent((100 * gain) / (gain + loss))];
  },
  macd: (bars, [fast, slow, signal]) => {
    const x = closes(bars);
    const lines = x.flatMap((_, i) => {
      const past = x.slice(0, i + 1);
      const [short, long] = [ema(past, fast!), ema(past, slow!)];
      return short === null || long === null ? [] : [short - long];
    });
    const line = lines.at(-1) ?? null;
    const average = ema(lines, signal!);
    const scaled = (value: number | null) => (value === null ? null : against(value, x));
    return [line, average, line === null || average === null ? null : line - average].map(scaled);
  },
  bollinger: (bars, [n, k]) => {
    const x = lastOf(closes(bars), n!);
    if (x === null) return [null, null, null, null, null];
    const [middle, half] = [mean(x), k! * deviation(x)];
    const share = half === 0 ? null : (x.at(-1)! - middle + half) / (2 * half);
    return [
      against(middle, x),
      against(middle + half, [...x, half]),
      against(middle - half, [...x, half]),
      { value: (200 * half) / middle, scale: (200 * half) / middle },
      // A small deviation of a large price: the middle's last digit is a share of the band.
      share === null ? null : { value: share, scale: Math.abs(share) + largest(x) / half },
    ];
  },
  atr: (bars, [n]) => {
    const value = rma(trueRanges(bars), n!);
    return [value === null ? null : against(value, trueRanges(bars))];
  },
  stochastic: (bars, [n, smoothing, signal]) => {
    const raw = bars.map((_, i) => rawStochastic(bars.slice(0, i + 1), n!));
    const known = raw.filter((value) => value !== null);
    const fast = known.map((_, i) => lastOf(known.slice(0, i + 1), smoothing!));
    const slow = fast.flatMap((window) => (window === null ? [] : [mean(window)]));
    if (raw.at(-1) === null || slow.length === 0) return [null, null];
    const last = lastOf(slow, signal!);
    return [percent(slow.at(-1)!), percent(last === null ? null : mean(last))];
  },
  obv: (bars) => {
    const sides = bars.map((bar, i) => {
      const side = i === 0 ? 1 : Math.sign(bar.close - bars[i - 1]!.close);
      return side * bar.volume;
    });
    return [against(sum(sides), sides)];
  },
  vwap: (bars, [n]) => {
    const window = lastOf(bars, n!);
    return [window === null ? null : weighted(window)];
  },
  vwap_day: (bars) => {
    const day = (bar: Bar) => new Date(bar.time).toISOString().slice(0, 10);
    return [weighted(bars.filter((bar) => day(bar) === day(bars.at(-1)!)))];
  },
  adx: (bars, [n]) => {
    const sides = directions(bars, n!) ?? [null, null];
    return [adx(bars, n!), ...sides].map(percent);
  },
  adxr: (bars, [n]) => {
    const [now, before] = [adx(bars, n!), adx(bars.slice(0, bars.length - n! + 1), n!)];
    return [now === null || before === null ? null : percent((now + before) / 2)];
  },
  roc: (bars, [n]) => {
    const window = lastOf(closes(bars), n! + 1);
    if (window === null) return [null];
    const [before, now] = [window[0]!, window.at(-1)!];
    return [relative((100 * (now - before)) / before)];
  },
};
