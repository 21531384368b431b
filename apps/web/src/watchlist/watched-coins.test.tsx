import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Provider } from 'react-redux';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerWith } from '../api/fake-fetch.fixture.ts';
import { putAllAway } from '../components/ui/toasts.ts';
import { Toaster } from '../components/ui/toaster.tsx';
import { WithRouter } from '../frame/router.fixture.tsx';
import { marketApi } from '../market/market-api.ts';
import { coinOf } from '../market/tick.fixture.ts';
import { createStore } from '../store/store.ts';
import { FakeWatchlists } from './fake-watchlists.fixture.ts';
import { WatchedCoins } from './watched-coins.tsx';
import { useWatchlistsQuery } from './watchlist-api.ts';

const COINS = ['bitcoin', 'ethereum', 'solana'];
let service: FakeWatchlists;

beforeEach(async () => {
  service = new FakeWatchlists();
  service.lists = [
    {
      ...{ watchlist_id: 'list-1', name: 'To buy', position: 0, version: 4 },
      coins: COINS.map((coin_id) => ({ coin_id, note: coin_id === 'solana' ? 'fast' : null })),
    },
  ];
  answerWith(service.answer);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  const store = createStore();
  await store.dispatch(marketApi.util.upsertQueryData('coins', undefined, COINS.map(coinOf)));
  render(
    <WithRouter>
      <Provider store={store}>
        <FirstList />
        <Toaster />
      </Provider>
    </WithRouter>,
  );
  await screen.findAllByRole('listitem');
});
afterEach(() => {
  cleanup();
  putAllAway();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function FirstList() {
  const { data } = useWatchlistsQuery(undefined);
  return data?.[0] === undefined ? null : <WatchedCoins list={data[0]} />;
}

const shown = () => screen.getAllByRole('link').map((link) => link.textContent);
const handle = (name: string) => screen.getByRole('button', { name: new RegExp(`^Move ${name}`) });

test('the arrow keys move a coin, its handle keeps the focus, and each change names the version before', async () => {
  handle('Bitcoin').focus();
  fireEvent.keyDown(handle('Bitcoin'), { key: 'ArrowDown' });
  await waitFor(() => expect(shown()).toEqual(['Ethereum', 'Bitcoin', 'Solana']));
  expect(document.activeElement).toBe(handle('Bitcoin'));
  expect(screen.getByText('Bitcoin is now number 2 of 3.')).toBeDefined();
  fireEvent.keyDown(handle('Bitcoin'), { key: 'ArrowDown' });
  await waitFor(() => expect(shown()).toEqual(['Ethereum', 'Solana', 'Bitcoin']));
  await waitFor(() =>
    expect(
      service.heard.flatMap(({ method, ifMatch }) => (method === 'PATCH' ? [ifMatch] : [])),
    ).toEqual(['"4"', '"5"']),
  );
  expect(service.lists[0]?.coins.map(({ coin_id }) => coin_id)).toEqual([
    'ethereum',
    'solana',
    'bitcoin',
  ]);
  expect(service.lists[0]?.coins[1]?.note).toBe('fast');
});

test('an order that the server refuses is taken back, and that is said', async () => {
  service.refuseWith = 412;
  fireEvent.keyDown(handle('Solana'), { key: 'ArrowUp' });
  const said = await screen.findByRole('alert');
  expect(said.textContent).toContain('Not saved.');
  await waitFor(() => expect(shown()).toEqual(['Bitcoin', 'Ethereum', 'Solana']));
});

test('a coin that was removed comes back with its note', async () => {
  const more = within(screen.getAllByRole('listitem')[2]!).getByRole('button', { name: /^More/ });
  fireEvent.keyDown(more, { key: 'Enter' });
  fireEvent.click(await screen.findByRole('menuitem', { name: /Remove/ }));
  await waitFor(() => expect(shown()).toEqual(['Bitcoin', 'Ethereum']));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(shown()).toEqual(['Bitcoin', 'Ethereum', 'Solana']));
  expect(screen.getByText('fast')).toBeDefined();
});
