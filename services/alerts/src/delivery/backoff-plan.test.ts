import { expect, test } from 'vitest';
import { nextAttempt } from './backoff-plan.ts';

const TRIES = [1, 2, 3, 4, 5, 6];
const WAITS_MS = [5_000, 30_000, 120_000, 600_000, 3_600_000, 14_400_000];

test('a wait is at most 5 s, 30 s, 2 min, 10 min, 1 h, 4 h, and at least half of it', () => {
  expect(TRIES.map((tries) => nextAttempt(tries, null, () => 1))).toEqual(WAITS_MS);
  const halves = WAITS_MS.map((ms) => ms / 2);
  expect(TRIES.map((tries) => nextAttempt(tries, null, () => 0))).toEqual(halves);
});

test('after seven tries there is none, whatever the other side asks for', () => {
  expect(nextAttempt(7, null, () => 0)).toBeNull();
  expect(nextAttempt(8, 1_000, () => 0)).toBeNull();
});

test('the other side is left alone as long as it asks for, and no shorter than planned', () => {
  expect(nextAttempt(1, 60_000, () => 0)).toBe(60_000);
  expect(nextAttempt(3, 60_000, () => 0.5)).toBe(90_000);
  expect(nextAttempt(3, 1_000, () => 0)).toBe(60_000);
});
