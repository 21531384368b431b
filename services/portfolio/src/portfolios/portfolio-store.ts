import { randomUUID } from 'node:crypto';
import type { Clock } from '@tidemark/clock/clock';
import type { PortfolioChange, PortfolioRequest } from '@tidemark/contracts/portfolio';
import type { Kysely, Transaction } from 'kysely';
import type { PortfolioTables } from '../tables.ts';
import { changedMeanwhile, hasVersion, type Wanted } from '@tidemark/service/if-match';
import { countPortfolios, refuseMore } from './portfolio-limits.ts';
import { noSuchPortfolio, type PortfolioRow } from './portfolio.ts';

/** Portfolios of accounts. Each method is told whose it is to be; of another's it says what it says of none. */
export class PortfolioStore {
  readonly #db: Kysely<PortfolioTables>;
  readonly #clock: Clock;

  constructor(db: Kysely<PortfolioTables>, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** @throws TidemarkError CONFLICT past 100 portfolios, or 200 with those that are deleted */
  async create(
    trx: Transaction<PortfolioTables>,
    userId: string,
    wanted: PortfolioRequest,
  ): Promise<PortfolioRow> {
    refuseMore(await countPortfolios(trx, userId), { isNew: true });
    const now = this.#now();
    return trx
      .insertInto('portfolios')
      .values({
        id: randomUUID(),
        user_id: userId,
        ...wanted,
        created_at: now,
        updated_at: now,
        deleted_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Newest first. */
  list(userId: string, which: { deleted: boolean }): Promise<PortfolioRow[]> {
    return this.#db
      .selectFrom('portfolios')
      .selectAll()
      .where('user_id', '=', userId)
      .where('deleted_at', which.deleted ? 'is not' : 'is', null)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
  }

  /** One that is deleted too. */
  find(userId: string, id: string): Promise<PortfolioRow | undefined> {
    return this.#db
      .selectFrom('portfolios')
      .selectAll()
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .executeTakeFirst();
  }

  /** Those of the ids that there are and that are not deleted, whoever they belong to. */
  findAll(ids: readonly string[]): Promise<PortfolioRow[]> {
    return this.#db
      .selectFrom('portfolios')
      .selectAll()
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .execute();
  }

  /** @throws TidemarkError PRECONDITION_FAILED where it has another version */
  change({ id }: PortfolioRow, wanted: Wanted, change: PortfolioChange): Promise<PortfolioRow> {
    return this.#set(id, wanted, change);
  }

  /** Deletes it so that it can be restored. @throws TidemarkError PRECONDITION_FAILED where it has another version */
  remove({ id }: PortfolioRow, wanted: Wanted): Promise<PortfolioRow> {
    return this.#set(id, wanted, { deleted_at: this.#now() });
  }

  /** One that is not deleted stays as it is. @throws TidemarkError CONFLICT past 100 portfolios */
  async restore(
    trx: Transaction<PortfolioTables>,
    { id, user_id: userId }: PortfolioRow,
  ): Promise<PortfolioRow> {
    const counts = await countPortfolios(trx, userId);
    const found = await trx
      .selectFrom('portfolios')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (found.deleted_at === null) return found;
    refuseMore(counts, { isNew: false });
    return trx
      .updateTable('portfolios')
      .set((eb) => ({ deleted_at: null, updated_at: this.#now(), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** One statement looks at the version and writes the next: of two at once, one finds another version. */
  async #set(
    id: string,
    wanted: Wanted,
    values: PortfolioChange | { deleted_at: Date },
  ): Promise<PortfolioRow> {
    const row = await this.#db
      .updateTable('portfolios')
      .set((eb) => ({ ...values, updated_at: this.#now(), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .where(hasVersion(wanted))
      .returningAll()
      .executeTakeFirst();
    return row ?? this.#refuse(id);
  }

  async #refuse(id: string): Promise<never> {
    const row = await this.#db
      .selectFrom('portfolios')
      .select(['deleted_at', 'version'])
      .where('id', '=', id)
      .executeTakeFirst();
    throw row && row.deleted_at === null ? changedMeanwhile() : noSuchPortfolio();
  }

  #now(): Date {
    return new Date(this.#clock.now());
  }
}
