import { describeClock } from '@tidemark/clock/clock.contract';
import { systemClock } from '@tidemark/clock/system-clock';
import { expect, test } from 'vitest';
import { PacedClock } from './paced-clock.ts';

const START = Date.UTC(2026, 0, 1);

describeClock('PacedClock', () => {
  const clock = new PacedClock(START, 2);
  return { clock, advance: (ms) => systemClock.sleep(ms / 2 + 5) };
});

test('an hour passes in a moment, and a timer that waits follows a change of pace', async () => {
  const clock = new PacedClock(START, 1);
  const slept = clock.sleep(3_600_000).then(() => clock.now() - START);
  const from = performance.now();
  clock.pace = 100_000;
  expect(await slept).toBeGreaterThanOrEqual(3_600_000);
  expect(performance.now() - from).toBeLessThan(5_000);
});

test('time does not jump when the pace is changed', () => {
  const clock = new PacedClock(START, 1);
  const before = clock.now();
  clock.pace = 1_000;
  clock.pace = 1;
  expect(clock.now() - before).toBeGreaterThanOrEqual(0);
  expect(clock.now() - before).toBeLessThan(60_000);
});
