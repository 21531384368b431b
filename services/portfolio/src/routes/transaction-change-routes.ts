import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import {
  TransactionParamsSchema,
  TransactionRequestSchema,
  TransactionSchema,
} from '@tidemark/contracts/portfolio-transaction';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { readEntry } from '../entries/read-entry.ts';
import { etagOf, wantedVersions } from '@tidemark/service/if-match';
import { answerOnce } from './answer-once.ts';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { ONE, RepeatableHeaders, tag, VersionHeaders } from './route-parts.ts';
import { placeOf } from './transaction-place.ts';

/** Putting transactions in, changing and removing them. */
export function transactionChangeRoutes(app: TypedApp, parts: PortfolioParts): void {
  createRoute(app, parts);
  replaceRoute(app, parts);
  removeRoute(app, parts);
}

function createRoute(app: TypedApp, parts: PortfolioParts): void {
  app.post(
    `${ONE}/transactions`,
    {
      ...endpoint({
        id: 'createTransaction',
        answers: 'The transaction, as movements of balances',
        refuses: ['CONFLICT'],
        access: 'user',
        summary: 'Put a transaction in, one of at most 1,000,000 of a portfolio',
        tag,
        headers: RepeatableHeaders,
        isVersioned: true,
        params: PortfolioParamsSchema,
        body: TransactionRequestSchema,
        data: TransactionSchema,
        status: 201,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request, reply) => {
      const { id } = portfolioOf(request);
      const entry = readEntry(request.body, parts.clock.now());
      const answer = await answerOnce(parts, request, (trx) =>
        parts.transactions.create(trx, id, entry),
      );
      return reply.code(201).header('etag', etagOf(answer.data)).send(answer);
    },
  );
}

function replaceRoute(app: TypedApp, parts: PortfolioParts): void {
  app.put(
    `${ONE}/transactions/:transaction_id`,
    {
      ...endpoint({
        id: 'replaceTransaction',
        answers: 'The transaction as it is now',
        refuses: ['PRECONDITION_FAILED'],
        access: 'user',
        summary: 'Put another in the place of a transaction',
        tag,
        headers: VersionHeaders,
        isVersioned: true,
        params: TransactionParamsSchema,
        body: TransactionRequestSchema,
        data: TransactionSchema,
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request, reply) => {
      const place = placeOf(request);
      const wanted = wantedVersions(request.headers['if-match'] ?? '');
      const entry = readEntry(request.body, parts.clock.now());
      const changed = await parts.transactions.replace(place, wanted, entry);
      return reply.header('etag', etagOf(changed)).send(ok(request, changed));
    },
  );
}

function removeRoute(app: TypedApp, parts: PortfolioParts): void {
  app.delete(
    `${ONE}/transactions/:transaction_id`,
    {
      ...endpoint({
        id: 'deleteTransaction',
        answers: 'Done',
        refuses: ['PRECONDITION_FAILED'],
        access: 'user',
        summary: 'Remove a transaction for good',
        tag,
        headers: VersionHeaders,
        params: TransactionParamsSchema,
        data: Type.Null(),
      }),
      preValidation: ownPortfolio(parts),
    },
    async (request) => {
      const place = placeOf(request);
      const wanted = wantedVersions(request.headers['if-match'] ?? '');
      await parts.transactions.remove(place, wanted);
      return ok(request, null);
    },
  );
}
