import type { Streaming } from '@tidemark/indicators/streaming';
import { returnBetween, type ReturnKind } from './returns.ts';
import type { Point } from './series.ts';

/** The return of each bar on its neighbour; null for a bar after a hole, and for the first. Streaming form of `returnsOf`. */
export class RollingReturn implements Streaming<Point, number> {
  readonly #kind: ReturnKind;
  readonly #intervalMs: number;
  #before: Point | null = null;

  constructor(kind: ReturnKind, intervalMs: number) {
    this.#kind = kind;
    this.#intervalMs = intervalMs;
  }

  next(bar: Point | null): number | null {
    if (bar === null) return null;
    const before = this.#before;
    this.#before = bar;
    return before && returnBetween(before, bar, this.#kind, this.#intervalMs);
  }
}
