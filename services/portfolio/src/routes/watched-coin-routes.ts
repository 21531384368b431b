import {
  WatchedCoinParamsSchema,
  WatchlistSchema,
  WatchNoteSchema,
} from '@tidemark/contracts/watchlist';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import type { FastifyRequest } from 'fastify';
import type { PortfolioParts } from '../assemble.ts';
import { etagOf } from '@tidemark/service/if-match';
import { toWatchlist } from '../watchlists/watchlist.ts';
import { ownWatchlist, watchlistOf } from './own-watchlist.ts';

const tag = 'watchlist';
const COIN = '/api/watchlist/:watchlist_id/coins/:coin_id';

/** The star beside a coin. Either may be asked for again without harm, so neither needs a version. */
export function watchedCoinRoutes(app: TypedApp, parts: PortfolioParts): void {
  app.put(
    COIN,
    {
      ...endpoint({
        id: 'watchCoin',
        answers: 'The watchlist as it is now',
        refuses: ['CONFLICT'],
        access: 'user',
        summary: 'Put a coin into a watchlist of at most 200, with a note or without',
        tag,
        isVersioned: true,
        params: WatchedCoinParamsSchema,
        body: WatchNoteSchema,
        data: WatchlistSchema,
      }),
      preValidation: [ownWatchlist(parts), withoutBody],
    },
    async (request, reply) => {
      const { coin_id } = request.params;
      const row = await parts.watchlists.put(watchlistOf(request), { coin_id, ...request.body });
      return reply.header('etag', etagOf(row)).send(ok(request, toWatchlist(row)));
    },
  );

  app.delete(
    COIN,
    {
      ...endpoint({
        id: 'unwatchCoin',
        answers: 'The watchlist as it is now',
        access: 'user',
        summary: 'Take a coin out of a watchlist',
        tag,
        isVersioned: true,
        params: WatchedCoinParamsSchema,
        data: WatchlistSchema,
      }),
      preValidation: ownWatchlist(parts),
    },
    async (request, reply) => {
      const row = await parts.watchlists.take(watchlistOf(request), request.params.coin_id);
      return reply.header('etag', etagOf(row)).send(ok(request, toWatchlist(row)));
    },
  );
}

/** No body is one without a note. */
async function withoutBody(request: FastifyRequest): Promise<void> {
  request.body ??= {};
}
