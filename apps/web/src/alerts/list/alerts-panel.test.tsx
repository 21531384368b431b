import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { Alert, AlertChange } from '@tidemark/contracts/alert';
import { Provider } from 'react-redux';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerWith } from '../../api/fake-fetch.fixture.ts';
import { putAllAway } from '../../components/ui/toasts.ts';
import { Toaster } from '../../components/ui/toaster.tsx';
import { WithRouter } from '../../frame/router.fixture.tsx';
import { createStore } from '../../store/store.ts';
import { alertOf } from '../alert.fixture.ts';
import { MUTED_FOR_GOOD } from './alert-state.tsx';
import { AlertsPanel } from './alerts-panel.tsx';

let alerts: Alert[] | null;
let sent: { method: string; path: string; ifMatch: string | null; body: unknown }[];

beforeEach(() => {
  window.history.replaceState(null, '', '/alerts/');
  sent = [];
  alerts = [
    alertOf({ alert_id: 'a', name: 'Low', version: 3, status: 'done', is_on: true }),
    alertOf({ alert_id: 'b', name: 'High', version: 4, coins: ['solana'] }),
    alertOf({ alert_id: 'c', name: 'Any', version: 5, coins: null, is_on: false, status: 'off' }),
  ];
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
    const { method } = request;
    const body: unknown = await request.json().catch(() => undefined);
    const done = (data: unknown) => Response.json({ success: true, data, meta: {} });
    if (path.startsWith('/api/market/')) return done([]);
    if (alerts === null) {
      const error = { code: 'RESOURCE_NOT_FOUND', message: 'There is nothing here.' };
      return Response.json({ success: false, error, meta: {} }, { status: 404 });
    }
    if (method === 'GET') return done(alerts);
    sent.push({ method, path, ifMatch: request.headers.get('if-match'), body });
    const id = path.split('/').at(-1);
    if (method === 'DELETE') alerts = alerts.filter(({ alert_id }) => alert_id !== id);
    alerts = alerts.map((alert) =>
      alert.alert_id === id ? { ...alert, ...(body as AlertChange as Partial<Alert>) } : alert,
    );
    return done(alerts[0] ?? null);
  });
});
afterEach(() => {
  cleanup();
  putAllAway();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function open() {
  render(
    <WithRouter>
      <Provider store={createStore()}>
        <AlertsPanel />
        <Toaster />
      </Provider>
    </WithRouter>,
  );
  await screen.findByRole('row', { name: /Low/ });
}
const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });

test('an alert says how it stands in a word, and is switched off by its version', async () => {
  await open();
  expect(row('Low').textContent).toContain('Done');
  expect(row('Any').textContent).toContain('Every coin');
  fireEvent.click(within(row('High')).getByRole('switch', { name: 'High is on' }));
  await waitFor(() =>
    expect(sent).toEqual([
      { method: 'PATCH', path: '/api/alerts/b', ifMatch: '"4"', body: { is_on: false } },
    ]),
  );
});

test('an alert is muted until somebody says, and that is said', async () => {
  await open();
  fireEvent.keyDown(within(row('High')).getByRole('button', { name: 'More for High' }), {
    key: 'Enter',
  });
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Mute until I say' }));
  await waitFor(() => expect(row('High').textContent).toContain('Muted'));
  expect(sent.map(({ body }) => body)).toEqual([{ muted_until: MUTED_FOR_GOOD }]);
});

test('those that are chosen are turned on together, and others are left alone', async () => {
  await open();
  fireEvent.click(within(row('Low')).getByRole('checkbox'));
  fireEvent.click(within(row('Any')).getByRole('checkbox'));
  fireEvent.click(screen.getByRole('button', { name: 'Turn on' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent).toMatchObject([{ path: '/api/alerts/c', body: { is_on: true } }]);
});

test('those that are chosen are deleted together, once that is confirmed', async () => {
  await open();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Choose all' }));
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  expect(sent).toEqual([]);
  const dialog = await screen.findByRole('alertdialog');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
  await screen.findByText('You have no alerts yet.');
  expect(sent.map(({ method, ifMatch }) => `${method} ${ifMatch}`).toSorted()).toEqual([
    'DELETE "3"',
    'DELETE "4"',
    'DELETE "5"',
  ]);
});

test('where there is no service of alerts, that is said with a way to try again', async () => {
  const there = alerts;
  alerts = null;
  render(
    <WithRouter>
      <Provider store={createStore()}>
        <AlertsPanel />
      </Provider>
    </WithRouter>,
  );
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
  alerts = there;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('row', { name: /Low/ });
});
