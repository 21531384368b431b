import type { Clock } from '@tidemark/clock/clock';

/** The clock of a machine that shows a wrong time: its timers run as those of `truth`, its wall clock is `aheadMs` off. */
export class SkewedClock implements Clock {
  readonly #truth: Clock;
  /** How far its wall clock is ahead of the truth, ms; may be changed at any time, as when somebody sets it. */
  aheadMs = 0;

  constructor(truth: Clock) {
    this.#truth = truth;
  }

  now(): number {
    return this.#truth.now() + this.aheadMs;
  }

  monotonic(): number {
    return this.#truth.monotonic();
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return this.#truth.sleep(ms, signal);
  }

  after(ms: number, callback: () => void): () => void {
    return this.#truth.after(ms, callback);
  }

  every(ms: number, callback: () => void): () => void {
    return this.#truth.every(ms, callback);
  }
}
