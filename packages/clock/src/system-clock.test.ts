import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { describeClock } from './clock.contract.ts';
import { systemClock } from './system-clock.ts';

describeClock('system clock', () => ({
  clock: systemClock,
  advance: (ms) => new Promise((resolve) => setTimeout(resolve, ms + 5)),
}));

describe('a delay that is longer than a timer of Node can be', () => {
  const DAY = 86_400_000;
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('is waited for in full', () => {
    let calls = 0;
    systemClock.after(60 * DAY, () => (calls += 1));
    vi.advanceTimersByTime(59 * DAY);
    expect(calls).toBe(0);
    vi.advanceTimersByTime(DAY);
    expect(calls).toBe(1);
  });

  test('can be cancelled after its first part', () => {
    let calls = 0;
    const cancel = systemClock.after(60 * DAY, () => (calls += 1));
    vi.advanceTimersByTime(30 * DAY);
    cancel();
    vi.advanceTimersByTime(60 * DAY);
    expect(calls).toBe(0);
  });
});
