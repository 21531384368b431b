import type { Clock } from '@tidemark/clock/clock';
import type { LimiterRate, RestLimiter } from '../rest-limiter.ts';

const MINUTE_MS = 60_000;
/** The venue's documented limit per minute and address, until it tells its own. */
const DOCUMENTED_LIMIT = 6_000;
/** What of the limit is spent: others may share the address. */
const SHARE = 0.8;
/** What of a minute's limit may be spent at once; with SHARE it stays below the whole. */
const BURST_SHARE = 0.1;
/** Spent by this address, whoever spent it: beyond this part, wait for the next minute. */
const HIGH_WATER = 0.9;

interface RateLimit {
  rateLimitType: string;
  interval: string;
  intervalNum: number;
  limit: number;
}

/** The limiter's rate for a weight limit per minute. */
export function rateFor(limitPerMinute: number): LimiterRate {
  return { burst: limitPerMinute * BURST_SHARE, perSecond: (limitPerMinute * SHARE) / 60 };
}

export const DEFAULT_RATE = rateFor(DOCUMENTED_LIMIT);

/** Follows what Binance says of its weight limit and of what this address has used. */
export class RequestWeight {
  readonly #limiter: RestLimiter;
  readonly #clock: Clock;
  #limit = DOCUMENTED_LIMIT;

  constructor(limiter: RestLimiter, clock: Clock) {
    this.#limiter = limiter;
    this.#clock = clock;
  }

  /** Takes the limit from `rateLimits` of exchangeInfo. */
  learn(rateLimits: readonly RateLimit[]): void {
    const limit = rateLimits.find(
      (one) => one.rateLimitType === 'REQUEST_WEIGHT' && one.interval === 'MINUTE',
    );
    if (!limit) return;
    this.#limit = limit.limit / limit.intervalNum;
    this.#limiter.setRate(rateFor(this.#limit));
  }

  /** Pauses until the next minute when `X-MBX-USED-WEIGHT-1M` comes near the limit. */
  note(headers: Headers): void {
    const used = Number(headers.get('x-mbx-used-weight-1m') ?? 0);
    if (used < this.#limit * HIGH_WATER) return;
    this.#limiter.pauseFor(MINUTE_MS - (this.#clock.now() % MINUTE_MS));
  }
}
