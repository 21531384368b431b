import { TestClock } from '@tidemark/clock/test-clock';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryBuckets } from './memory-buckets.ts';

/** The bucket in whole numbers: a token is 60,000 parts, and each ms `perMinute` of them come back. */
class ExactBucket {
  readonly #capacity: number;
  readonly #perMinute: number;
  #parts: number;

  constructor(capacity: number, perMinute: number) {
    this.#capacity = capacity * 60_000;
    this.#perMinute = perMinute;
    this.#parts = this.#capacity;
  }

  wait(ms: number): void {
    this.#parts = Math.min(this.#capacity, this.#parts + ms * this.#perMinute);
  }

  take() {
    const allowed = this.#parts >= 60_000;
    if (allowed) this.#parts -= 60_000;
    return {
      allowed,
      remaining: Math.floor(this.#parts / 60_000),
      retryAfterMs: allowed ? 0 : Math.ceil((60_000 - this.#parts) / this.#perMinute),
      fullInMs: Math.ceil((this.#capacity - this.#parts) / this.#perMinute),
    };
  }
}

test('whatever the pauses, every answer is that of whole-number arithmetic', async () => {
  const step = fc.record({ pause: fc.nat(2_000), takes: fc.integer({ min: 1, max: 5 }) });
  const rate = fc.integer({ min: 1, max: 5_000 });
  const steps = fc.array(step, { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 300 }),
      rate,
      steps,
      async (capacity, perMinute, all) => {
        let now = 0;
        const clock = Object.assign(new TestClock(), { monotonic: () => now });
        const buckets = new MemoryBuckets(clock, 10);
        const exact = new ExactBucket(capacity, perMinute);
        for (const { pause, takes } of all) {
          now += pause;
          exact.wait(pause);
          for (let i = 0; i < takes; i += 1) {
            const answer = buckets.take('k', { capacity, perSecond: perMinute / 60 });
            expect(answer).toEqual(exact.take());
          }
        }
      },
    ),
  );
});

test('a hundred thousand takes at a rate that is no round number lose and win nothing', () => {
  let now = 0;
  const clock = Object.assign(new TestClock(), { monotonic: () => now });
  const buckets = new MemoryBuckets(clock, 10);
  const spec = { capacity: 7, perSecond: 7 / 60 };
  let allowed = 0;
  for (let i = 0; i < 100_000; i += 1) {
    if (buckets.take('k', spec).allowed) allowed += 1;
    now += 1_234;
  }
  expect(allowed).toBe(7 + Math.floor(((100_000 - 1) * 1_234 * 7) / 60_000));
});

const SLOW = { capacity: 5, perSecond: 0.01 };

test('whoever comes with many keys empties nobody else of debt', () => {
  const buckets = new MemoryBuckets(new TestClock(), 1_000);
  for (let i = 0; i < 5; i += 1) buckets.take('guesser', SLOW);
  for (let i = 0; i < 50_000; i += 1) buckets.take(`address ${i}`, SLOW);
  expect(buckets.size).toBe(1_000);
  expect(buckets.take('guesser', SLOW).allowed).toBe(false);
});

test('a bucket that was filled up meanwhile gives way to one that was not', async () => {
  const clock = new TestClock();
  const buckets = new MemoryBuckets(clock, 2);
  buckets.take('quick', { capacity: 5, perSecond: 1 });
  buckets.take('slow', SLOW);
  await clock.advance(1_000);
  buckets.take('new', SLOW);
  expect(buckets.size).toBe(2);
  expect(buckets.take('slow', SLOW).remaining).toBe(3);
});

test('buckets that are full again do not pile up', async () => {
  const clock = new TestClock();
  const buckets = new MemoryBuckets(clock, 100_000);
  for (let second = 0; second < 50; second += 1) {
    for (let i = 0; i < 20; i += 1) buckets.take(`${second} ${i}`, { capacity: 5, perSecond: 1 });
    await clock.advance(1_000);
  }
  expect(buckets.size).toBeLessThanOrEqual(40);
});
