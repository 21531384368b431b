import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf, isSameClient } from './caller.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2::1', '2001:db8:1:2'],
  ['2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2'],
  ['2001:db8:1:3::1', '2001:db8:1:3'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['not an address', 'not an address'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('addresses of one IPv6 network of 64 bits count as one, those of two do not', () => {
  const part = fc.integer({ min: 1, max: 0xffff }).map((bits) => bits.toString(16));
  const half = fc.array(part, { minLength: 4, maxLength: 4 }).map((parts) => parts.join(':'));
  fc.assert(
    fc.property(half, half, half, half, (network, other, host, neighbour) => {
      const counted = networkOf(`${network}:${host}`);
      expect(networkOf(`${network.toUpperCase()}:${neighbour}`)).toBe(counted);
      expect(networkOf(`${other}:${host}`) === counted).toBe(other === network);
    }),
  );
});

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
