import { Readable } from 'node:stream';
import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import { endpoint } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { transactionsCsv } from '../exports/transactions-csv.ts';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, tag } from './route-parts.ts';

/** As long as a proxy gives an answer to be read, ms. */
const HANDLER_MS = 120_000;
const CSV = {
  description: 'a line per movement',
  content: { 'text/csv': { schema: Type.String() } },
};

/** What leaves as a file. */
export function exportRoutes(app: TypedApp, parts: PortfolioParts): void {
  const described = endpoint({
    id: 'exportTransactions',
    access: 'user',
    summary:
      'Every transaction with its movements, oldest first, as CSV that imports again to the same ledger',
    tag,
    params: PortfolioParamsSchema,
    data: Type.Null(),
  });
  app.get(
    `${ONE}/transactions.csv`,
    {
      ...described,
      schema: { ...described.schema, response: { ...described.schema.response, 200: CSV } },
      handlerTimeout: HANDLER_MS,
      preValidation: ownPortfolio(parts),
    },
    async (request, reply) => {
      const lines = transactionsCsv(parts.db, portfolioOf(request).id);
      // What is sent is a stream of what the schema describes.
      return (reply as FastifyReply)
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="transactions.csv"')
        .header('cache-control', 'no-store')
        .send(Readable.from(lines, { objectMode: false }));
    },
  );
}
