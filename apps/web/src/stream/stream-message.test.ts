import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tickOf } from '../market/tick.fixture.ts';
import { parseStreamMessage } from './stream-message.ts';

test('a price, a heartbeat and an error are read', () => {
  const tick = tickOf('bitcoin', 57_996.66);
  const price = { type: 'price_update', data: tick };
  expect(parseStreamMessage(JSON.stringify(price))).toEqual(price);
  expect(parseStreamMessage('{"type":"heartbeat","data":{"timestamp":"x"}}')).toEqual({
    type: 'heartbeat',
  });
  const error = '{"type":"error","data":{"code":"INVALID_REQUEST","message":"No such coin"}}';
  expect(parseStreamMessage(error)).toEqual({ type: 'error', message: 'No such coin' });
});

test('a price without a number is refused', () => {
  const tick = { ...tickOf('bitcoin', 1), price: '57996.66' };
  expect(parseStreamMessage(JSON.stringify({ type: 'price_update', data: tick }))).toBeNull();
});

test('whatever else comes down the line is ignored without a fault', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => {
      expect(parseStreamMessage(text)).toBeNull();
    }),
  );
});
