import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Provider } from 'react-redux';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ADA } from '../account/session/browser.fixture.ts';
import { sessionChanged } from '../account/session/session-slice.ts';
import { answerWith } from '../api/fake-fetch.fixture.ts';
import { putAllAway } from '../components/ui/toasts.ts';
import { Toaster } from '../components/ui/toaster.tsx';
import { WithRouter } from '../frame/router.fixture.tsx';
import { createStore } from '../store/store.ts';
import { FakeWatchlists } from './fake-watchlists.fixture.ts';
import { WatchStar } from './watch-star.tsx';

let service: FakeWatchlists;
beforeEach(() => {
  service = new FakeWatchlists();
  answerWith(service.answer);
});
afterEach(() => {
  cleanup();
  putAllAway();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function open(
  status: 'signed_in' | 'signed_out',
  onPush: (href: string) => void = () => undefined,
) {
  const store = createStore();
  const user = status === 'signed_in' ? ADA : null;
  store.dispatch(sessionChanged({ status, user, ending: null, unreachable: false }));
  render(
    <WithRouter onPush={onPush}>
      <Provider store={store}>
        <WatchStar coinId="bitcoin" name="Bitcoin" />
        <WatchStar coinId="solana" name="Solana" />
        <Toaster />
      </Provider>
    </WithRouter>,
  );
}

const star = (name: string) => screen.getByRole('button', { name: `Watch ${name}` });
const isOn = (name: string) => star(name).getAttribute('aria-pressed') === 'true';
const untilKnown = () =>
  waitFor(() => expect(star('Bitcoin').getAttribute('aria-disabled')).toBe('false'));
const changes = () =>
  service.heard.flatMap(({ method, path }) => (method === 'GET' ? [] : [`${method} ${path}`]));

test('two stars pressed at once, where there is no list, make one list of both', async () => {
  open('signed_in');
  await untilKnown();
  const release = service.hold();
  fireEvent.click(star('Bitcoin'));
  fireEvent.click(star('Solana'));
  await waitFor(() => expect([isOn('Bitcoin'), isOn('Solana')]).toEqual([true, true]));
  expect(service.lists).toEqual([]);
  release();
  await waitFor(() =>
    expect(changes()).toEqual(['POST /api/watchlist', 'PUT /api/watchlist/list-1/coins/solana']),
  );
  await waitFor(() => expect(service.heard.at(-1)?.method).toBe('GET'));
  expect([isOn('Bitcoin'), isOn('Solana')]).toEqual([true, true]);
  expect(service.lists).toMatchObject([
    { name: 'Watchlist', coins: [{ coin_id: 'bitcoin' }, { coin_id: 'solana' }] },
  ]);
});

test('what the server refuses is taken back and said', async () => {
  open('signed_in');
  await untilKnown();
  const release = service.hold();
  service.refuseWith = 500;
  fireEvent.click(star('Bitcoin'));
  await waitFor(() => expect(isOn('Bitcoin')).toBe(true));
  release();
  const said = await screen.findByRole('alert');
  expect(said.textContent).toContain('Bitcoin is not watched. The tide is out.');
  await waitFor(() => expect(isOn('Bitcoin')).toBe(false));
  fireEvent.click(screen.getByRole('button', { name: 'Put away' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('without a session the star leads to signing in, and back here', () => {
  const onPush = vi.fn();
  window.history.replaceState(null, '', '/dashboard/?coin=solana');
  open('signed_out', onPush);
  fireEvent.click(star('Bitcoin'));
  expect(onPush).toHaveBeenCalledWith('/login/?next=%2Fdashboard%2F%3Fcoin%3Dsolana');
  expect(changes()).toEqual([]);
});
