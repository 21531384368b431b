import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import { DisposalSchema, GainsSchema, LotSchema } from '@tidemark/contracts/portfolio-gains';
import { TransactionFilterSchema } from '@tidemark/contracts/portfolio-transaction';
import { MethodQuerySchema } from '@tidemark/contracts/portfolio-value';
import { DEFAULT_PAGE, pageOf, pageQuery, readCursor } from '@tidemark/service/page-cursor';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { assetOf } from '../entries/entry-values.ts';
import { givesCsv, sendCsv } from './csv.ts';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, tag } from './route-parts.ts';

/** Most of a page. */
const MOST = 200;

const YearQuery = Type.Object({
  year: Type.Optional(
    Type.Integer({ minimum: 1970, maximum: 2200, description: 'those of a calendar year, UTC' }),
  ),
});
const AssetQuery = Type.Object({
  asset: Type.Optional({
    ...TransactionFilterSchema.properties.asset,
    description: 'of this asset',
  }),
});
const Place = Type.Integer({ minimum: 0 });

/** What was gained, and what is left of what was acquired. */
export function gainRoutes(app: TypedApp, parts: PortfolioParts): void {
  yearsRoute(app, parts);
  disposalsRoute(app, parts);
  lotsRoute(app, parts);
  disposalsCsvRoute(app, parts);
}

function yearsRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${ONE}/gains`,
    {
      ...endpoint({
        id: 'getGains',
        answers: 'Gains by year',
        access: 'user',
        summary: 'Realised gains and income by calendar year, UTC',
        tag,
        params: PortfolioParamsSchema,
        query: MethodQuerySchema,
        data: GainsSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) =>
      ok(request, await parts.valuations.gains(portfolioOf(request), request.query.method)),
  );
}

function disposalsRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${ONE}/disposals`,
    {
      ...endpoint({
        id: 'listDisposals',
        answers: 'Disposals',
        access: 'user',
        summary: 'What was disposed of and gained by it, newest first; of other money too',
        tag,
        params: PortfolioParamsSchema,
        query: Type.Object({
          ...{ ...MethodQuerySchema.properties, ...YearQuery.properties },
          ...{ ...AssetQuery.properties, ...pageQuery('disposals', MOST).properties },
        }),
        data: Type.Array(DisposalSchema),
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const { method, year, asset, limit = DEFAULT_PAGE, cursor } = request.query;
      const { told } = await parts.valuations.ask(portfolioOf(request), method, 'disposals', {
        ...{ year, asset: asset && assetOf(asset), limit: limit + 1 },
        before: cursor === undefined ? undefined : readCursor(cursor, Place),
      });
      const page = pageOf(
        told,
        limit,
        ({ n }) => n,
        (row) => row,
      );
      return ok(request, page.items, { next_cursor: page.next });
    },
  );
}

function lotsRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${ONE}/lots`,
    {
      ...endpoint({
        id: 'listLots',
        answers: 'Lots',
        access: 'user',
        summary: 'What is left of what was acquired, by asset and then the oldest first',
        tag,
        params: PortfolioParamsSchema,
        query: Type.Object({
          ...{ ...MethodQuerySchema.properties, ...AssetQuery.properties },
          ...pageQuery('lots', MOST).properties,
        }),
        data: Type.Array(LotSchema),
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const { method, asset, limit = DEFAULT_PAGE, cursor } = request.query;
      const after = cursor === undefined ? 0 : readCursor(cursor, Place);
      const wanted = { asset: asset && assetOf(asset), after, limit: limit + 1 };
      const { told } = await parts.valuations.ask(portfolioOf(request), method, 'lots', wanted);
      const page = pageOf(
        told,
        limit,
        () => after + limit,
        (row) => row,
      );
      return ok(request, page.items, { next_cursor: page.next });
    },
  );
}

function disposalsCsvRoute(app: TypedApp, parts: PortfolioParts): void {
  const described = endpoint({
    id: 'exportDisposals',
    access: 'user',
    summary: 'Disposals with their gains, oldest first, as CSV: all, or those of a year',
    tag,
    params: PortfolioParamsSchema,
    query: Type.Object({ ...MethodQuerySchema.properties, ...YearQuery.properties }),
    data: Type.Null(),
  });
  app.get(
    `${ONE}/disposals.csv`,
    { ...givesCsv(described, 'a line per disposal'), preValidation: ownPortfolio(parts) },
    async (request, reply) => {
      const portfolio = portfolioOf(request);
      const { method, year } = request.query;
      const { told } = await parts.valuations.ask(portfolio, method, 'disposalsFile', year ?? null);
      const name = year === undefined ? 'disposals.csv' : `disposals-${year}.csv`;
      return sendCsv(reply, name, told);
    },
  );
}
