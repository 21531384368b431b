import type { Position } from '@tidemark/event-bus/event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { expect, it } from 'vitest';
import type { Claim } from '../claims/claim.ts';
import { Commits } from './commits.ts';

function setUp() {
  const committed: Position[][] = [];
  const bus = { away: false };
  const current = new Set<Claim>();
  const commits = new Commits(
    async (positions) => {
      if (bus.away) throw new Error('away');
      committed.push(positions);
    },
    (claim) => current.has(claim),
    createLogger({ level: 'silent' }),
  );
  const claim = (partition: number): Claim => {
    const made = { partition, epoch: 1 };
    current.add(made);
    return made;
  };
  return { bus, committed, commits, claim, current };
}

it('positions that the bus did not take are committed later, the last of each partition', async () => {
  const { bus, committed, commits, claim } = setUp();
  const [one, two] = [claim(1), claim(2)];
  bus.away = true;
  commits.add(new Map([[one, 10]]));
  await commits.run();
  commits.add(
    new Map([
      [one, 12],
      [two, 5],
    ]),
  );
  bus.away = false;
  await commits.run();
  expect(committed).toEqual([
    [
      { partition: 1, offset: 12 },
      { partition: 2, offset: 5 },
    ],
  ]);
});

it('positions under a claim that is void are not committed', async () => {
  const { committed, commits, claim, current } = setUp();
  const [one, two] = [claim(1), claim(2)];
  commits.add(
    new Map([
      [one, 10],
      [two, 20],
    ]),
  );
  current.delete(one);
  await commits.run();
  expect(committed).toEqual([[{ partition: 2, offset: 20 }]]);
});
