import { expect, test } from 'vitest';
import { murmur2, partitionOf } from './murmur2.ts';

/** From Kafka's own UtilsTest#testMurmur2. */
test.each([
  ['21', -973_932_308],
  ['foobar', -790_332_482],
  ['a-little-bit-long-string', -985_981_536],
  ['a-little-bit-longer-string', -1_486_304_829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58_897_971],
  ['abc', 479_470_107],
])('the hash of %j is the one Kafka computes', (text, hash) => {
  expect(murmur2(new TextEncoder().encode(text))).toBe(hash);
});

test('the partition is the positive hash modulo the number of partitions', () => {
  expect(partitionOf('21', 12)).toBe((-973_932_308 & 0x7fffffff) % 12);
  expect(partitionOf('abc', 12)).toBe(479_470_107 % 12);
});

test('the keys of our coins spread over all partitions', () => {
  const keys = Array.from({ length: 500 }, (_, i) => `coin-${i}`);
  expect(new Set(keys.map((key) => partitionOf(key, 12))).size).toBe(12);
});
