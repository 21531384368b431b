import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Provider } from 'react-redux';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerWith } from '../../api/fake-fetch.fixture.ts';
import { putAllAway } from '../../components/ui/toasts.ts';
import { createStore } from '../../store/store.ts';
import { alertOf } from '../alert.fixture.ts';
import { LineEntry } from './line-entry.tsx';

const READ = {
  coins: ['bitcoin'],
  condition: { quantity: 'price', direction: 'below', bound: 60_000, for_s: 300 },
  recurring: false,
};
let sent: { path: string; body: unknown }[];
let refusal: { status: number; error: object } | null;

beforeEach(() => {
  sent = [];
  refusal = null;
  answerWith(async (request) => {
    const { pathname: path } = new URL(request.url);
    const done = (data: unknown) => Response.json({ success: true, data, meta: {} });
    if (path.startsWith('/api/market/')) return done([]);
    sent.push({ path, body: await request.json().catch(() => undefined) });
    if (refusal !== null) {
      const { status, error } = refusal;
      return Response.json({ success: false, error, meta: {} }, { status });
    }
    return done(path === '/api/alerts/read-line' ? READ : alertOf());
  });
});
afterEach(() => {
  cleanup();
  putAllAway();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function open() {
  const onChange = vi.fn();
  render(
    <Provider store={createStore()}>
      <LineEntry onChange={onChange} />
    </Provider>,
  );
  return onChange;
}

const field = () =>
  screen.getByLabelText<HTMLInputElement>('A new alert in one line', {
    selector: 'input',
  });
function read(line: string) {
  fireEvent.change(field(), { target: { value: line } });
  fireEvent.click(screen.getByRole('button', { name: 'Read' }));
}

/** What stands beside the field, as who hears the field hears it. */
function saidOfField(): string {
  const ids = field().getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}

test('a line is shown as it was understood, set at a press, and the field is empty again', async () => {
  open();
  read('BTC < 60k for 5 min');
  const understood = await screen.findByTestId('understood');
  expect(understood.textContent).toBe(
    'Understood: Bitcoin, price is below 60,000.00 USD for 5 min; once.',
  );
  const button = screen.getByRole('button', { name: 'Set alert' });
  expect(document.activeElement).toBe(button);
  fireEvent.click(button);
  await waitFor(() => expect(field().value).toBe(''));
  expect(sent).toEqual([
    { path: '/api/alerts/read-line', body: { line: 'BTC < 60k for 5 min' } },
    { path: '/api/alerts', body: READ },
  ]);
});

test('what cannot be read is said beside the field, which has the focus', async () => {
  const reason = 'names no coin that is followed: XYZ';
  refusal = {
    status: 400,
    error: { code: 'INVALID_REQUEST', message: 'No.', details: [{ field: 'body.line', reason }] },
  };
  open();
  read('XYZ < 1');
  await waitFor(() => expect(saidOfField()).toContain(`The line ${reason}.`));
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field());
  expect(screen.queryByTestId('understood')).toBeNull();
});

test('a refusal that blames no field is said beside the field too', async () => {
  refusal = { status: 422, error: { code: 'INSUFFICIENT_DATA', message: 'No coin is known yet' } };
  open();
  read('BTC < 1');
  await waitFor(() => expect(saidOfField()).toContain('No coin is known yet.'));
});

test('an empty line is not sent', async () => {
  open();
  read(' ');
  await waitFor(() => expect(saidOfField()).toContain('Write what to wait for.'));
  expect(sent).toEqual([]);
});

test('what was understood can be changed in the form first', async () => {
  const onChange = open();
  read('BTC < 60k for 5 min');
  fireEvent.click(await screen.findByRole('button', { name: 'Change it first' }));
  expect(onChange).toHaveBeenCalledWith(READ);
  expect(sent).toHaveLength(1);
});
