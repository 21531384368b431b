import { TestClock } from '@tidemark/clock/test-clock';
import { createLogger } from '@tidemark/telemetry/logger';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { HostedModule } from './hosted-module.ts';
import { ModuleHost } from './module-host.ts';

const logger = createLogger({ level: 'silent' });
let clock: TestClock;
let events: string[];
beforeEach(() => {
  clock = new TestClock();
  events = [];
});

function recording(name: string, needs: string[] = [], own: Partial<HostedModule> = {}) {
  const record = (what: string) => async () => void events.push(`${what} ${name}`);
  const hooks = {
    create: record('create'),
    start: record('start'),
    stop: record('stop'),
    close: record('close'),
  };
  return { name, needs, ...hooks, ...own };
}

function host(...modules: HostedModule[]): ModuleHost {
  return new ModuleHost({ modules, clock, logger, stopDeadlineMs: 5_000 });
}

describe('start and stop', () => {
  test('everything is created before anything starts, and goes down in reverse', async () => {
    const running = host(recording('prices', ['bus']), recording('bus'));
    await running.start();
    await running.stop();
    expect(events).toEqual([
      'create bus',
      'create prices',
      'start bus',
      'start prices',
      'stop prices',
      'stop bus',
      'close prices',
      'close bus',
    ]);
  });

  test('a module needs none of the hooks', async () => {
    const running = host({ name: 'bare', needs: [] });
    await running.start();
    expect(running.readiness().ready).toBe(true);
    await running.stop();
  });

  test('a failed start stops what runs, closes what is open, and says why', async () => {
    const broken = recording('prices', ['bus'], {
      start: () => Promise.reject(new Error('no venue')),
    });
    const running = host(recording('bus'), broken);
    await expect(running.start()).rejects.toThrow('no venue');
    expect(events).toEqual([
      'create bus',
      'create prices',
      'start bus',
      'stop bus',
      'close prices',
      'close bus',
    ]);
  });

  test('a failed creation closes what was created and starts nothing', async () => {
    const broken = recording('bus', ['database'], {
      create: () => Promise.reject(new Error('no broker')),
    });
    await expect(host(recording('database'), broken).start()).rejects.toThrow('no broker');
    expect(events).toEqual(['create database', 'close database']);
  });

  test('stopping twice stops once', async () => {
    const running = host(recording('bus'));
    await running.start();
    await Promise.all([running.stop(), running.stop()]);
    expect(events.filter((event) => event === 'stop bus')).toHaveLength(1);
  });

  test('the signal is aborted before the first module is stopped', async () => {
    let aborted: boolean | undefined;
    let signal: AbortSignal | undefined;
    const watching = recording('prices', [], {
      start: async (given) => void (signal = given),
      stop: async () => void (aborted = signal?.aborted),
    });
    const running = host(watching);
    await running.start();
    expect(signal?.aborted).toBe(false);
    await running.stop();
    expect(aborted).toBe(true);
  });

  test('a stop during the start waits for the module in hand and stops it', async () => {
    const gate = Promise.withResolvers<undefined>();
    const slow = recording('bus', [], { start: () => gate.promise });
    const running = host(slow, recording('prices', ['bus']));
    const started = running.start();
    await vi.waitFor(() => expect(events).toContain('create prices'));
    const stopped = running.stop();
    gate.resolve(undefined);
    await Promise.all([started, stopped]);
    expect(events.slice(2)).toEqual(['stop bus', 'close prices', 'close bus']);
  });
});

describe('a module that does not stop', () => {
  test('is named, and the others still stop within the deadline', async () => {
    const error = vi.spyOn(logger, 'error');
    const hanging = recording('gateway', ['bus'], { stop: () => new Promise(() => {}) });
    const running = host(recording('bus'), hanging);
    await running.start();
    let done = false;
    void running.stop().then(() => (done = true));
    await clock.advance(5_000);
    expect(done).toBe(true);
    expect(events).toContain('stop bus');
    expect(events).toContain('close bus');
    expect(error).toHaveBeenCalledWith({ module: 'gateway' }, expect.any(String));
  });

  test('leaves the others stopped too when it throws', async () => {
    const throwing = recording('gateway', ['bus'], {
      stop: () => Promise.reject(new Error('still busy')),
    });
    const running = host(recording('bus'), throwing);
    await running.start();
    await running.stop();
    expect(events.slice(-3)).toEqual(['stop bus', 'close gateway', 'close bus']);
  });
});

describe('readiness', () => {
  test('says what each module waits for', async () => {
    let waiting: string | null = 'the first price';
    const running = host(
      recording('bus'),
      recording('prices', ['bus'], { waitingFor: () => waiting }),
    );
    expect(running.readiness().ready).toBe(false);
    await running.start();
    expect(running.readiness()).toEqual({
      ready: false,
      modules: [
        { name: 'bus', ready: true, waiting_for: null },
        { name: 'prices', ready: false, waiting_for: 'the first price' },
      ],
    });
    waiting = null;
    expect(running.readiness().ready).toBe(true);
    await running.stop();
    expect(running.readiness().ready).toBe(false);
  });
});

test('while the start goes on, all wait for the module in hand', async () => {
  const opened = Promise.withResolvers<undefined>();
  const slow = recording('database', ['root'], { create: () => opened.promise });
  const running = host(recording('root'), slow, recording('users', ['database']));
  const started = running.start();
  await vi.waitFor(() => expect(events).toEqual(['create root']));
  const waits = () => running.readiness().modules.map(({ waiting_for }) => waiting_for);
  await vi.waitFor(() =>
    expect(waits()).toEqual(['database', 'the start of database', 'database']),
  );
  opened.resolve(undefined);
  await started;
  expect(waits()).toEqual([null, null, null]);
  await running.stop();
});

test('the first fatal error is the one that is told', async () => {
  const running = host(recording('database'));
  running.fail(new Error('the disk is full'));
  running.fail(new Error('and more'));
  expect((await running.failed).message).toBe('the disk is full');
});
