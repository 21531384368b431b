import { callerId } from '@tidemark/service/identity/caller-id';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PortfolioParts } from '../assemble.ts';
import { noSuchWatchlist, type WatchlistRow } from '../watchlists/watchlist.ts';
import { idOf } from '@tidemark/service/path-id';

declare module 'fastify' {
  interface FastifyRequest {
    /** The watchlist in the path, found to be the caller's; null before. */
    watchlist: WatchlistRow | null;
  }
}

/** Before the routes. */
export function knowWatchlists(app: FastifyInstance): void {
  app.decorateRequest('watchlist', null);
}

/** Finds the watchlist in the path before the headers and the body are looked at: another's is as one that does not exist. */
export function ownWatchlist({ watchlists }: Pick<PortfolioParts, 'watchlists'>) {
  return async (request: FastifyRequest): Promise<void> => {
    const { watchlist_id: named = '' } = request.params as { watchlist_id?: string };
    const id = idOf(named);
    // What is no id is refused by the schema, or by `watchlistOf`.
    if (id === null) return;
    const found = await watchlists.find(callerId(request), id);
    if (!found) throw noSuchWatchlist();
    request.watchlist = found;
  };
}

/** @throws TidemarkError RESOURCE_NOT_FOUND where `ownWatchlist` has found none */
export function watchlistOf({ watchlist }: FastifyRequest): WatchlistRow {
  if (!watchlist) throw noSuchWatchlist();
  return watchlist;
}
