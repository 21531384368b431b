import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { Alert } from '@tidemark/contracts/alert';
import { Provider } from 'react-redux';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerWith } from '../../api/fake-fetch.fixture.ts';
import { putAllAway } from '../../components/ui/toasts.ts';
import { WithRouter } from '../../frame/router.fixture.tsx';
import { coinOf } from '../../market/tick.fixture.ts';
import { createStore } from '../../store/store.ts';
import { alertOf } from '../alert.fixture.ts';
import { AlertDialog } from './alert-dialog.tsx';

interface Sent {
  method: string;
  path: string;
  ifMatch: string | null;
  body: unknown;
}
let sent: Sent[];
let previewed: unknown[];
let answers: Response[];
const done = (data: unknown) => Response.json({ success: true, data, meta: {} });
const DAY_MS = 86_400_000;
const PREVIEW = {
  ...{ coin_id: 'bitcoin', rule: '', from: 0, to: 90 * DAY_MS, interval: '1h', bars: 2_160 },
  firings: [1, 2, 3].map((day) => ({ at: day * DAY_MS, value: 59_000, price: 59_500 })),
  assumptions: [],
};

beforeEach(() => {
  sent = [];
  previewed = [];
  answers = [];
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
    const body: unknown = await request.json().catch(() => undefined);
    if (path === '/api/market/coins') return done([coinOf('bitcoin'), coinOf('solana')]);
    if (path.startsWith('/api/market/candles')) return done({ candles: [] });
    if (path === '/api/alerts/channels') {
      return done([{ channel_id: 'c-1', kind: 'mail', name: 'Post', to: 'a@b.c', gone_at: null }]);
    }
    if (path === '/api/alerts/preview') {
      previewed.push(body);
      return done(PREVIEW);
    }
    sent.push({ method: request.method, path, ifMatch: request.headers.get('if-match'), body });
    return answers.shift() ?? done(alertOf());
  });
});
afterEach(() => {
  cleanup();
  putAllAway();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function open(alert: Alert | null) {
  const onClose = vi.fn();
  const start = alert === null ? { coins: ['bitcoin'], bound: '60k' } : undefined;
  render(
    <WithRouter>
      <Provider store={createStore()}>
        <AlertDialog open onClose={onClose} alert={alert} start={start} />
      </Provider>
    </WithRouter>,
  );
  return onClose;
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) =>
  fireEvent.change(field(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('what is chosen and typed is what is asked for', async () => {
  const onClose = open(null);
  type('Coins', 'sol');
  fireEvent.click(await screen.findByRole('option', { name: /Solana/ }));
  type('What is watched', 'move');
  type('When it', 'below');
  type('Bound, percent', '5');
  type('Within', '15');
  type('For, minutes (optional)', '2');
  fireEvent.click(field('Again and again' + 'Otherwise it fires once for each coin, and is done.'));
  fireEvent.click(await screen.findByRole('checkbox', { name: /Post/ }));
  fireEvent.click(screen.getByRole('checkbox', { name: /Quiet hours/ }));
  type('Note (optional)', 'sell');
  press('Set alert');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent).toMatchObject([
    {
      ...{ method: 'POST', path: '/api/alerts' },
      body: {
        coins: ['bitcoin', 'solana'],
        condition: { quantity: 'move', direction: 'below', bound: -5, window_min: 15, for_s: 120 },
        ...{ recurring: true, hysteresis_pct: 0.5, cooldown_s: 300, channels: ['c-1'] },
        schedule: {
          ...{ quiet_from: '22:00', quiet_to: '07:00' },
          time_zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
        ...{ note: 'sell', expires_at: null },
      },
    },
  ]);
});

test('a change names the version that it was made from, and says what is changed alone', async () => {
  const onClose = open(alertOf({ version: 7, expires_at: Date.UTC(2030, 0, 1, 0, 0, 12) }));
  type('Bound, USD', '50,000');
  press('Save');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent).toEqual([
    {
      ...{ method: 'PATCH', path: '/api/alerts/a-1', ifMatch: '"7"' },
      body: {
        condition: { quantity: 'price', direction: 'below', bound: 50_000, for_s: 0 },
      },
    },
  ]);
});

test('what the server refuses stands at its field', async () => {
  const onClose = open(null);
  const details = [{ field: 'body.condition.bound', reason: 'is no price' }];
  const error = { code: 'INVALID_REQUEST', message: 'No.', details };
  answers.push(Response.json({ success: false, error, meta: {} }, { status: 400 }));
  press('Set alert');
  await screen.findByText('Bound is no price.');
  expect(document.activeElement).toBe(field('Bound, USD'));
  expect(onClose).not.toHaveBeenCalled();
});

test('the form says how often it would have fired, and when', async () => {
  open(null);
  await screen.findByText('It would have fired 3 times in 90 days.', {}, { timeout: 5_000 });
  expect(previewed).toMatchObject([{ coin_id: 'bitcoin', condition: { bound: 60_000 } }]);
  expect(screen.getByRole('list', { name: /would have fired/ }).children).toHaveLength(3);
});
