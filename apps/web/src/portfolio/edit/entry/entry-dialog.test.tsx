import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { Portfolio } from '@tidemark/contracts/portfolio';
import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import { Provider } from 'react-redux';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerWith } from '../../../api/fake-fetch.fixture.ts';
import { putAllAway } from '../../../components/ui/toasts.ts';
import { createStore } from '../../../store/store.ts';
import { EntryDialog } from './entry-dialog.tsx';

const AT = '2026-03-01T12:00:00.000Z';
const PORTFOLIO: Portfolio = {
  ...{ portfolio_id: 'p', name: 'Savings', base_currency: 'EUR', version: 1 },
  ...{ created_at: AT, updated_at: AT, deleted_at: null },
  ...{ method: 'fifo', pools: 'one', oversold: 'refuse' },
};
const movement = { role: 'amount', wallet: '' } as const;
const BOUGHT: Transaction = {
  ...{ transaction_id: 't', portfolio_id: 'p', time: AT, kind: 'buy', income_kind: null },
  movements: [
    { asset: 'BTC', amount: '0.5', ...movement },
    { asset: 'EUR', amount: '-100', ...movement },
  ],
  ...{ price: null, note: null, source: null, version: 3 },
};

interface Sent {
  method: string;
  ifMatch: string | null;
  key: string | null;
  body: unknown;
}
let sent: Sent[];
let answers: Response[];
const done = (data: unknown) => Response.json({ success: true, data, meta: {} });
const refused = (status: number, error: unknown) =>
  Response.json({ success: false, error, meta: {} }, { status });

beforeEach(() => {
  sent = [];
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
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/api/market/')) return done([]);
    sent.push({
      method: request.method,
      ifMatch: request.headers.get('if-match'),
      key: request.headers.get('idempotency-key'),
      body: await request.json().catch(() => undefined),
    });
    return answers.shift() ?? done(BOUGHT);
  });
});
afterEach(() => {
  cleanup();
  putAllAway();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function open(transaction: Transaction | null) {
  const onClose = vi.fn();
  render(
    <Provider store={createStore()}>
      <EntryDialog open onClose={onClose} portfolio={PORTFOLIO} transaction={transaction} />
    </Provider>,
  );
  return onClose;
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) =>
  fireEvent.change(field(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('what the server refuses stands at its field, and the same entry is sent with the same key', async () => {
  const onClose = open(null);
  type('Asset', 'BTC');
  type('Quantity', '0.5');
  type('Money in all, without fee', '1,000');
  const details = [{ field: 'body.time', reason: 'must not be in the future' }];
  answers.push(refused(400, { code: 'INVALID_REQUEST', message: 'No.', details }));
  press('Add transaction');
  await screen.findByText('Time must not be in the future.');
  expect(document.activeElement).toBe(field('Time, UTC'));
  press('Add transaction');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent.map(({ body }) => body)).toMatchObject([
    { kind: 'buy', asset: 'BTC', quantity: '0.5', total: '1000', currency: 'EUR' },
    { total: '1000' },
  ]);
  expect(sent[0]?.key).toMatch(/^[0-9a-f]{32}$/);
  expect(sent[1]?.key).toBe(sent[0]?.key);
});

test('a change that came too late is said, and what is there now is loaded to be changed', async () => {
  const onClose = open(BOUGHT);
  type('Quantity', '0.6');
  answers.push(refused(412, { code: 'PRECONDITION_FAILED', message: 'It was changed.' }));
  press('Save');
  await screen.findByText(/changed elsewhere after you opened it/);
  answers.push(done({ ...BOUGHT, note: 'of another tab', version: 4 }));
  press('Load what is there now');
  await waitFor(() => expect(field('Note (optional)').value).toBe('of another tab'));
  expect(field('Quantity').value).toBe('0.5');
  press('Save');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent.map(({ method, ifMatch }) => [method, ifMatch])).toEqual([
    ['PUT', '"3"'],
    ['GET', null],
    ['PUT', '"4"'],
  ]);
});
