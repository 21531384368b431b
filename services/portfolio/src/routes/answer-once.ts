import { createHash } from 'node:crypto';
import { ok } from '@tidemark/service/reply';
import type { FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import type { PortfolioParts } from '../assemble.ts';
import type { PortfolioTables } from '../tables.ts';
import { callerOf } from './route-parts.ts';

/** Does what a POST asks for, or gives the answer again that its `Idempotency-Key` had before. */
export function answerOnce<D>(
  { answers }: Pick<PortfolioParts, 'answers'>,
  request: FastifyRequest,
  work: (trx: Transaction<PortfolioTables>) => Promise<D>,
) {
  const { 'idempotency-key': key } = request.headers;
  const repeatable = {
    userId: callerOf(request),
    key: typeof key === 'string' ? key : null,
    request: digestOf(request),
  };
  return answers.once(repeatable, async (trx) => ok(request, await work(trx)));
}

function digestOf({ method, url, body }: FastifyRequest): string {
  const asked = `${method} ${url}\n${JSON.stringify(body ?? null)}`;
  return createHash('sha256').update(asked).digest('hex');
}
