import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, test, vi } from 'vitest';

const WORKER = path.join(import.meta.dirname, '../../../public/alerts-worker.js');
const ORIGIN = 'https://tidemark.example';

type Listener = (event: object) => void;

/** What a browser gives a worker, and what the worker did with it. */
async function startWorker(pages: { url: string; focus: () => void }[] = []) {
  const listeners = new Map<string, Listener>();
  const showNotification = vi.fn();
  const openWindow = vi.fn();
  const self = {
    location: new URL('/alerts-worker.js', ORIGIN),
    registration: { showNotification },
    clients: { matchAll: async () => pages, openWindow },
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
  };
  runInNewContext(await readFile(WORKER, 'utf8'), { self, URL });
  const send = async (name: string, event: object) => {
    let work: unknown;
    listeners.get(name)?.({ ...event, waitUntil: (wait: unknown) => (work = wait) });
    await work;
  };
  return { send, showNotification, openWindow };
}

const pushed = (data: object) => ({ data: { json: () => data } });
const pressed = (url: string) => ({ notification: { data: { url }, close: close } });
const close = vi.fn();
beforeEach(() => close.mockClear());

test('what is pushed is shown, the same firing in one place', async () => {
  const { send, showNotification } = await startWorker();
  const url = '/alerts?firing=f-1';
  await send('push', pushed({ title: 'Bitcoin', text: 'below 60,000', url, firing_id: 'f-1' }));
  expect(showNotification).toHaveBeenCalledWith('Bitcoin', {
    ...{ body: 'below 60,000', tag: 'f-1' },
    data: { url: `${ORIGIN}/alerts?firing=f-1` },
  });
});

test('whatever is pushed, something is shown, and it leads to this site', async () => {
  const { send, showNotification } = await startWorker();
  const broken = {
    json: () => {
      throw new SyntaxError('no JSON');
    },
  };
  await send('push', { data: broken });
  await send('push', { data: null });
  await send('push', pushed({ title: 'Click', url: 'https://elsewhere.example/' }));
  await send('push', pushed({ title: 'Click', url: 'javascript:alert(1)' }));
  const options = showNotification.mock.calls.map(([, given]) => given as { data: object });
  expect(options.map(({ data }) => data)).toEqual(
    Array.from({ length: 4 }, () => ({ url: `${ORIGIN}/alerts/` })),
  );
});

test('a press opens what it is about, or shows the page that has it open', async () => {
  const url = `${ORIGIN}/alerts?firing=f-1`;
  const alone = await startWorker();
  await alone.send('notificationclick', pressed(url));
  expect(alone.openWindow).toHaveBeenCalledWith(url);
  const focus = vi.fn();
  const beside = await startWorker([{ url, focus }]);
  await beside.send('notificationclick', pressed(url));
  expect(focus).toHaveBeenCalled();
  expect(beside.openWindow).not.toHaveBeenCalled();
  expect(close).toHaveBeenCalledTimes(2);
});
