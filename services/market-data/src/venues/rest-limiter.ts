import type { Clock } from '@tidemark/clock/clock';

export interface LimiterRate {
  /** Weight that may be spent at once. */
  burst: number;
  perSecond: number;
}

/**
 * A token bucket for one venue, first come first served. All callers share it, so that back-fill and repair together
 * stay below the venue's limit; `pauseFor` holds everyone back after a 429.
 */
export class RestLimiter {
  readonly #clock: Clock;
  #rate: LimiterRate;
  #tokens: number;
  #filledAt: number;
  #pausedUntil = -Infinity;
  #tail: Promise<void> = Promise.resolve();

  constructor(clock: Clock, rate: LimiterRate) {
    this.#clock = clock;
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#filledAt = clock.monotonic();
  }

  /** Milliseconds that the whole venue is held back for; 0 when it is not. */
  get pausedForMs(): number {
    return Math.max(0, this.#pausedUntil - this.#clock.monotonic());
  }

  /** Sets the rate, once the venue has told its limits. */
  setRate(rate: LimiterRate): void {
    this.#refill();
    this.#rate = rate;
    this.#tokens = Math.min(this.#tokens, rate.burst);
  }

  /** Holds every request back for `ms`; a shorter pause never ends a longer one. */
  pauseFor(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.monotonic() + ms);
  }

  /**
   * Resolves when `weight` may be spent. A weight above the burst waits for a full bucket.
   * @throws the signal's reason when it is aborted first
   */
  take(weight: number, signal?: AbortSignal): Promise<void> {
    const turn = this.#tail.then(() => this.#wait(weight, signal));
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  async #wait(weight: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    for (let ms = this.#missingMs(weight); ms > 0; ms = this.#missingMs(weight)) {
      await this.#clock.sleep(ms, signal);
    }
    this.#tokens -= weight;
  }

  #missingMs(weight: number): number {
    this.#refill();
    const need = Math.min(weight, this.#rate.burst) - this.#tokens;
    return Math.ceil(Math.max(this.pausedForMs, (need / this.#rate.perSecond) * 1000, 0));
  }

  #refill(): void {
    const now = this.#clock.monotonic();
    const gained = ((now - this.#filledAt) / 1000) * this.#rate.perSecond;
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + gained);
    this.#filledAt = now;
  }
}
