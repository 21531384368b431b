import type { Streaming } from '@tidemark/indicators/streaming';
import { SortedWindow } from './sorted-window.ts';
import { lossOfSorted, minimumReturns, type HistoricalLoss } from './value-at-risk.ts';

/** `var-historical` and `expected-shortfall` over the last `period` returns that exist; null until they have come. */
export class RollingHistoricalLoss implements Streaming<number, HistoricalLoss> {
  readonly #window: SortedWindow;
  readonly #period: number;
  readonly #level: number;

  /**
   * @param period returns; fewer than `minimumReturns(level)` never give an answer
   * @param level such as 0.95
   */
  constructor(period: number, level: number) {
    this.#window = new SortedWindow(period);
    this.#period = period;
    this.#level = level;
  }

  /** @param value a simple return, as a fraction */
  next(value: number | null): HistoricalLoss | null {
    if (value === null) return null;
    this.#window.push(value);
    const { count, sorted } = this.#window;
    if (count < Math.max(this.#period, minimumReturns(this.#level))) return null;
    return lossOfSorted(sorted, count, this.#level);
  }
}
