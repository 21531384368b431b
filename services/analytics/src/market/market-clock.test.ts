import { TestClock } from '@tidemark/clock/test-clock';
import { expect, test } from 'vitest';
import { MarketClock } from './market-clock.ts';

const MINUTE = 60_000;
const T0 = Date.UTC(2026, 5, 1, 12);

test.each([
  ['right', 0, T0],
  ['a minute ahead', MINUTE, T0 + MINUTE],
  ['eleven minutes ahead', 11 * MINUTE, T0],
  ['eleven minutes behind', -11 * MINUTE, T0],
])('on a machine whose clock is %s bars are as late as they are', async (_what, ahead, now) => {
  const own = new TestClock(T0 + ahead);
  const clock = new MarketClock(own);
  expect(clock.now()).toBe(T0 + ahead);
  clock.note(T0);
  expect(clock.now()).toBe(now);
  // Nothing more is heard of the market: time goes on.
  await own.advance(20 * MINUTE);
  expect(clock.now() - now).toBeLessThanOrEqual(20 * MINUTE + MINUTE);
  expect(clock.now() - now).toBeGreaterThanOrEqual(19 * MINUTE);
});

test('an earlier minute, and one of another day, tell nothing', () => {
  const clock = new MarketClock(new TestClock(T0 + 11 * MINUTE));
  clock.note(T0);
  clock.note(T0 - 5 * MINUTE);
  clock.note(T0 + 30 * 86_400_000);
  expect(clock.now()).toBe(T0);
});
