import { TestClock } from '@tidemark/clock/test-clock';
import { createLogger } from '@tidemark/telemetry/logger';
import { beforeEach, expect, test, vi } from 'vitest';
import { engineModule } from './engine-module.ts';

const logger = createLogger({ level: 'silent' });
let clock: TestClock;
let away: Error | null;
let closed: boolean;
beforeEach(() => {
  clock = new TestClock();
  away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  closed = false;
});

function redis(essential: boolean) {
  return engineModule({
    name: 'cache',
    what: 'Redis',
    place: 'cache:6379',
    essential,
    clock,
    logger,
    open: async () => ({
      ping: () => (away ? Promise.reject(away) : Promise.resolve()),
      close: async () => void (closed = true),
    }),
  });
}

async function pass(ms: number): Promise<void> {
  await clock.advance(ms);
}

test('the start waits for an engine that comes late, and says for what', async () => {
  const module = redis(false);
  await module.create?.();
  let started = false;
  const starting = module.start?.(new AbortController().signal).then(() => (started = true));
  await pass(5_000);
  expect(started).toBe(false);
  expect(module.waitingFor?.()).toBe('Redis');
  away = null;
  await pass(1_000);
  await starting;
  expect(module.waitingFor?.()).toBeNull();
  await module.stop?.();
  await module.close?.();
  expect(closed).toBe(true);
});

test('a stop ends the waiting', async () => {
  const module = redis(true);
  await module.create?.();
  const stopping = new AbortController();
  const starting = module.start?.(stopping.signal);
  await pass(100);
  stopping.abort(new Error('stop'));
  await starting;
  await module.stop?.();
});

test.each([
  [true, 'Redis'],
  [false, null],
])('an engine that goes away later, essential: %s', async (essential, waitingFor) => {
  const module = redis(essential);
  const warn = vi.spyOn(logger, 'warn');
  const gone = away;
  away = null;
  await module.create?.();
  await module.start?.(new AbortController().signal);
  away = gone;
  await pass(2_000);
  expect(module.waitingFor?.()).toBe(waitingFor);
  expect(warn).toHaveBeenCalledOnce();
  away = null;
  await pass(2_000);
  expect(module.waitingFor?.()).toBeNull();
  await module.stop?.();
});
