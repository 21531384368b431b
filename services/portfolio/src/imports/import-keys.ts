import { sql, type Kysely } from 'kysely';
import type { HeldTransaction } from '../transactions/held-portfolio.ts';
import type { PortfolioTables } from '../tables.ts';

/** Keys by which rows of files are known again. Lists of them are texts with commas between. */
export class ImportKeys {
  readonly #db: Kysely<PortfolioTables>;

  constructor(db: Kysely<PortfolioTables>) {
    this.#db = db;
  }

  /** Those of the keys whose rows are there already; of our own exports also those that name a transaction that is there. */
  async seenAmong(portfolioId: string, keys: string): Promise<string> {
    const { rows } = await sql<{ seen: string | null }>`
      select string_agg(key, ',') as seen
      from unnest(string_to_array(${keys}::text, ',')) as asked (key)
      where exists (
        select from import_keys as kept
        where kept.portfolio_id = ${portfolioId}::uuid and kept.key = asked.key
      ) or exists (
        select from transactions
        where asked.key like 'tidemark:%'
          and id = case when asked.key like 'tidemark:%' then split_part(asked.key, ':', 2)::uuid end
          and portfolio_id = ${portfolioId}::uuid
      )`.execute(this.#db);
    return rows[0]?.seen ?? '';
  }
}

/** Keeps keys. @returns how many of them were not there */
export async function keepKeys(
  trx: HeldTransaction,
  { portfolioId, importId }: { portfolioId: string; importId: string },
  keys: string,
): Promise<number> {
  const { rows } = await sql<{ kept: number }>`
    with kept as (
      insert into import_keys (portfolio_id, key, import_id)
      select ${portfolioId}::uuid, key, ${importId}::uuid
      from unnest(string_to_array(${keys}::text, ',')) as given (key)
      order by key
      on conflict do nothing
      returning 1
    ) select count(*) as kept from kept`.execute(trx);
  return rows[0]?.kept ?? 0;
}
