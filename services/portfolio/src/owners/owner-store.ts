import { MAX_ASKED_ACCOUNTS } from '@tidemark/contracts/existing-accounts';
import { sql, type Kysely } from 'kysely';
import type { PortfolioTables } from '../tables.ts';

/** Who has something here, and who of them was not seen by users. */
export class OwnerStore {
  readonly #db: Kysely<PortfolioTables>;

  constructor(db: Kysely<PortfolioTables>) {
    this.#db = db;
  }

  /** Up to 200 owners behind another, by id. */
  async after(userId: string | null): Promise<string[]> {
    const rows = await this.#db
      .selectFrom((eb) =>
        eb
          .selectFrom('portfolios')
          .select('user_id')
          .union(eb.selectFrom('watchlists').select('user_id'))
          .as('owners'),
      )
      .select('user_id')
      .$if(userId !== null, (query) => query.where('user_id', '>', userId))
      .orderBy('user_id')
      .limit(MAX_ASKED_ACCOUNTS)
      .execute();
    return rows.map(({ user_id }) => user_id);
  }

  /** Who is seen is forgotten to have been absent. */
  async seen(userIds: readonly string[]): Promise<void> {
    if (userIds.length === 0) return;
    await this.#db.deleteFrom('absent_owners').where('user_id', 'in', userIds).execute();
  }

  /** Notes who is absent. @returns those who have been so since `before`, or longer */
  async absent(userIds: readonly string[], now: Date, before: Date): Promise<string[]> {
    if (userIds.length === 0) return [];
    const rows = await this.#db
      .insertInto('absent_owners')
      .values(userIds.map((user_id) => ({ user_id, since: now })))
      // Written as it was, so that it is answered.
      .onConflict((oc) => oc.column('user_id').doUpdateSet({ since: sql`absent_owners.since` }))
      .returning(['user_id', 'since'])
      .execute();
    return rows.filter(({ since }) => since <= before).map(({ user_id }) => user_id);
  }
}
