import { expect, test } from 'vitest';
import { overlayLimit } from './overlay-limit.ts';
import { RANGE_IDS, RANGES } from './ranges.ts';

test('every bar has its value asked for, up to what the service answers', () => {
  expect([0, 1, 250, 251, 999, 1000, 5000].map(overlayLimit)).toEqual([
    250, 250, 250, 500, 1000, 1000, 1000,
  ]);
});

test('a new bar is seldom a new question', () => {
  for (const id of RANGE_IDS) {
    const { limit } = RANGES[id];
    expect(overlayLimit(limit + 1)).toBe(overlayLimit(limit));
  }
});
