import { expect, test } from 'vitest';
import type { Sample } from './sample.ts';
import { verdictOn } from './verdict.ts';

const NONE = { rss: 0, external: 0, lagP99: 0, holes: 0, messages: 0 };

/** Minutes whose heap is a saw of ten MB that grows by `perHour` MB. */
function minutes(count: number, perHour: number): Sample[] {
  return Array.from({ length: count }, (_, i) => {
    const minute = 30 + i;
    return { ...NONE, minute, heap: 50 + ((i * 7) % 11) + (perHour * i) / 60 };
  });
}

test('memory that goes up and down is flat', () => {
  expect(verdictOn('heap', minutes(30, 0)).words).toMatch(/: flat$/);
});

test('a leak beneath the ups and downs is found', () => {
  const { rising, words } = verdictOn('heap', minutes(30, 40));
  expect(rising).toBe(true);
  expect(words).toMatch(/: RISING$/);
});

test('memory that falls is flat', () => {
  expect(verdictOn('heap', minutes(30, -40)).rising).toBe(false);
});

test('a short run is not judged', () => {
  const { rising, words } = verdictOn('heap', minutes(14, 40));
  expect(rising).toBe(false);
  expect(words).toMatch(/too short a run to tell$/);
});
