import { expect, test } from 'vitest';
import { isSameClient } from './same-client.ts';

const PHONE = { address: '192.0.2.7', userAgent: 'a phone' };

test.each([
  ['the same', PHONE, true],
  ['without a user agent', { ...PHONE, userAgent: null }, true],
  ['with another user agent', { ...PHONE, userAgent: 'a script' }, false],
  ['at another address', { ...PHONE, address: '192.0.2.8' }, false],
  ['at the same address, written as IPv6', { ...PHONE, address: '::ffff:192.0.2.7' }, true],
])('%s: %o', (_what, other, same) => {
  expect(isSameClient(PHONE, other)).toBe(same);
  expect(isSameClient(other, PHONE)).toBe(same);
});

test('an IPv6 network of 64 bits counts as one address', () => {
  const at = (address: string) => ({ address, userAgent: null });
  expect(isSameClient(at('2001:db8:1:2::7'), at('2001:db8:1:2:aaaa::1'))).toBe(true);
  expect(isSameClient(at('2001:db8:1:2::7'), at('2001:db8:1:3::7'))).toBe(false);
});
