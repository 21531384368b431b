import type { Clock } from '@tidemark/clock/clock';
import type { TokenAnswer, TokenBucket } from './cache.ts';
import { FullnessQueue, type Queued } from './fullness-queue.ts';
import { debtAfter, hasToken, tokenAnswer } from './token-arithmetic.ts';

interface Bucket extends Queued {
  key: string;
  /** Tokens that it lacked at `at`. */
  debt: number;
  /** Epoch of the monotonic clock, ms. */
  at: number;
}

/** Full buckets that go each time one is added, so that they do not pile up. */
const SWEPT_AT_ONCE = 2;

/**
 * Token buckets in this process. A bucket that is full is as good as none and goes first; past the bound the one
 * nearest to being full does, which gives away least. So whoever comes with many keys empties nobody's debt.
 */
export class MemoryBuckets {
  readonly #clock: Clock;
  readonly #maxBuckets: number;
  readonly #buckets = new Map<string, Bucket>();
  readonly #queue = new FullnessQueue<Bucket>();

  constructor(clock: Clock, maxBuckets: number) {
    this.#clock = clock;
    this.#maxBuckets = maxBuckets;
  }

  get size(): number {
    return this.#buckets.size;
  }

  take(key: string, spec: TokenBucket): TokenAnswer {
    const now = this.#clock.monotonic();
    const known = this.#buckets.get(key);
    const debt = known ? debtAfter(known.debt, now - known.at, spec) : 0;
    if (!hasToken(debt, spec)) return tokenAnswer(false, debt, spec);
    const bucket = known ?? this.#add(key, now);
    bucket.debt = debt + 1;
    bucket.at = now;
    bucket.fullAt = now + (bucket.debt / spec.perSecond) * 1000;
    if (!known) this.#queue.push(bucket);
    return tokenAnswer(true, bucket.debt, spec);
  }

  /** Answers how many there were. */
  deleteAll(prefix: string): number {
    const before = this.size;
    for (const key of this.#buckets.keys()) if (key.startsWith(prefix)) this.#buckets.delete(key);
    this.#queue.refill(this.#buckets.values());
    return before - this.size;
  }

  #add(key: string, now: number): Bucket {
    for (let i = 0; i < SWEPT_AT_ONCE; i += 1) {
      const next = this.#queue.peek();
      if (next && next.fullAt <= now) this.#drop();
    }
    if (this.size >= this.#maxBuckets) this.#drop();
    const bucket = { key, debt: 0, at: now, fullAt: now, queuedFor: now };
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #drop(): void {
    const next = this.#queue.pop();
    if (next) this.#buckets.delete(next.key);
  }
}
