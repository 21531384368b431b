import type { Clock } from '@tidemark/clock/clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { PortfolioTables } from '../tables.ts';

/** How long a key gives the first answer again, ms. */
const KEPT_MS = 86_400_000;

/** A request that may come again. */
export interface Repeatable {
  userId: string;
  /** Of its sender's making; null: it is never the same as another. */
  key: string | null;
  /** SHA-256 of all that makes it the same request, hex. */
  request: string;
}

/**
 * Does what a request asks for once, however often and at whatever moment it comes with its key, and gives the first answer
 * again. The answer is kept in the transaction of the work: there are both or neither. What was refused is not kept.
 */
export class IdempotentAnswers {
  readonly #db: Kysely<PortfolioTables>;
  readonly #clock: Clock;

  constructor(db: Kysely<PortfolioTables>, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** @throws TidemarkError CONFLICT where the key came with another request before */
  once<B>(
    repeatable: Repeatable,
    work: (trx: Transaction<PortfolioTables>) => Promise<B>,
  ): Promise<B> {
    return this.#db.transaction().execute(async (trx) => {
      const { userId, key } = repeatable;
      if (key === null) return work(trx);
      const lock = `idempotency ${userId} ${key}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(trx);
      const first = await this.#kept(trx, userId, key);
      if (first) return answerAgain(first, repeatable) as B;
      const body = await work(trx);
      await this.#keep(trx, { ...repeatable, key }, body);
      return body;
    });
  }

  /** Forgets what is older than a day. */
  async prune(): Promise<void> {
    await this.#db
      .deleteFrom('idempotency_keys')
      .where('created_at', '<=', this.#oldest())
      .execute();
  }

  #kept(trx: Transaction<PortfolioTables>, userId: string, key: string) {
    return trx
      .selectFrom('idempotency_keys')
      .select(['request', 'body'])
      .where('user_id', '=', userId)
      .where('key', '=', key)
      .where('created_at', '>', this.#oldest())
      .executeTakeFirst();
  }

  async #keep(
    trx: Transaction<PortfolioTables>,
    { userId, key, request }: Repeatable & { key: string },
    body: unknown,
  ): Promise<void> {
    const created_at = new Date(this.#clock.now());
    const answer = { request, body: JSON.stringify(body), created_at };
    await trx
      .insertInto('idempotency_keys')
      .values({ user_id: userId, key, ...answer })
      .onConflict((oc) => oc.columns(['user_id', 'key']).doUpdateSet(answer))
      .execute();
  }

  #oldest(): Date {
    return new Date(this.#clock.now() - KEPT_MS);
  }
}

function answerAgain(first: { request: string; body: unknown }, { request }: Repeatable): unknown {
  if (first.request === request) return first.body;
  throw new TidemarkError('CONFLICT', 'This Idempotency-Key came with another request before.', [
    { field: 'headers.idempotency-key', reason: 'was used for another request' },
  ]);
}
