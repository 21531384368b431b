import type { Bar } from './bar.ts';
import type { Streaming } from './streaming.ts';

/** A number that an indicator is set up with, such as its period. */
export interface Parameter {
  readonly name: string;
  readonly default: number;
  /** Inclusive. */
  readonly min: number;
  /** Inclusive. */
  readonly max: number;
  /** Whole numbers only. */
  readonly integer: boolean;
}

/** What an indicator says of one bar, in the order of its outputs; null: that output is not warm yet. */
export type Readings = readonly (number | null)[];

/** An indicator as it is offered by name: `rsi`, with its parameters and where its formula is from. */
export interface IndicatorKind {
  /** Lower case, as in a rule or a query: `macd`. */
  readonly name: string;
  /** In words, such as `Relative strength index (Wilder)`. */
  readonly title: string;
  /** Name of the formula in docs/analytics.md, such as `rsi-wilder`; answers carry it. */
  readonly formula: string;
  readonly parameters: readonly Parameter[];
  /** Names of what it says of a bar: `['value']`, or `['macd', 'signal', 'histogram']`. */
  readonly outputs: readonly string[];
  /** Bars until every output is there, with these parameters. */
  warmUp(parameters: readonly number[]): number;
  /** Parameters must have been checked. Answers with the readings of each bar, never null for a bar that exists. */
  create(parameters: readonly number[]): Streaming<Bar, Readings>;
}

/** The longest window, bars. */
export const LONGEST = 500;

/** A number of bars, `min` to 500. */
export function bars(name: string, usual: number, min = 1): Parameter {
  return { name, default: usual, min, max: LONGEST, integer: true };
}

/** The checked parameters of an indicator that has a period alone. */
export type Period = readonly [period: number];

/** A computation on closes as an indicator of bars, with one output. */
export function ofClose(inner: Streaming<number, number>): Streaming<Bar, Readings> {
  return { next: (bar) => (bar === null ? null : [inner.next(bar.close)]) };
}

/** A computation on whole bars as an indicator with one output. */
export function ofBar(inner: Streaming<Bar, number>): Streaming<Bar, Readings> {
  return { next: (bar) => (bar === null ? null : [inner.next(bar)]) };
}

/** What is read of a window after each number, null until the window is full. A hole is skipped. */
export function overWindow<Window extends { push(value: number): void }>(
  window: Window,
  read: (window: Window) => number | null,
): Streaming<number, number> {
  return {
    next(input) {
      if (input === null) return null;
      window.push(input);
      return read(window);
    },
  };
}

/**
 * A part of a whole that is not 0, in percent. The quotient comes first: `100 part / whole` rounds twice before it is done,
 * and is 99.99999999999999 or 100.00000000000001 of many a whole. Here a whole is exactly 100 of itself, and no part of it
 * is more.
 */
export function percent(part: number, whole: number): number {
  return 100 * (part / whole);
}
