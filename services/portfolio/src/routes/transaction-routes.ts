import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import {
  TransactionFilterSchema,
  TransactionParamsSchema,
  TransactionSchema,
} from '@tidemark/contracts/portfolio-transaction';
import { DEFAULT_PAGE, pageQuery } from '@tidemark/service/page-cursor';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { listTransactions } from '../transactions/transaction-list.ts';
import { etagOf } from '@tidemark/service/if-match';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, tag } from './route-parts.ts';
import { placeOf } from './transaction-place.ts';

const ListQuery = Type.Object({
  ...TransactionFilterSchema.properties,
  ...pageQuery('transactions', 200).properties,
});

/** Reading transactions. */
export function transactionRoutes(app: TypedApp, parts: PortfolioParts): void {
  listRoute(app, parts);
  readRoute(app, parts);
}

function listRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${ONE}/transactions`,
    {
      ...endpoint({
        id: 'listTransactions',
        access: 'user',
        summary: 'Transactions, newest first; of equal times the one that was put in last',
        answers: 'Transactions',
        tag,
        params: PortfolioParamsSchema,
        query: ListQuery,
        data: Type.Array(TransactionSchema),
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const { id } = portfolioOf(request);
      const { limit = DEFAULT_PAGE, ...wanted } = request.query;
      const { items, next } = await listTransactions(parts.db, id, { limit, ...wanted });
      return ok(request, items, { next_cursor: next });
    },
  );
}

function readRoute(app: TypedApp, parts: PortfolioParts): void {
  app.get(
    `${ONE}/transactions/:transaction_id`,
    {
      ...endpoint({
        id: 'getTransaction',
        access: 'user',
        summary: 'A transaction',
        tag,
        isVersioned: true,
        params: TransactionParamsSchema,
        data: TransactionSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request, reply) => {
      const found = await parts.transactions.find(placeOf(request));
      return reply.header('etag', etagOf(found)).send(ok(request, found));
    },
  );
}
