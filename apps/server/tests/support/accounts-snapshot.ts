import type { Database } from '@tidemark/database/database';
import { sql, type Kysely } from 'kysely';
import { STORING, tablesOf } from '../../src/roles/owned-tables.ts';

/** Every row, as JSON, of each table that no other service says is its own: one that nobody has listed is among them. */
export type AccountsSnapshot = Readonly<Record<string, readonly string[]>>;

/**
 * What is kept of accounts, sessions and keys now, all but `api_keys.last_used_at`: that a key was used is noted whatever it
 * asked for.
 */
export async function accountsSnapshot(database: Database): Promise<AccountsSnapshot> {
  const db = database.as<unknown>();
  const elsewhere = new Set(STORING.filter((service) => service !== 'users').flatMap(tablesOf));
  const tables = (await tablesIn(db)).filter((table) => !elsewhere.has(table));
  const rows: [string, string[]][] = [];
  for (const table of tables) rows.push([table, await rowsOf(db, table)]);
  return Object.fromEntries(rows);
}

/** Partitions are other names for rows of their table. */
async function tablesIn(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name
    from information_schema.tables
      join pg_class on oid = format('%I.%I', table_schema, table_name)::regclass
    where table_schema = current_schema() and table_type = 'BASE TABLE' and not relispartition
    order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

async function rowsOf(db: Kysely<unknown>, table: string): Promise<string[]> {
  const left = sql.lit(table === 'api_keys' ? 'last_used_at' : '');
  const { rows } = await sql<{ row: string }>`
    select (to_jsonb(t) - ${left})::text as row from ${sql.table(table)} t order by 1`.execute(db);
  return rows.map(({ row }) => row);
}
