import { expect, test } from 'vitest';
import { PriceOrder } from './price-order.ts';

const at = (seconds: number, coin = 'bitcoin') => ({
  coin_id: coin,
  timestamp: new Date(seconds * 1000).toISOString(),
});

test('an older price does not take the place of a newer one that was just shown', () => {
  const order = new PriceOrder();
  expect(order.accepts(at(10), 0)).toBe(true);
  expect(order.accepts(at(9), 100)).toBe(false);
  expect(order.accepts(at(10), 200)).toBe(true);
  expect(order.accepts(at(11), 300)).toBe(true);
});

test('a clock that ran ahead holds the price back for five seconds and no longer', () => {
  const order = new PriceOrder();
  order.accepts(at(3600), 0);
  expect(order.accepts(at(10), 4_999)).toBe(false);
  expect(order.accepts(at(11), 5_000)).toBe(true);
  expect(order.accepts(at(12), 5_001)).toBe(true);
});

test('coins do not hold each other back', () => {
  const order = new PriceOrder();
  order.accepts(at(10), 0);
  expect(order.accepts(at(9, 'ethereum'), 1)).toBe(true);
});
