import { expect, test } from 'vitest';
import { performanceOf } from '../performance.fixture.ts';
import { readUpdate, withLive } from './live-value.ts';

const known = performanceOf();
const told = (at: number) => ({
  ...{ portfolio_id: 'p', user_id: 'u', currency: 'EUR', total_value: '110', gain: '30' },
  ...{ roi_percent: 37.5, today_change: '11', today_percent: 11 },
  timestamp: new Date(at).toISOString(),
});

test('what the stream says later stands, and what it said before does not', () => {
  expect(withLive(known, readUpdate(told(known.as_of + 1)))).toMatchObject({
    ...{ value: '110', gain: '30', roi_percent: 37.5, positions: known.positions },
    today: { change: '11', percent: 11 },
  });
  expect(withLive(known, readUpdate(told(known.as_of - 1)))).toBe(known);
  expect(withLive(known, null)).toBe(known);
});

test('a value that is no longer known is not the last one', () => {
  const update = { ...told(known.as_of + 1), total_value: null, gain: null };
  expect(withLive(known, readUpdate(update)).value).toBeNull();
});

test('what is no update is none', () => {
  expect(readUpdate({ total_value: '1' })).toBeNull();
});
