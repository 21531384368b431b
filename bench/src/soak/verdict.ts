import type { Sample } from './sample.ts';
import { theilSen } from './theil-sen.ts';

/** Memory may grow this much and be called flat: share of its median an hour, and MB an hour; the larger counts. */
const FLAT_SHARE = 0.02;
const FLAT_MB = 2;
/** A collection of everything may come minutes apart: fewer minutes than these tell nothing. */
const FEWEST_MINUTES = 15;

export interface Verdict {
  rising: boolean;
  /** The figures that it rests on, in words. */
  words: string;
}

/**
 * Rising: the slope of the minutes' values is above what passes for flat, and its whole 95 % interval above 0.
 */
export function verdictOn(name: 'heap' | 'rss', minutes: readonly Sample[]): Verdict {
  const { slope, low, high } = theilSen(minutes.map((m) => [m.minute / 60, m[name]]));
  const values = minutes.map((m) => m[name]).sort((a, b) => a - b);
  const median = values[Math.floor(values.length / 2)] ?? NaN;
  const allowed = Math.max(FLAT_MB, median * FLAT_SHARE);
  const enough = minutes.length >= FEWEST_MINUTES;
  const rising = enough && slope > allowed && low > 0;
  const judgement = enough ? (rising ? 'RISING' : 'flat') : 'too short a run to tell';
  return {
    rising,
    words:
      `${name.padEnd(5)} median ${median.toFixed(1)} MB, slope ${signed(slope)} MB/h ` +
      `(95 %: ${signed(low)} to ${signed(high)}; up to +${allowed.toFixed(1)} is flat): ${judgement}`,
  };
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(1)}`;
}
