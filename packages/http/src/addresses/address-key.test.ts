import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressKeys } from './address-key.ts';

const addressKey = (address: string) => addressKeys(address)[0]?.key ?? '';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:c000:207', '192.0.2.7'],
  ['192.0.2.7:4711', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
  ['10.1', 'unknown'],
  ['', 'unknown'],
])('%s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});

test('all addresses of a /64 count as one, of two they do not', () => {
  const part = fc.integer({ min: 0, max: 0xffff });
  const half = fc.tuple(part, part, part, part);
  const written = (parts: number[]) => parts.map((each) => each.toString(16)).join(':');
  fc.assert(
    fc.property(half, half, half, half, (network, a, b, other) => {
      const keyOf = (...halves: number[][]) => addressKey(written(halves.flat()));
      expect(keyOf(network, a)).toBe(keyOf(network, b));
      const same = written(network) === written(other);
      expect(keyOf(network, a) === keyOf(other, a)).toBe(same);
    }),
  );
});

test('an IPv6 address counts for the larger networks that it is in too, which may have somewhat more', () => {
  expect(addressKeys('2001:db8:1:23ff:3:4:5:6')).toEqual([
    { key: '2001:db8:1:23ff::/64', share: 1 },
    { key: '2001:db8:1:2300::/56', share: 2 },
    { key: '2001:db8:1:0::/48', share: 8 },
  ]);
  expect(addressKeys('192.0.2.7')).toEqual([{ key: '192.0.2.7', share: 1 }]);
});

test('whatever a proxy writes, there is a short key', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 500 }), (text) => {
      expect(addressKey(text).length).toBeLessThan(50);
    }),
  );
});
