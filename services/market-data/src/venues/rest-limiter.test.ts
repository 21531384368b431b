import { TestClock } from '@tidemark/clock/test-clock';
import { expect, it } from 'vitest';
import { RestLimiter } from './rest-limiter.ts';

function limited(burst: number, perSecond: number) {
  const clock = new TestClock();
  const limiter = new RestLimiter(clock, { burst, perSecond });
  const done: number[] = [];
  const take = (weight: number, signal?: AbortSignal): Promise<void> =>
    limiter.take(weight, signal).then(() => void done.push(clock.monotonic()));
  return { clock, limiter, done, take };
}

it('a burst passes at once and the rest at the rate', async () => {
  const { clock, done, take } = limited(2, 4);
  for (let i = 0; i < 5; i += 1) void take(1);
  await clock.advance(2000);
  expect(done).toEqual([0, 0, 250, 500, 750]);
});

it('a heavy request is not overtaken by light ones', async () => {
  const { clock, done, take } = limited(10, 10);
  void take(10);
  void take(10);
  void take(1);
  await clock.advance(5000);
  expect(done).toEqual([0, 1000, 1100]);
});

it('a weight above the burst waits for a full bucket, not for ever', async () => {
  const { clock, done, take } = limited(10, 10);
  void take(80);
  void take(1);
  await clock.advance(20_000);
  expect(done[0]).toBe(0);
  expect(done[1]).toBe(7100);
});

it('a pause holds every caller back, and a shorter one does not end it', async () => {
  const { clock, limiter, done, take } = limited(5, 5);
  limiter.pauseFor(10_000);
  limiter.pauseFor(1_000);
  expect(limiter.pausedForMs).toBe(10_000);
  void take(1);
  void take(1);
  await clock.advance(30_000);
  expect(done).toEqual([10_000, 10_000]);
});

it('an aborted caller gives its turn to the next', async () => {
  const { clock, done, take } = limited(1, 1);
  void take(1);
  const abort = new AbortController();
  const given = take(1, abort.signal);
  const expected = expect(given).rejects.toThrow('enough');
  void take(1);
  await clock.advance(100);
  abort.abort(new Error('enough'));
  await expected;
  await clock.advance(3000);
  expect(done).toEqual([0, 1000]);
});

it('a lower rate that the venue tells is kept from then on', async () => {
  const { clock, limiter, done, take } = limited(100, 100);
  limiter.setRate({ burst: 1, perSecond: 1 });
  for (let i = 0; i < 3; i += 1) void take(1);
  await clock.advance(5000);
  expect(done).toEqual([0, 1000, 2000]);
});
