import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planShares, type Claimant, type Plan } from './group-plan.ts';

/** Partitions in anyone's hands, some in nobody's: their owner died. */
const situations = fc
  .record({
    partitions: fc.integer({ min: 1, max: 16 }),
    members: fc.integer({ min: 1, max: 6 }),
    seed: fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 16, maxLength: 16 }),
  })
  .map(({ partitions, members, seed }) => ({
    partitions,
    claimants: Array.from({ length: members }, (_, member) => ({
      memberId: `m${member}`,
      generation: 7,
      owned: Array.from({ length: partitions }, (_, i) => i).filter(
        (partition) => (seed[partition] ?? 0) % (members + 1) === member,
      ),
    })),
  }));

function after(plan: Plan): Claimant[] {
  return [...plan.shares].map(([memberId, owned]) => ({ memberId, owned, generation: 8 }));
}

test('a partition is never given to a member while another still has it', () => {
  fc.assert(
    fc.property(situations, ({ partitions, claimants }) => {
      const { shares } = planShares(partitions, claimants);
      for (const { memberId, owned } of claimants) {
        for (const [other, share] of shares) {
          if (other !== memberId) expect(share.filter((p) => owned.includes(p))).toEqual([]);
        }
      }
    }),
  );
});

test('two rounds give every partition to one member, in shares that differ by one at most', () => {
  fc.assert(
    fc.property(situations, ({ partitions, claimants }) => {
      const plan = planShares(partitions, after(planShares(partitions, claimants)));
      const shares = [...plan.shares.values()];
      const all = shares.flat().sort((a, b) => a - b);
      expect(all).toEqual(Array.from({ length: partitions }, (_, i) => i));
      const sizes = shares.map((share) => share.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(plan.settled).toBe(true);
    }),
  );
});

test('a settled group stays as it is', () => {
  fc.assert(
    fc.property(situations, ({ partitions, claimants }) => {
      const settled = planShares(partitions, after(planShares(partitions, claimants)));
      expect(planShares(partitions, after(settled))).toEqual(settled);
    }),
  );
});

test('the latest generation’s word counts, and of two with the same neither', () => {
  const older = { memberId: 'a', owned: [0, 1], generation: 3 };
  const newer = { memberId: 'b', owned: [1], generation: 4 };
  expect(planShares(2, [older, newer]).shares).toEqual(
    new Map([
      ['a', [0]],
      ['b', [1]],
    ]),
  );
  const twin = { ...older, memberId: 'b' };
  expect(planShares(2, [older, twin])).toEqual({
    shares: new Map([
      ['a', []],
      ['b', []],
    ]),
    settled: false,
  });
});

test('members beyond the partitions get none', () => {
  const claimants = ['a', 'b', 'c'].map((memberId) => ({ memberId, owned: [], generation: -1 }));
  const sizes = [...planShares(2, claimants).shares.values()].map((share) => share.length);
  expect(sizes.sort()).toEqual([0, 1, 1]);
});
