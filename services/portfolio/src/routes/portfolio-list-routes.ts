import {
  PortfolioParamsSchema,
  PortfolioRequestSchema,
  PortfolioSchema,
} from '@tidemark/contracts/portfolio';
import { UserParamsSchema } from '@tidemark/contracts/user';
import { ownAccountId } from '@tidemark/service/identity/own-account';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import { callerId } from '@tidemark/service/identity/caller-id';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { checkedPortfolio, toPortfolio } from '../portfolios/portfolio.ts';
import { etagOf } from '@tidemark/service/if-match';
import { answerOnce } from './answer-once.ts';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, PATH, RepeatableHeaders, tag } from './route-parts.ts';

const ListQuery = Type.Object({
  deleted: Type.Optional(
    Type.Boolean({ default: false, description: 'those that are deleted, and no others' }),
  ),
});

/** Making portfolios, and reading them. */
export function portfolioListRoutes(app: TypedApp, parts: PortfolioParts): void {
  createRoute(app, parts);
  listRoutes(app, parts);
  readRoute(app, parts);
}

function createRoute(app: TypedApp, parts: PortfolioParts): void {
  app.post(
    PATH,
    endpoint({
      id: 'createPortfolio',
      answers: 'The portfolio',
      refuses: ['CONFLICT'],
      access: 'user',
      summary: 'Make a portfolio, one of at most 100',
      tag,
      headers: RepeatableHeaders,
      isVersioned: true,
      body: PortfolioRequestSchema,
      data: PortfolioSchema,
      status: 201,
    }),
    async (request, reply) => {
      const wanted = checkedPortfolio(request.body);
      const answer = await answerOnce(parts, request, async (trx) =>
        toPortfolio(await parts.portfolios.create(trx, callerId(request), wanted)),
      );
      return reply.code(201).header('etag', etagOf(answer.data)).send(answer);
    },
  );
}

function listRoutes(app: TypedApp, { portfolios }: PortfolioParts): void {
  app.get(
    PATH,
    endpoint({
      id: 'listPortfolios',
      access: 'user',
      summary: 'Your portfolios, newest first',
      tag,
      query: ListQuery,
      data: Type.Array(PortfolioSchema),
    }),
    async (request) => {
      const { deleted = false } = request.query;
      const rows = await portfolios.list(callerId(request), { deleted });
      return ok(request, rows.map(toPortfolio));
    },
  );

  app.get(
    `${PATH}/user/:user_id`,
    endpoint({
      id: 'listPortfoliosOfUser',
      access: 'user',
      summary: 'The same, by the id of your account',
      answers: 'Your portfolios',
      tag,
      params: UserParamsSchema,
      query: ListQuery,
      data: Type.Array(PortfolioSchema),
    }),
    async (request) => {
      const { deleted = false } = request.query;
      const rows = await portfolios.list(ownAccountId(request), { deleted });
      return ok(request, rows.map(toPortfolio));
    },
  );
}

function readRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    ONE,
    {
      ...endpoint({
        id: 'getPortfolio',
        access: 'user',
        summary: 'A portfolio of yours',
        tag,
        isVersioned: true,
        params: PortfolioParamsSchema,
        data: PortfolioSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request, reply) => {
      const row = portfolioOf(request);
      return reply.header('etag', etagOf(row)).send(ok(request, toPortfolio(row)));
    },
  );
}
