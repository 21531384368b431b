import { expect, test } from 'vitest';
import { pricesArrived, pricesReducer } from './prices-slice.ts';
import { tickOf } from './tick.fixture.ts';

const empty = pricesReducer(undefined, { type: 'nothing' });

test('the latest price of each coin is kept', () => {
  const first = pricesReducer(empty, pricesArrived([tickOf('bitcoin', 1), tickOf('ethereum', 2)]));
  const then = pricesReducer(first, pricesArrived([tickOf('bitcoin', 3, 1)]));
  expect(then.byCoin.bitcoin?.price).toBe(3);
  expect(then.byCoin.ethereum).toBe(first.byCoin.ethereum);
});

test('an answer that was overtaken does not turn a price back', () => {
  const streamed = pricesReducer(empty, pricesArrived([tickOf('bitcoin', 3, 5)]));
  const late = pricesReducer(streamed, pricesArrived([tickOf('bitcoin', 1, 4)]));
  expect(late).toBe(streamed);
});

test('a price that went stale without a new trade is shown as stale', () => {
  const live = pricesReducer(empty, pricesArrived([tickOf('bitcoin', 3, 5)]));
  const stale = { ...tickOf('bitcoin', 3, 5), quality: 'stale' as const };
  expect(pricesReducer(live, pricesArrived([stale])).byCoin.bitcoin?.quality).toBe('stale');
});
