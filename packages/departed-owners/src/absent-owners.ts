import { sql, type QueryExecutorProvider } from 'kysely';

/** Accounts that have something in a service, and were not there when users was asked last. */
export interface AbsentOwnerTable {
  user_id: string;
  /** When that was seen first; since then they were never seen. */
  since: Date;
}

/** Who was not seen by users, in a service's own table of `AbsentOwnerTable`, whose key is `user_id`. */
export class AbsentOwners {
  readonly #db: QueryExecutorProvider;
  readonly #table: string;

  constructor(db: QueryExecutorProvider, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** Who is seen is forgotten to have been absent. */
  async seen(userIds: readonly string[]): Promise<void> {
    if (userIds.length === 0) return;
    await sql`
      delete from ${sql.table(this.#table)} where user_id = any(${[...userIds]}::uuid[])`.execute(
      this.#db,
    );
  }

  /** Notes who is absent. @returns those who have been so since `before`, or longer */
  async absent(userIds: readonly string[], now: Date, before: Date): Promise<string[]> {
    if (userIds.length === 0) return [];
    // Written as it was, so that it is answered.
    const { rows } = await sql<AbsentOwnerTable>`
      insert into ${sql.table(this.#table)} as noted (user_id, since)
      select unnest(${[...userIds]}::uuid[]), ${now}::timestamptz
      on conflict (user_id) do update set since = noted.since
      returning user_id, since`.execute(this.#db);
    return rows.filter(({ since }) => since <= before).map(({ user_id }) => user_id);
  }
}
