import type { Database } from '@tidemark/database/database';
import { sql, type Kysely } from 'kysely';
import type { MarketTables } from '../tables.ts';

/** So much of a currency was a euro on a day. */
export interface EuroRate {
  /** UTC, as in `2024-01-05`. */
  day: string;
  /** ISO 4217; never EUR. */
  currency: string;
  /** Decimal, above 0. */
  perEuro: string;
}

/** What a euro was in dollars and in another currency on a day; decimals. */
export interface CrossRate {
  day: string;
  dollars: string;
  own: string;
}

/** A document that was read to its end, and the validators that it came with. */
export interface RateRead {
  /** Epoch ms. */
  readAt: number;
  etag: string | null;
  lastModified: string | null;
}

/** Rows a statement. */
const CHUNK = 1_000;
/** A currency that is told of no more leaves the newest after so many days. */
const CURRENT_DAYS = 30;

/** Reference rates of currencies by day. */
export class EuroRateStore {
  readonly #db: Kysely<MarketTables>;

  constructor(database: Database) {
    this.#db = database.as<MarketTables>();
  }

  /** Stores rates; those that were stored with another value are corrected. No currency twice on a day. */
  async write(rates: readonly EuroRate[]): Promise<void> {
    for (let i = 0; i < rates.length; i += CHUNK) {
      const rows = JSON.stringify(rates.slice(i, i + CHUNK));
      await sql`
        INSERT INTO euro_rates (day, currency, per_euro)
        SELECT day, currency, "perEuro"
        FROM json_to_recordset(${rows}::json) AS rate (day date, currency text, "perEuro" numeric)
        ON CONFLICT (day, currency) DO UPDATE SET per_euro = excluded.per_euro
        WHERE euro_rates.per_euro <> excluded.per_euro`.execute(this.#db);
    }
  }

  /** The newest rate of each currency that is told of at present. */
  async newest(): Promise<EuroRate[]> {
    const rows = await this.#db
      .selectFrom('euro_rates')
      .select(['day', 'currency', 'per_euro as perEuro'])
      .distinctOn('currency')
      .where('day', '>', sql<string>`(SELECT max(day) FROM euro_rates) - ${CURRENT_DAYS}::integer`)
      .orderBy('currency')
      .orderBy('day', 'desc')
      .execute();
    return rows;
  }

  /** The newest day that there are rates of; null: there are none. */
  async newestDay(): Promise<string | null> {
    const row = await this.#db
      .selectFrom('euro_rates')
      .select((eb) => eb.fn.max('day').as('day'))
      .executeTakeFirst();
    return row?.day ?? null;
  }

  async has(currency: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('euro_rates')
      .select('day')
      .where('currency', '=', currency)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** A currency beside the dollar on the days from `from` up to and with `to` that both are told of, oldest first. */
  async days(currency: string, from: string, to: string): Promise<CrossRate[]> {
    const { rows } = await sql<CrossRate>`
      SELECT dollar.day, dollar.per_euro AS dollars,
        ${currency === 'EUR' ? sql`1::numeric` : sql`own.per_euro`} AS own
      FROM euro_rates dollar
      ${currency === 'EUR' ? sql`` : sql`JOIN euro_rates own ON own.day = dollar.day AND own.currency = ${currency}`}
      WHERE dollar.currency = 'USD' AND dollar.day BETWEEN ${from}::date AND ${to}::date
      ORDER BY dollar.day`.execute(this.#db);
    return rows;
  }

  /** When documents were last read to their end, by their names. */
  async reads(): Promise<Map<string, RateRead>> {
    const rows = await this.#db.selectFrom('euro_rate_reads').selectAll().execute();
    return new Map(
      rows.map(({ document, read_at, etag, last_modified }) => [
        document,
        { readAt: read_at.getTime(), etag, lastModified: last_modified },
      ]),
    );
  }

  async setRead(document: string, { readAt, etag, lastModified }: RateRead): Promise<void> {
    const read = { read_at: new Date(readAt), etag, last_modified: lastModified };
    await this.#db
      .insertInto('euro_rate_reads')
      .values({ document, ...read })
      .onConflict((oc) => oc.column('document').doUpdateSet(read))
      .execute();
  }
}
