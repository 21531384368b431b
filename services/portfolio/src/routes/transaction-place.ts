import type { FastifyRequest } from 'fastify';
import { noSuchTransaction } from '../transactions/transaction.ts';
import type { TransactionPlace } from '../transactions/transaction-store.ts';
import { idOf } from '@tidemark/service/path-id';
import { portfolioOf } from './own-portfolio.ts';

/** The transaction in the path. @throws TidemarkError RESOURCE_NOT_FOUND for what no transaction is called */
export function placeOf(
  request: FastifyRequest<{ Params: { transaction_id: string } }>,
): TransactionPlace {
  const { id: portfolioId } = portfolioOf(request);
  const id = idOf(request.params.transaction_id);
  if (id === null) throw noSuchTransaction();
  return { portfolioId, id };
}
