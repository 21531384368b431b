import type { Clock } from '@tidemark/clock/clock';

/** A token bucket a key (an IP address): `perSecond` tokens flow in, at most `burst` wait. */
export class TokenBucket {
  readonly #clock: Clock;
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #levels = new Map<string, { tokens: number; at: number }>();

  constructor(clock: Clock, perSecond: number, burst: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
    this.#burst = burst;
  }

  /** Takes a token; false when there is none. */
  take(key: string): boolean {
    const at = this.#clock.monotonic();
    const level = this.#levels.get(key) ?? { tokens: this.#burst, at };
    const flown = ((at - level.at) / 1000) * this.#perSecond;
    const tokens = Math.min(this.#burst, level.tokens + flown);
    this.#levels.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    return tokens >= 1;
  }
}

/** Weight used in each whole minute of the clock, a key. */
export class MinuteBudget {
  readonly #clock: Clock;
  readonly #used = new Map<string, { minute: number; weight: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Adds `weight` and answers what is used in this minute. */
  add(key: string, weight: number): number {
    const minute = Math.floor(this.#clock.now() / 60_000);
    const known = this.#used.get(key);
    const used = (known?.minute === minute ? known.weight : 0) + weight;
    this.#used.set(key, { minute, weight: used });
    return used;
  }

  /** Seconds until the budget is fresh, at least 1. */
  secondsLeft(): number {
    return Math.max(1, Math.ceil((60_000 - (this.#clock.now() % 60_000)) / 1000));
  }
}
