import type { Bar } from '../bar.ts';
import type { Readings } from '../indicator-kind.ts';
import type { Streaming } from '../streaming.ts';

/** A computation on closes as an indicator of bars, with one output. */
export function ofClose(inner: Streaming<number, number>): Streaming<Bar, Readings> {
  return { next: (bar) => (bar === null ? null : [inner.next(bar.close)]) };
}

/** A computation on whole bars as an indicator with one output. */
export function ofBar(inner: Streaming<Bar, number>): Streaming<Bar, Readings> {
  return { next: (bar) => (bar === null ? null : [inner.next(bar)]) };
}
