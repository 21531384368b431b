import { expect, test } from 'vitest';
import { describeClock } from './clock.contract.ts';
import { TestClock } from './test-clock.ts';

describeClock('test clock', () => {
  const clock = new TestClock();
  return { clock, advance: (ms) => clock.advance(ms) };
});

test('time stands still until it is moved', async () => {
  const clock = new TestClock(1_000);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(clock.now()).toBe(1_000);
});

test('each timer sees its own moment', async () => {
  const clock = new TestClock(0);
  const seen: number[] = [];
  clock.after(30, () => seen.push(clock.now()));
  clock.every(20, () => seen.push(clock.now()));
  await clock.advance(60);
  expect(seen).toEqual([20, 30, 40, 60]);
  expect(clock.now()).toBe(60);
});

test('work that a timer set going sets its own timers in time', async () => {
  const clock = new TestClock(0);
  const seen: number[] = [];
  const work = async (): Promise<void> => {
    for (let i = 0; i < 3; i += 1) {
      await clock.sleep(10);
      seen.push(clock.now());
    }
  };
  void work();
  await clock.advance(100);
  expect(seen).toEqual([10, 20, 30]);
});

test('an aborted sleep leaves no timer behind', async () => {
  const clock = new TestClock();
  const controller = new AbortController();
  const slept = clock.sleep(1_000, controller.signal).catch(() => undefined);
  controller.abort();
  await slept;
  expect(clock.pending).toBe(0);
});
