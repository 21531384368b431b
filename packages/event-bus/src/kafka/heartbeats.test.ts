import { ProtocolError } from '@platformatic/kafka';
import { TestClock } from '@tidemark/clock/test-clock';
import { beforeEach, expect, test, vi } from 'vitest';
import { heartbeats, type Verdict } from './heartbeats.ts';

let clock: TestClock;
let beat: ReturnType<typeof vi.fn<() => Promise<void>>>;
let stop: AbortController;
let verdict: Verdict | undefined;
const onFailure = vi.fn();

beforeEach(() => {
  clock = new TestClock();
  beat = vi.fn(() => Promise.resolve());
  stop = new AbortController();
  verdict = undefined;
  onFailure.mockReset();
});

function start(): Promise<unknown> {
  return heartbeats(beat, clock, onFailure, stop.signal).then((said) => (verdict = said));
}

test('beats once a second for as long as nothing changes', async () => {
  void start();
  await clock.advance(30_000);
  expect(beat).toHaveBeenCalledTimes(30);
  expect(verdict).toBeUndefined();
});

test.each([
  ['REBALANCE_IN_PROGRESS', 'rebalance'],
  ['UNKNOWN_MEMBER_ID', 'lost'],
  ['ILLEGAL_GENERATION', 'lost'],
])('%s means %s', async (answer, meaning) => {
  beat.mockRejectedValue(new ProtocolError(answer));
  void start();
  await clock.advance(1_000);
  expect(verdict).toBe(meaning);
});

test('a broker that is away for less than the session changes nothing', async () => {
  void start();
  beat.mockRejectedValue(new Error('away'));
  await clock.advance(9_000);
  expect(verdict).toBeUndefined();
  beat.mockResolvedValue();
  await clock.advance(60_000);
  expect(verdict).toBeUndefined();
});

test('a broker that is away for longer than the session has given the partitions away', async () => {
  void start();
  beat.mockRejectedValue(new Error('away'));
  await clock.advance(12_000);
  expect(verdict).toBe('lost');
  expect(onFailure).toHaveBeenCalled();
});
