import { TestClock } from '@tidemark/clock/test-clock';
import { expect, it } from 'vitest';
import { PauseWatch } from './pause-watch.ts';

it('a process that beats has not paused', async () => {
  const clock = new TestClock();
  const watch = new PauseWatch(clock);
  for (let i = 0; i < 20; i += 1) {
    await clock.advance(500);
    watch.beat();
    expect(watch.paused).toBe(false);
  }
});

it('a pause is noticed before the first beat after it, and until it was looked into', async () => {
  const clock = new TestClock();
  const watch = new PauseWatch(clock);
  await clock.advance(3_500);
  expect(watch.paused).toBe(true);
  watch.beat();
  await clock.advance(500);
  watch.beat();
  expect(watch.paused).toBe(true);
  watch.forget();
  expect(watch.paused).toBe(false);
});
