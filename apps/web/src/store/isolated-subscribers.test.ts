import { expect, onTestFinished, test, vi } from 'vitest';
import { pricesArrived } from '../market/prices-slice.ts';
import { tickOf } from '../market/tick.fixture.ts';
import { createStore } from './store.ts';

test('a reader of the store that fails is told of once, and stops neither the others nor the writer', () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => told.mockRestore());
  const store = createStore();
  const fault = new Error('a bar nobody knows');
  store.subscribe(() => {
    throw fault;
  });
  const other = vi.fn();
  store.subscribe(other);
  for (const price of [1, 2, 3]) {
    other.mockClear();
    store.dispatch(pricesArrived([tickOf('bitcoin', price)]));
    expect(other).toHaveBeenCalled();
  }
  expect(store.getState().prices.byCoin.bitcoin?.price).toBe(3);
  expect(told).toHaveBeenCalledExactlyOnceWith(expect.any(String), fault);
});
