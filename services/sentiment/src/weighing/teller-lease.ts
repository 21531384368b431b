import { sql, type Kysely } from 'kysely';
import type { SentimentTables } from '../tables.ts';

const LEASE_MS = 15_000;

/** Which replica tells and stores what the news comes to. One that dies is followed by another after 15 s. */
export class TellerLease {
  readonly #db: Kysely<SentimentTables>;
  readonly #name: string;

  /** `name`: this replica's own. */
  constructor(db: Kysely<SentimentTables>, name: string) {
    this.#db = db;
    this.#name = name;
  }

  /** The version of what sentiment is made of, and whether this replica is to tell of it. @param now epoch ms */
  async look(now: number): Promise<{ version: number; isMine: boolean }> {
    const state = await this.#db
      .selectFrom('news_state')
      .select(['version', 'teller', 'teller_until'])
      .executeTakeFirstOrThrow();
    const { version, teller, teller_until: until } = state;
    const left = (until?.getTime() ?? 0) - now;
    if (teller === this.#name && left > LEASE_MS / 2) return { version, isMine: true };
    if (teller !== this.#name && left > 0) return { version, isMine: false };
    return { version, isMine: await this.#claim(now) };
  }

  /** Lets another have it. */
  async release(): Promise<void> {
    await this.#db
      .updateTable('news_state')
      .set({ teller: null, teller_until: null })
      .where('teller', '=', this.#name)
      .execute();
  }

  async #claim(now: number): Promise<boolean> {
    const claimed = await this.#db
      .updateTable('news_state')
      .set({ teller: this.#name, teller_until: new Date(now + LEASE_MS) })
      .where((where) =>
        where.or([
          where('teller', 'is', null),
          where('teller', '=', this.#name),
          where('teller_until', '<=', new Date(now)),
        ]),
      )
      .returning(sql<number>`1`.as('one'))
      .executeTakeFirst();
    return claimed !== undefined;
  }
}
