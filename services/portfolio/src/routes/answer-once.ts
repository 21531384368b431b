import { createHash } from 'node:crypto';
import { ok } from '@tidemark/service/reply';
import { callerId } from '@tidemark/service/identity/caller-id';
import type { FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import type { PortfolioParts } from '../assemble.ts';
import type { Repeatable } from '../idempotency/idempotent-answers.ts';
import type { PortfolioTables } from '../tables.ts';

/** Does what a POST asks for, or gives the answer again that its `Idempotency-Key` had before. */
export function answerOnce<D>(
  { answers }: Pick<PortfolioParts, 'answers'>,
  request: FastifyRequest,
  work: (trx: Transaction<PortfolioTables>) => Promise<D>,
) {
  const repeatable = repeatableOf(request, digestOf(request));
  return answers.once(repeatable, async (trx) => ok(request, await work(trx)));
}

/** @param digest of all that makes it the same request */
export function repeatableOf(request: FastifyRequest, digest: string): Repeatable {
  const { 'idempotency-key': key } = request.headers;
  return {
    userId: callerId(request),
    key: typeof key === 'string' ? key : null,
    request: digest,
  };
}

function digestOf({ method, url, body }: FastifyRequest): string {
  const asked = `${method} ${url}\n${JSON.stringify(body ?? null)}`;
  return createHash('sha256').update(asked).digest('hex');
}
