import { SERVICES } from '@tidemark/contracts/services';
import {
  WatchlistChangeSchema,
  WatchlistParamsSchema,
  WatchlistRequestSchema,
  WatchlistSchema,
} from '@tidemark/contracts/watchlist';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import { callerId } from '@tidemark/service/identity/caller-id';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { etagOf, wantedVersions } from '@tidemark/service/if-match';
import { toWatchlist } from '../watchlists/watchlist.ts';
import { answerOnce } from './answer-once.ts';
import { ownWatchlist, watchlistOf } from './own-watchlist.ts';
import { OptionalVersionHeaders, RepeatableHeaders, VersionHeaders } from './route-parts.ts';

const tag = 'watchlist';
const PATH = '/api/watchlist';
const ONE = `${PATH}/:watchlist_id`;

/** Making watchlists, reading, changing and deleting them. */
export function watchlistRoutes(app: TypedApp, parts: PortfolioParts): void {
  createRoute(app, parts);
  readRoutes(app, parts);
  changeRoute(app, parts);
  deleteRoute(app, parts);
}

function createRoute(app: TypedApp, parts: PortfolioParts): void {
  app.post(
    PATH,
    endpoint({
      id: 'createWatchlist',
      answers: 'The watchlist',
      refuses: ['CONFLICT'],
      access: 'user',
      summary: 'Make a watchlist, one of at most 20; it is the last one',
      tag,
      headers: RepeatableHeaders,
      isVersioned: true,
      body: WatchlistRequestSchema,
      data: WatchlistSchema,
      status: 201,
    }),
    async (request, reply) => {
      const answer = await answerOnce(parts, request, async (trx) =>
        toWatchlist(await parts.watchlists.create(trx, callerId(request), request.body)),
      );
      return reply.code(201).header('etag', etagOf(answer.data)).send(answer);
    },
  );
}

function readRoutes(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    PATH,
    endpoint({
      id: 'listWatchlists',
      access: 'user',
      summary: 'Your watchlists, in your order',
      tag,
      data: Type.Array(WatchlistSchema),
    }),
    async (request) => {
      const rows = await parts.watchlists.list(callerId(request));
      return ok(request, rows.map(toWatchlist));
    },
  );

  app.get(
    ONE,
    {
      ...endpoint({
        id: 'getWatchlist',
        access: 'user',
        summary: 'A watchlist of yours',
        tag,
        isVersioned: true,
        params: WatchlistParamsSchema,
        data: WatchlistSchema,
      }),
      preValidation: ownWatchlist(parts),
    },
    async (request, reply) => {
      const row = watchlistOf(request);
      return reply.header('etag', etagOf(row)).send(ok(request, toWatchlist(row)));
    },
  );
}

function changeRoute(app: TypedApp, parts: PortfolioParts): void {
  app.patch(
    ONE,
    {
      ...endpoint({
        id: 'updateWatchlist',
        answers: 'The watchlist as it is now',
        refuses: ['PRECONDITION_FAILED'],
        access: 'user',
        summary: 'Rename it, move it, arrange its coins; what is left out stays as it is',
        tag,
        headers: VersionHeaders,
        isVersioned: true,
        params: WatchlistParamsSchema,
        body: WatchlistChangeSchema,
        data: WatchlistSchema,
      }),
      bodyLimit: SERVICES.portfolio.bodies[`PATCH ${ONE}`],
      preValidation: ownWatchlist(parts),
    },
    async (request, reply) => {
      const wanted = wantedVersions(request.headers['if-match'] ?? '');
      const row = await parts.watchlists.change(watchlistOf(request), wanted, request.body);
      return reply.header('etag', etagOf(row)).send(ok(request, toWatchlist(row)));
    },
  );
}

function deleteRoute(app: TypedApp, parts: PortfolioParts): void {
  app.delete(
    ONE,
    {
      ...endpoint({
        id: 'deleteWatchlist',
        answers: 'Done',
        refuses: ['PRECONDITION_FAILED'],
        access: 'user',
        summary: 'Delete a watchlist for good; those behind it move up',
        tag,
        headers: OptionalVersionHeaders,
        params: WatchlistParamsSchema,
        data: Type.Null(),
      }),
      preValidation: ownWatchlist(parts),
    },
    async (request) => {
      const wanted = wantedVersions(request.headers['if-match'] ?? '*');
      await parts.watchlists.remove(watchlistOf(request), wanted);
      return ok(request, null);
    },
  );
}
