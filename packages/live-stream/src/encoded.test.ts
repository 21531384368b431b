import { expect, test } from 'vitest';
import { Encoded } from './encoded.ts';

test('a value is encoded once for all its readers', () => {
  const value = new Encoded('k', { type: 'error', data: { code: 'a', message: 'b' } });
  expect(value.bytes).toBe(value.bytes);
  expect(value.bytes.toString()).toBe('{"type":"error","data":{"code":"a","message":"b"}}');
});
