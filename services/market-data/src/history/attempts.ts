import type { Clock } from '@tidemark/clock/clock';
import { type BackoffLimits, halfJitter } from '@tidemark/waiting/backoff';

const MAX_REASON = 300;

/** How often something was tried in vain since it last went well, why, and when it may be tried again. */
export class Attempts {
  readonly #clock: Clock;
  readonly #limits: BackoffLimits;
  readonly #random: () => number;
  #failures = 0;
  #reason: string | null = null;
  /** On the monotonic clock: one that is set anew brings nothing forward and holds nothing up. */
  #dueAt = -Infinity;

  constructor(clock: Clock, limits: BackoffLimits, random: () => number) {
    this.#clock = clock;
    this.#limits = limits;
    this.#random = random;
  }

  get failures(): number {
    return this.#failures;
  }

  /** Why the last one failed; null when none did. */
  get reason(): string | null {
    return this.#reason;
  }

  /** Milliseconds until it may be tried again; 0: now. */
  get dueIn(): number {
    return Math.max(0, this.#dueAt - this.#clock.monotonic());
  }

  /** It failed: the next attempt is not before the backoff is over, nor before whoever refused wants to be asked again. */
  fail(error: unknown): void {
    const wanted = retryAfterOf(error);
    const backoff = halfJitter(this.#failures, this.#limits, this.#random);
    this.#failures += 1;
    this.#reason = (error instanceof Error ? error.message : String(error)).slice(0, MAX_REASON);
    this.#dueAt = this.#clock.monotonic() + Math.max(wanted, backoff);
  }

  succeed(): void {
    this.#failures = 0;
    this.#reason = null;
    this.#dueAt = -Infinity;
  }
}

function retryAfterOf(error: unknown): number {
  const hasIt = error instanceof Error && 'retryAfterMs' in error;
  return hasIt && typeof error.retryAfterMs === 'number' ? error.retryAfterMs : 0;
}
