import { expect, test } from 'vitest';
import { newRequestId, requestIdFrom } from './request-id.ts';

test('every request without an id gets one of its own', () => {
  expect(newRequestId()).not.toBe(newRequestId());
  expect(requestIdFrom(undefined)).toMatch(/^[0-9a-f-]{36}$/);
});

test('a well-formed incoming id is kept', () => {
  expect(requestIdFrom('trace-2026.11_20')).toBe('trace-2026.11_20');
});

test.each([
  ['too short', 'abc'],
  ['too long', 'a'.repeat(65)],
  ['a line break', 'abcdefgh\nlevel=fatal'],
  ['markup', '<script>alert(1)</script>'],
  ['several headers', ['abcdefgh', 'ijklmnop']],
])('an incoming id is replaced when it is malformed: %s', (_, header) => {
  expect(requestIdFrom(header)).toMatch(/^[0-9a-f-]{36}$/);
});
