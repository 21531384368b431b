import type { Parameter } from '../indicator-kind.ts';

/** The longest window, bars. */
export const LONGEST = 500;

/** A number of bars, `min` to 500. */
export function bars(name: string, usual: number, min = 1): Parameter {
  return { name, default: usual, min, max: LONGEST, integer: true };
}

/** The checked parameters of an indicator that has a period alone. */
export type Period = readonly [period: number];
