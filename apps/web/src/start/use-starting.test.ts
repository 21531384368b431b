import { afterEach, expect, test, vi } from 'vitest';
import { readWaiting } from './use-starting.ts';

afterEach(() => vi.unstubAllGlobals());

const answering = (body: unknown, status = 503) =>
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body, { status })));

test('a server that starts says what it waits for', async () => {
  const modules = [
    { name: 'root', ready: false, waiting_for: 'database' },
    { name: 'database', ready: false, waiting_for: 'the database to open' },
  ];
  answering({ ready: false, modules });
  expect(await readWaiting()).toBe('the database to open');
});

test('one that is ready waits for nothing', async () => {
  answering({ ready: true, modules: [{ name: 'root', ready: true, waiting_for: null }] }, 200);
  expect(await readWaiting()).toBeNull();
});

test('an answer of something else, or none, says nothing', async () => {
  answering({ error: 'Bad gateway' }, 502);
  expect(await readWaiting()).toBeUndefined();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
  expect(await readWaiting()).toBeUndefined();
});
