import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMessage } from './stream-message.ts';

const tick = { coin_id: 'bitcoin', price: 5, timestamp: '2026-01-01T00:00:00Z', quality: 'live' };
const read = (message: unknown) => readMessage(JSON.stringify(message));

test.each([
  { type: 'price_update', seq: 1, data: tick },
  { type: 'heartbeat', seq: 2, data: { timestamp: 'x' } },
  { type: 'error', seq: 3, data: { code: 'INVALID_REQUEST', message: 'No such coin' } },
  { type: 'of a later version', seq: 4, data: {} },
])('$type is read', (message) => {
  expect(read(message)).toEqual(message);
});

test.each([
  ['a price without a number', { type: 'price_update', seq: 1, data: { ...tick, price: '5' } }],
  ['a message without its number', { type: 'price_update', data: tick }],
  ['a message without data', { type: 'heartbeat', seq: 1 }],
])('%s is refused', (_what, message) => {
  expect(read(message)).toBeNull();
});

test('whatever else comes down the line is ignored without a fault', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => {
      expect(readMessage(text)).toBeNull();
    }),
  );
});
