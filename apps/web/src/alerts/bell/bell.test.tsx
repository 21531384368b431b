import { DEFAULT_PREFERENCES } from '@tidemark/contracts/preferences';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Provider } from 'react-redux';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ADA } from '../../account/session/browser.fixture.ts';
import { sessionChanged } from '../../account/session/session-slice.ts';
import { answerWith } from '../../api/fake-fetch.fixture.ts';
import { putAllAway } from '../../components/ui/toasts.ts';
import { Toaster } from '../../components/ui/toaster.tsx';
import { WithRouter } from '../../frame/router.fixture.tsx';
import { createStore } from '../../store/store.ts';
import { firingOf } from '../alert.fixture.ts';
import { Bell } from './bell.tsx';

/** The line, whose far end is the test. */
class FakeSocket {
  static opened: FakeSocket[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly url: string;
  #seq = 0;
  constructor(url: string) {
    this.url = url;
    FakeSocket.opened.push(this);
  }
  send() {}
  close() {}
  says(data: object) {
    this.#seq += 1;
    this.onmessage?.({ data: JSON.stringify({ type: 'alert_firing', seq: this.#seq, data }) });
  }
}

let isThere: boolean;
let isSaid: boolean;
let unseen: { unseen: number; latest: number | null };
let asked: { path: string; body: unknown }[];

beforeEach(() => {
  FakeSocket.opened = [];
  isThere = true;
  isSaid = true;
  unseen = { unseen: 0, latest: null };
  asked = [];
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  answerWith(async (request) => {
    const { pathname: path } = new URL(request.url);
    asked.push({ path, body: await request.json().catch(() => undefined) });
    if (path === '/api/alerts/seen') unseen = { ...unseen, unseen: 0 };
    const answers: Readonly<Record<string, unknown>> = {
      '/api/market/coins': [],
      '/api/stream/ticket': { ticket: 't' },
      '/api/users/me/preferences': {
        ...DEFAULT_PREFERENCES,
        notifications: { ...DEFAULT_PREFERENCES.notifications, browser: isSaid },
      },
      ...(isThere && {
        '/api/alerts/unseen': unseen,
        '/api/alerts/seen': null,
        '/api/alerts/firings': [firingOf(2, { late: true }), firingOf(1, { simulated: true })],
      }),
    };
    if (path in answers) return Response.json({ success: true, data: answers[path], meta: {} });
    const error = { code: 'RESOURCE_NOT_FOUND', message: 'There is nothing here.' };
    return Response.json({ success: false, error, meta: {} }, { status: 404 });
  });
});
afterEach(() => {
  cleanup();
  putAllAway();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function open(user: typeof ADA | null = ADA) {
  const store = createStore();
  const status = user === null ? 'signed_out' : 'signed_in';
  store.dispatch(sessionChanged({ status, user, ending: null, unreachable: false }));
  render(
    <WithRouter>
      <Provider store={store}>
        <Bell />
        <Toaster />
      </Provider>
    </WithRouter>,
  );
}

async function untilOpen(): Promise<FakeSocket> {
  await waitFor(() => expect(FakeSocket.opened).toHaveLength(1));
  const socket = FakeSocket.opened[0]!;
  const before = asked.filter(({ path }) => path.endsWith('/unseen')).length;
  socket.onopen?.();
  await waitFor(() =>
    expect(asked.filter(({ path }) => path.endsWith('/unseen'))).toHaveLength(before + 1),
  );
  return socket;
}
const toasts = () => screen.getByRole('region', { name: 'Messages' }).textContent;

test('what was not seen is counted, listed, and seen at a press', async () => {
  unseen = { unseen: 2, latest: firingOf(2).told_at };
  open();
  fireEvent.click(await screen.findByRole('button', { name: 'Alerts, 2 not seen' }));
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
  const [newest, older] = screen.getAllByRole('listitem');
  expect(newest?.textContent).toContain('late');
  expect(older?.textContent).toContain('simulated');
  fireEvent.click(screen.getByRole('button', { name: 'All seen' }));
  await waitFor(() => expect(screen.getByTestId('bell').textContent).toBe(''));
  expect(asked.find(({ path }) => path === '/api/alerts/seen')?.body).toEqual({
    through: firingOf(2).told_at,
  });
});

test('a firing is said once however often the line tells it, and the count is read again', async () => {
  open();
  const socket = await untilOpen();
  expect(socket.url).toContain('/ws/alerts?ticket=t');
  unseen = { unseen: 1, latest: firingOf(1).told_at };
  socket.says(firingOf(1));
  socket.says(firingOf(1));
  await screen.findByRole('button', { name: 'Alerts, 1 not seen' });
  expect(toasts().match(/Bitcoin: price below/g)).toHaveLength(1);
});

test('what had fired before the page was opened is not said', async () => {
  unseen = { unseen: 1, latest: firingOf(1).told_at };
  open();
  const socket = await untilOpen();
  socket.says(firingOf(1));
  socket.says(firingOf(2));
  await waitFor(() => expect(toasts()).toContain('Bitcoin'));
  expect(toasts().match(/Bitcoin: price below/g)).toHaveLength(1);
});

test('whoever does not want it hears nothing in passing, and the bell counts all the same', async () => {
  isSaid = false;
  open();
  const socket = await untilOpen();
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/preferences'))).toBe(true));
  unseen = { unseen: 1, latest: firingOf(1).told_at };
  socket.says(firingOf(1));
  await screen.findByRole('button', { name: 'Alerts, 1 not seen' });
  expect(toasts()).toBe('');
});

test('where there is no service of alerts there is no bell, and no line is opened', async () => {
  isThere = false;
  open();
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/unseen'))).toBe(true));
  expect(screen.queryByTestId('bell')).toBeNull();
  expect(FakeSocket.opened).toEqual([]);
  expect(toasts()).toBe('');
});

test('nobody who is not signed in is asked about', () => {
  open(null);
  expect(asked.filter(({ path }) => path.startsWith('/api/alerts'))).toEqual([]);
});
