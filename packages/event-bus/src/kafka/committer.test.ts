import { ProtocolError } from '@platformatic/kafka';
import { TestClock } from '@tidemark/clock/test-clock';
import { beforeEach, expect, test, vi } from 'vitest';
import { Committer } from './committer.ts';
import { FaultLog } from './fault-log.ts';
import type { Committing, GroupOffsets } from './group-offsets.ts';

const logger = { warn: vi.fn(), error: vi.fn() };
const commit = vi.fn<GroupOffsets['commit']>();
let clock: TestClock;
let membership: Committing | undefined;
let committer: Committer;
const sent = () => commit.mock.calls.map(([offsets]) => Object.fromEntries(offsets));

beforeEach(() => {
  vi.resetAllMocks();
  clock = new TestClock();
  membership = { memberId: 'm', generation: 1 };
  committer = new Committer({
    offsets: { commit } as unknown as GroupOffsets,
    membership: () => membership,
    ready: () => Promise.resolve(),
    clock,
    faults: new FaultLog(clock, logger),
    logger,
    group: 'g',
  });
  committer.take(0, 10);
  committer.take(1, 20);
});

test('the furthest position of each partition is committed', async () => {
  await committer.commit([
    { partition: 0, offset: 12 },
    { partition: 0, offset: 15 },
    { partition: 0, offset: 13 },
    { partition: 1, offset: 21 },
  ]);
  expect(sent()).toEqual([{ 0: 15, 1: 21 }]);
  expect(committer.committed(0)).toBe(15);
});

test('older positions, and partitions of others, are not sent', async () => {
  await committer.commit([
    { partition: 0, offset: 9 },
    { partition: 7, offset: 99 },
  ]);
  expect(sent()).toEqual([]);
});

test('what is asked for while a commit is under way goes together in the next', async () => {
  const first = Promise.withResolvers<undefined>();
  commit.mockReturnValueOnce(first.promise);
  void committer.commit([{ partition: 0, offset: 11 }]);
  await clock.advance(0);
  void committer.commit([{ partition: 0, offset: 12 }]);
  const last = committer.commit([{ partition: 1, offset: 22 }]);
  first.resolve(undefined);
  await last;
  expect(sent()).toEqual([{ 0: 11 }, { 0: 12, 1: 22 }]);
});

test('a commit during a rebalance is sent again, by the generation of then', async () => {
  commit.mockRejectedValueOnce(new ProtocolError('REBALANCE_IN_PROGRESS'));
  const done = committer.commit([{ partition: 0, offset: 11 }]);
  await clock.advance(0);
  membership = { memberId: 'm', generation: 2 };
  await clock.advance(1_000);
  await done;
  expect(commit.mock.lastCall?.[1]).toEqual({ memberId: 'm', generation: 2 });
});

test('a member that is not in the group any more gives up, says so, and does not move the commit', async () => {
  membership = undefined;
  await committer.commit([{ partition: 0, offset: 11 }]);
  expect(sent()).toEqual([]);
  expect(logger.warn).toHaveBeenCalledOnce();
  expect(committer.committed(0)).toBe(10);
});

test('a released partition is not committed any more', async () => {
  commit.mockRejectedValueOnce(new Error('away'));
  const done = committer.commit([{ partition: 0, offset: 11 }]);
  await clock.advance(0);
  committer.release(0);
  await clock.advance(1_000);
  await done;
  expect(sent()).toEqual([{ 0: 11 }]);
});
