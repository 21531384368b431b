import { NetworkError } from '@platformatic/kafka';
import { TestClock } from '@tidemark/clock/test-clock';
import { beforeEach, expect, test, vi } from 'vitest';
import { FaultLog } from './fault-log.ts';

const logger = { warn: vi.fn(), error: vi.fn() };
let clock: TestClock;
let faults: FaultLog;
const lines = () => logger.warn.mock.calls.map((call) => call[1] as string);

beforeEach(() => {
  vi.resetAllMocks();
  clock = new TestClock();
  faults = new FaultLog(clock, logger);
});

async function failFor(ms: number, what: string, error: Error): Promise<void> {
  for (let passed = 0; passed <= ms; passed += 500) {
    faults.failed(what, error);
    await clock.advance(500);
  }
}

test('a fault that is tried again and again is one line', async () => {
  await failFor(60_000, 'joining', new Error('refused'));
  expect(lines()).toEqual(['joining failed; it is tried again until it works']);
});

test('a fault that the next try mends is no line', () => {
  faults.failed('joining', new Error('refused'));
  faults.worked('joining');
  expect(lines()).toEqual([]);
});

test('a fault that comes back after it was mended is a line again', async () => {
  await failFor(5_000, 'joining', new Error('refused'));
  faults.worked('joining');
  await failFor(5_000, 'joining', new Error('refused'));
  expect(lines()).toHaveLength(2);
});

test('a broker that is away is one line, whoever misses it, and its return another', async () => {
  await failFor(5_000, 'joining', new NetworkError('closed'));
  await failFor(5_000, 'reading', new NetworkError('closed'));
  faults.worked('reading');
  expect(lines()).toEqual([
    'Kafka does not answer; it is tried again until it does',
    'Kafka answers again',
  ]);
});

test('what was tried for long before it failed is said at once', () => {
  faults.failed('publishing', new NetworkError('closed'), 8_000);
  expect(lines()).toHaveLength(1);
});
