import type { BaseQueryApi, FetchArgs, QueryReturnValue } from '@reduxjs/toolkit/query';
import type { Watchlist, WatchlistChange, WatchlistRequest } from '@tidemark/contracts/watchlist';
import type { ApiError } from '../api/api-error.ts';
import type { EnvelopeMeta } from '../api/envelope-query.ts';
import { ifMatch } from '../portfolio-api/portfolio-api.ts';
import type { Dispatch } from '../store/store.ts';
import { createTurns } from './turns.ts';
import { FIRST_LIST, starredList, withCoin, withoutCoin } from './watched.ts';
import { knownLists, watchlistApi } from './watchlist-api.ts';

interface OneCoin {
  /** Null: the first list, which is made where there is none. */
  listId: string | null;
  coinId: string;
}

type Answer = QueryReturnValue<Watchlist, ApiError, EnvelopeMeta>;
type Fetch = (args: FetchArgs) => unknown;
type Lists = readonly Watchlist[];

const inTurn = createTurns();

function update(dispatch: unknown, change: (lists: Lists) => Watchlist[]) {
  return (dispatch as Dispatch)(
    watchlistApi.util.updateQueryData('watchlists', undefined, (lists) => change(lists)),
  );
}

const replaced = (lists: Lists, id: string, change: (list: Watchlist) => Watchlist) =>
  lists.map((list) => (list.watchlist_id === id ? change(list) : list));

/** Shows the lists as they will be, and as they were where the server refuses. */
async function ahead(
  change: (lists: Lists) => Watchlist[],
  api: { dispatch: unknown; queryFulfilled: Promise<unknown> },
): Promise<void> {
  const patch = update(api.dispatch, change);
  try {
    await api.queryFulfilled;
  } catch {
    patch.undo();
  }
}

/** A list by its id, the first one for null, which begins with its first coin. */
function withChanged(listId: string | null, change: (list: Watchlist) => Watchlist) {
  return (lists: Lists): Watchlist[] => {
    const id = listId ?? starredList(lists)?.watchlist_id;
    return id === undefined ? [change(FIRST_LIST)] : replaced(lists, id, change);
  };
}

/** Sends a change after those before it, and keeps the version that the answer tells: the next change names it. */
function send(
  listId: string | null,
  api: BaseQueryApi,
  fetch: Fetch,
  requestOf: (list: Watchlist | undefined) => FetchArgs,
): Promise<Answer> {
  const find = () => {
    const lists = knownLists(api.getState());
    const known =
      listId === null ? starredList(lists) : lists?.find((list) => list.watchlist_id === listId);
    return known?.watchlist_id === '' ? undefined : known;
  };
  return inTurn(find()?.watchlist_id ?? '', async () => {
    const list = find();
    const answer = (await fetch(requestOf(list))) as Answer;
    if (answer.data !== undefined) {
      const { watchlist_id, version } = answer.data;
      update(api.dispatch, (lists) =>
        replaced(lists, list?.watchlist_id ?? '', (known) => ({ ...known, watchlist_id, version })),
      );
    }
    return answer;
  });
}

/**
 * Changes of lists. Those of one list are sent one after another, and what the page shows does not wait for them. When all are
 * done, or one is refused, the lists are read again.
 */
export const watchlistChanges = watchlistApi.injectEndpoints({
  endpoints: (build) => ({
    createWatchlist: build.mutation<Watchlist, WatchlistRequest>({
      query: (body) => ({ url: 'watchlist', method: 'POST', body }),
      invalidatesTags: ['Watchlists'],
    }),
    changeWatchlist: build.mutation<
      Watchlist,
      Pick<OneCoin, 'listId'> & { change: WatchlistChange }
    >({
      queryFn: ({ listId, change }, api, _extra, fetch) =>
        send(listId, api, fetch, (list) => ({
          ...{ url: `watchlist/${list?.watchlist_id ?? ''}`, method: 'PATCH', body: change },
          headers: ifMatch(list?.version ?? 0),
        })),
      onQueryStarted: ({ listId, change }, api) =>
        ahead(
          withChanged(listId, (list) => changed(list, change)),
          api,
        ),
      invalidatesTags: ['Watchlists'],
    }),
    deleteWatchlist: build.mutation<unknown, Watchlist>({
      query: ({ watchlist_id, version }) => ({
        ...{ url: `watchlist/${watchlist_id}`, method: 'DELETE' },
        headers: ifMatch(version),
      }),
      invalidatesTags: ['Watchlists'],
    }),
  }),
});

/** The same of one coin in a list. */
export const coinChanges = watchlistApi.injectEndpoints({
  endpoints: (build) => ({
    /** Puts a coin in, or another note to it; a note that is left out stays. */
    watchCoin: build.mutation<Watchlist, OneCoin & { note?: string | null }>({
      queryFn: ({ listId, coinId, note }, api, _extra, fetch) =>
        send(listId, api, fetch, (list) =>
          list === undefined
            ? { ...NEW, body: { name: FIRST_LIST.name, coins: [coinId] } }
            : { url: coinPath(list, coinId), method: 'PUT', body: { note } },
        ),
      onQueryStarted: ({ listId, coinId, note }, api) =>
        ahead(
          withChanged(listId, (list) => withCoin(list, coinId, note)),
          api,
        ),
      invalidatesTags: ['Watchlists'],
    }),
    unwatchCoin: build.mutation<Watchlist, OneCoin>({
      queryFn: ({ listId, coinId }, api, _extra, fetch) =>
        send(listId, api, fetch, (list) => ({
          url: coinPath(list ?? FIRST_LIST, coinId),
          method: 'DELETE',
        })),
      onQueryStarted: ({ listId, coinId }, api) =>
        ahead(
          withChanged(listId, (list) => withoutCoin(list, coinId)),
          api,
        ),
      invalidatesTags: ['Watchlists'],
    }),
  }),
});

const NEW = { url: 'watchlist', method: 'POST' } as const;

function coinPath({ watchlist_id }: Watchlist, coinId: string): string {
  return `watchlist/${watchlist_id}/coins/${coinId}`;
}

function changed(list: Watchlist, { name = list.name, coins }: WatchlistChange): Watchlist {
  const notes = new Map(list.coins.map(({ coin_id, note }) => [coin_id, note]));
  const next = coins?.map(({ coin_id, note = notes.get(coin_id) ?? null }) => ({ coin_id, note }));
  return { ...list, name, coins: next ?? list.coins };
}
