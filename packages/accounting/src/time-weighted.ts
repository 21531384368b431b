/**
 * When in its period money comes in and goes out, which is what tools differ in.
 * - `start`, `end`: all of it.
 * - `mid`: half-way, by Dietz' formula: (end − start − flows) / (start + flows / 2).
 * - `in_at_start_out_at_end`: what comes in works from the start, what goes out does until the end.
 */
export type FlowTiming = 'start' | 'end' | 'mid' | 'in_at_start_out_at_end';

/** A period between two valuations, such as a day. */
export interface Period {
  /** Put in and taken out during it; not negative. */
  readonly deposits: number;
  readonly withdrawals: number;
  /** What everything was worth at its end. */
  readonly value: number;
}

export interface TimeWeightedReturn {
  /** Of each period, as fractions; null for one in which nothing was invested and yet something gained or lost. */
  readonly periods: readonly (number | null)[];
  /** After each period, since the first, as fractions; a period without a return changes nothing. */
  readonly accumulated: readonly number[];
  /** Indexes of the periods without a return: whoever shows the figure says so. */
  readonly unexplained: readonly number[];
}

/**
 * The time-weighted return: the product of the periods' growth, less 1, so that it does not matter how much was invested
 * when. `start` is what everything was worth before the first period.
 */
export function timeWeightedReturn(
  periods: readonly Period[],
  timing: FlowTiming,
  start = 0,
): TimeWeightedReturn {
  let [before, growth] = [start, 1];
  const returns: (number | null)[] = [];
  const accumulated: number[] = [];
  for (const period of periods) {
    const gained = returnOf(before, period, timing);
    growth *= 1 + (gained ?? 0);
    returns.push(gained);
    accumulated.push(growth - 1);
    before = period.value;
  }
  const unexplained = returns.flatMap((each, i) => (each === null ? [i] : []));
  return { periods: returns, accumulated, unexplained };
}

function returnOf(
  before: number,
  { deposits, withdrawals, value }: Period,
  timing: FlowTiming,
): number | null {
  const gain = value - before - deposits + withdrawals;
  const net = deposits - withdrawals;
  const working = {
    start: before + net,
    end: before,
    mid: before + net / 2,
    in_at_start_out_at_end: before + deposits,
  }[timing];
  if (working > 0) return gain / working;
  return gain === 0 ? 0 : null;
}
