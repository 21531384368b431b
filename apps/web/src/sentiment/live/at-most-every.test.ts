import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atMostEvery } from './at-most-every.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('what is wanted often is done at once, then at most every so often', () => {
  const work = vi.fn();
  const pace = atMostEvery(5_000, work);
  for (let i = 0; i < 10; i += 1) pace.want();
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5_000);
  expect(work).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(60_000);
  expect(work).toHaveBeenCalledTimes(2);
  pace.want();
  expect(work).toHaveBeenCalledTimes(3);
});

test('stopped, it does nothing more', () => {
  const work = vi.fn();
  const pace = atMostEvery(5_000, work);
  pace.want();
  pace.want();
  pace.stop();
  vi.advanceTimersByTime(60_000);
  expect(work).toHaveBeenCalledTimes(1);
});
