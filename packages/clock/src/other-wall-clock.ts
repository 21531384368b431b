import type { Clock } from './clock.ts';

/** A clock that shows a time of its own; durations and timers are those of another. */
export abstract class OtherWallClock implements Clock {
  readonly #timers: Clock;

  constructor(timers: Clock) {
    this.#timers = timers;
  }

  abstract now(): number;

  monotonic(): number {
    return this.#timers.monotonic();
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return this.#timers.sleep(ms, signal);
  }

  after(ms: number, callback: () => void): () => void {
    return this.#timers.after(ms, callback);
  }

  every(ms: number, callback: () => void): () => void {
    return this.#timers.every(ms, callback);
  }
}
