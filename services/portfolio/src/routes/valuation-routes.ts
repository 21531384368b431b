import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import { MethodQuerySchema, PerformanceSchema } from '@tidemark/contracts/portfolio-value';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { positionsCsv } from '../valuation/csv-tables.ts';
import { givesCsv, sendCsv } from './csv.ts';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, tag } from './route-parts.ts';

/** What portfolios are worth. */
export function valuationRoutes(app: TypedApp, parts: PortfolioParts): void {
  const { valuations } = parts;
  app.get(
    `${ONE}/performance`,
    {
      ...endpoint({
        id: 'getPerformance',
        answers: 'The figures',
        access: 'user',
        summary: 'What a portfolio is worth now, what it cost and gained, and each position',
        tag,
        params: PortfolioParamsSchema,
        query: MethodQuerySchema,
        data: PerformanceSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) =>
      ok(request, await valuations.performance(portfolioOf(request), request.query.method)),
  );

  const described = endpoint({
    id: 'exportPositions',
    access: 'user',
    summary: 'What is held, with values and gains, as CSV',
    tag,
    params: PortfolioParamsSchema,
    query: MethodQuerySchema,
    data: Type.Null(),
  });
  app.get(
    `${ONE}/positions.csv`,
    { ...givesCsv(described, 'a line per position'), preValidation: ownPortfolio(parts) },
    async (request, reply) => {
      const { method } = request.query;
      const { positions, currency } = await valuations.performance(portfolioOf(request), method);
      return sendCsv(reply, 'positions.csv', positionsCsv(positions, currency));
    },
  );
}
