import type { Watchlist } from '@tidemark/contracts/watchlist';
import { portfolioApi } from '../portfolio-api/portfolio-api.ts';
import type { RootState } from '../store/store.ts';

/** Reads the lists, in their order. */
export const watchlistApi = portfolioApi.injectEndpoints({
  endpoints: (build) => ({
    watchlists: build.query<Watchlist[], undefined>({
      query: () => 'watchlist',
      providesTags: ['Watchlists'],
    }),
  }),
});

export const { useWatchlistsQuery } = watchlistApi;

/** What is known of the lists on this page, with the changes that are under way. */
export function knownLists(state: unknown): Watchlist[] | undefined {
  return watchlistApi.endpoints.watchlists.select(undefined)(state as RootState).data;
}
