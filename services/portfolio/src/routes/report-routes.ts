import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import { MethodQuerySchema } from '@tidemark/contracts/portfolio-value';
import { endpoint } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { gatherReport } from '../report/gather-report.ts';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, tag } from './route-parts.ts';

/** As long as a proxy gives an answer to be read, ms. */
const HANDLER_MS = 120_000;
const PDF = {
  description: 'A PDF',
  content: { 'application/pdf': { schema: Type.String({ format: 'binary' }) } },
};

/** A report that somebody would hand to an accountant. */
export function reportRoutes(app: TypedApp, parts: PortfolioParts): void {
  const described = endpoint({
    id: 'getReport',
    access: 'user',
    summary: 'A report of a calendar year, or of all of them, as a PDF',
    tag,
    params: PortfolioParamsSchema,
    query: Type.Object({
      ...MethodQuerySchema.properties,
      year: Type.Optional(
        Type.Integer({ minimum: 1970, maximum: 2200, description: 'UTC; left out: all years' }),
      ),
      owner: Type.Optional(
        Type.String({ maxLength: 100, description: 'a name that is printed on the first page' }),
      ),
    }),
    data: Type.Null(),
  });
  app.get(
    `${ONE}/report.pdf`,
    {
      ...described,
      schema: { ...described.schema, response: { ...described.schema.response, 200: PDF } },
      handlerTimeout: HANDLER_MS,
      preValidation: ownPortfolio(parts),
    },
    async (request, reply) => {
      const { valuations, reports, clock } = parts;
      const { query } = request;
      const input = await gatherReport(valuations, portfolioOf(request), query, clock.now());
      const pdf = await reports.write(input);
      const name = query.year === undefined ? 'report.pdf' : `report-${query.year}.pdf`;
      // What is sent is bytes, of which the schema says what they are.
      return (reply as FastifyReply)
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(pdf));
    },
  );
}
