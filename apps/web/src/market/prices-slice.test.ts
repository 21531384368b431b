import { expect, test } from 'vitest';
import { isAllStale, isStale, pricesAged, pricesArrived, pricesReducer } from './prices-slice.ts';
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

test('a price grows stale of which nothing is heard, and is fresh again with the next word', () => {
  const both = [tickOf('bitcoin', 1), tickOf('ethereum', 1)];
  let state = pricesReducer(undefined, pricesArrived(both, 0));
  state = pricesReducer(state, pricesArrived([tickOf('ethereum', 1)], 20_000));
  state = pricesReducer(state, pricesAged({ now: 31_000, limitMs: 30_000 }));
  expect([isStale(state, 'bitcoin'), isStale(state, 'ethereum')]).toEqual([true, false]);
  expect(isAllStale(state)).toBe(false);
  state = pricesReducer(state, pricesAged({ now: 51_000, limitMs: 30_000 }));
  expect(isAllStale(state)).toBe(true);
  state = pricesReducer(state, pricesArrived([tickOf('bitcoin', 1)], 52_000));
  expect([isStale(state, 'bitcoin'), isStale(state, 'ethereum')]).toEqual([false, true]);
});

test('a simulated price that the server calls stale is stale', () => {
  const tick = { ...tickOf('bitcoin', 1), quality: 'stale' as const, simulated: true };
  expect(isStale(pricesReducer(undefined, pricesArrived([tick], 0)), 'bitcoin')).toBe(true);
});

test('an older word is no word', () => {
  let state = pricesReducer(undefined, pricesArrived([tickOf('bitcoin', 1, 5)], 0));
  state = pricesReducer(state, pricesArrived([tickOf('bitcoin', 1, 4)], 40_000));
  state = pricesReducer(state, pricesAged({ now: 41_000, limitMs: 30_000 }));
  expect(isStale(state, 'bitcoin')).toBe(true);
});
