import { expect, test } from 'vitest';
import { decodeShare, encodeMember, encodeShare, shareOut } from './group-shares.ts';

const TOPIC = 'trades';

test('what members say is what the leader shares out by, and shares arrive as they were sent', () => {
  const members = [
    { memberId: 'a', metadata: encodeMember(TOPIC, [0, 1, 2, 3], 4) },
    { memberId: 'b', metadata: encodeMember(TOPIC, [], 4) },
  ];
  const shares = shareOut(members, TOPIC, 4).map(({ memberId, assignment }) => [
    memberId,
    decodeShare(TOPIC, assignment),
  ]);
  expect(shares).toEqual([
    ['a', { partitions: [0, 1], settled: false }],
    ['b', { partitions: [], settled: false }],
  ]);
});

test('a share that says nothing about being settled is', () => {
  expect(decodeShare(TOPIC, Buffer.alloc(0))).toEqual({ partitions: [], settled: true });
  const share = { partitions: [1, 2], settled: true };
  expect(decodeShare(TOPIC, encodeShare(TOPIC, share))).toEqual(share);
});
