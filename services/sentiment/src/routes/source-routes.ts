import {
  NewsSourceRequestSchema,
  NewsSourceChangeSchema,
  NewsSourceSchema,
  RescoringSchema,
} from '@tidemark/contracts/news';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import { articlesBySource, sourceView } from '../answers/source-list.ts';
import type { SentimentParts } from '../assemble.ts';

const tag = 'sentiment';
const PATH = '/api/sentiment/sources';
export const SOURCE_ID = '^[a-z0-9][a-z0-9-]{0,79}$';

/** Where news come from, and what administrators do about it. */
export function sourceRoutes(app: TypedApp, parts: SentimentParts): void {
  listRoute(app, parts);
  addRoute(app, parts);
  changeRoute(app, parts);
  rescoringRoutes(app, parts);
}

function listRoute(app: TypedApp, { sources, db, config, clock }: SentimentParts): void {
  app.get(
    PATH,
    endpoint({
      id: 'listNewsSources',
      access: 'public',
      summary: 'Where news come from, what that costs, and how reading them goes',
      tag,
      data: Type.Array(NewsSourceSchema),
    }),
    async (request) => {
      const [rows, counts] = await Promise.all([sources.list(), articlesBySource(db, clock.now())]);
      return ok(
        request,
        rows.map((row) => sourceView(row, config, counts.get(row.source_id) ?? 0)),
      );
    },
  );
}

function addRoute(app: TypedApp, { changes, config, clock }: SentimentParts): void {
  app.post(
    PATH,
    endpoint({
      id: 'addNewsSource',
      access: 'admin',
      summary: 'Add an RSS or Atom feed; it is read at once',
      answers: 'The source',
      refuses: ['CONFLICT'],
      tag,
      body: NewsSourceRequestSchema,
      data: NewsSourceSchema,
      status: 201,
    }),
    async (request, reply) => {
      const row = await changes.add(request.body, clock.now());
      return reply.code(201).send(ok(request, sourceView(row, config, 0)));
    },
  );
}

function changeRoute(app: TypedApp, { changes, db, config, clock, board }: SentimentParts): void {
  app.patch(
    `${PATH}/:source_id`,
    endpoint({
      id: 'changeNewsSource',
      access: 'admin',
      summary: 'Name, weigh or mute a source; what it told before counts by it too',
      answers: 'The source',
      tag,
      params: Type.Object({ source_id: Type.String({ pattern: SOURCE_ID }) }),
      body: NewsSourceChangeSchema,
      data: NewsSourceSchema,
    }),
    async (request) => {
      const { source_id } = request.params;
      const row = await changes.change(source_id, request.body);
      void board.look();
      const counts = await articlesBySource(db, clock.now());
      return ok(request, sourceView(row, config, counts.get(source_id) ?? 0));
    },
  );
}

function rescoringRoutes(app: TypedApp, { rescoring }: SentimentParts): void {
  const described = { access: 'admin', tag, data: RescoringSchema } as const;
  app.get(
    '/api/sentiment/rescoring',
    endpoint({
      ...described,
      id: 'getRescoring',
      summary: 'How far scoring the articles anew has come',
    }),
    async (request) => ok(request, await rescoring.view()),
  );
  app.post(
    '/api/sentiment/rescoring',
    endpoint({
      ...described,
      id: 'beginRescoring',
      summary: 'Score all articles anew that another model scored, in batches',
      answers: 'How far that is',
      status: 202,
    }),
    async (request, reply) => reply.code(202).send(ok(request, await rescoring.begin())),
  );
}
