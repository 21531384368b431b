import { createLogger } from '@tidemark/telemetry/logger';
import { expect, it, vi } from 'vitest';
import { Storing } from './storing.ts';

const logger = createLogger({ level: 'silent' });

it('joins a write that runs, and drains to the end of it', async () => {
  const write = Promise.withResolvers<undefined>();
  const calls = vi.fn(() => write.promise);
  const storing = new Storing(async () => {
    await calls();
  }, logger);
  void storing.run();
  void storing.run();
  let drained = false;
  const draining = storing.drain().then(() => (drained = true));
  await Promise.resolve();
  expect(calls).toHaveBeenCalledTimes(1);
  expect(drained).toBe(false);
  write.resolve(undefined);
  await draining;
  await storing.run();
  expect(calls).toHaveBeenCalledTimes(2);
});

it('a store that fails is told once, and once more when it works again', async () => {
  const error = vi.spyOn(logger, 'error');
  const info = vi.spyOn(logger, 'info');
  let works = false;
  const storing = new Storing(
    () => (works ? Promise.resolve() : Promise.reject(new Error('down'))),
    logger,
  );
  await storing.run();
  await storing.run();
  expect(storing.failing).toBe(true);
  works = true;
  await storing.run();
  expect(storing.failing).toBe(false);
  expect([error.mock.calls.length, info.mock.calls.length]).toEqual([1, 1]);
});
