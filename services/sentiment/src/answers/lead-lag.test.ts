import { expect, test } from 'vitest';
import { leadLag } from './lead-lag.ts';

const HOUR = 3_600_000;
const start = Date.UTC(2026, 0, 1);

/** Uniform in [-1, 1), the same each time. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}
const series = (hours: number, at: (i: number) => number) =>
  new Map(Array.from({ length: hours }, (_, i) => [start + i * HOUR, at(i)]));

test('little is known of less than thirty hours', () => {
  const few = series(20, Math.sin);
  const { lags, samples, verdict } = leadLag('bitcoin', few, few);
  expect([samples, lags[5]]).toEqual([
    20,
    { lag_hours: 0, correlation: null, low: null, high: null, samples: 20 },
  ]);
  expect(verdict).toContain('Too little');
});

test('what has nothing to do with each other is said to have nothing', () => {
  const [a, b] = [noise(1), noise(2)];
  const { lags, verdict } = leadLag('bitcoin', series(700, a), series(700, b));
  expect(verdict).toContain('no connection');
  for (const { low, high } of lags) expect(high! - low!).toBeLessThan(0.2);
});

test('returns that follow the news three hours later are found there', () => {
  const [a, b] = [noise(3), noise(4)];
  const told = Array.from({ length: 700 }, a);
  const returns = series(700, (i) => 0.5 * (told[i - 3] ?? 0) + b());
  const { lags, verdict } = leadLag(
    'bitcoin',
    series(700, (i) => told[i] ?? 0),
    returns,
  );
  expect(verdict).toBe('Where the news was better, returns 3 h later were higher.');
  const step = lags.find(({ lag_hours }) => lag_hours === 3)!;
  expect(step.correlation).toBeCloseTo(0.5 / Math.sqrt(1.25), 1);
  expect(step.low).toBeGreaterThan(0);
});

test('series that never change have no correlation', () => {
  const flat = series(100, () => 1);
  expect(leadLag('bitcoin', flat, flat).lags.every(({ correlation }) => correlation === null)).toBe(
    true,
  );
});
