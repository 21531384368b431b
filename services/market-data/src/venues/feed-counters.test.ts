import { expect, it } from 'vitest';
import { FeedCounters } from './feed-counters.ts';

it('refusals are counted by reason and ignored frames by type', () => {
  const counters = new FeedCounters();
  counters.refuse('bad_time');
  counters.refuse('bad_time');
  counters.ignore('kline');
  expect(counters.refused()).toEqual({ bad_time: 2, 'ignored:kline': 1 });
});

it('a venue that invents types makes no more than 31 names', () => {
  const counters = new FeedCounters();
  for (let i = 0; i < 1000; i += 1) counters.ignore(`type-${i}`);
  counters.ignore('type-0');
  expect(Object.keys(counters.refused())).toHaveLength(31);
  expect(counters.refused()).toMatchObject({ 'ignored:type-0': 2, 'ignored:other': 970 });
});
