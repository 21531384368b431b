import { sql, type Kysely } from 'kysely';
import { HISTORY_TABLES, historyTable } from '../migrate.ts';
import type { About, End } from './backup-lines.ts';

type Db = Kysely<unknown>;

/** Owners by the migrations that are applied, in their order; those without any are left out. */
export async function appliedMigrations(
  db: Db,
  owners: readonly string[],
): Promise<Record<string, string[]>> {
  const applied: Record<string, string[]> = {};
  const all = new Set(await tableNames(db));
  for (const owner of owners) {
    const table = historyTable(owner);
    if (!all.has(table)) continue;
    const query = sql<{ name: string }>`select name from ${sql.table(table)} order by name`;
    const names = (await query.execute(db)).rows.map(({ name }) => name);
    if (names.length > 0) applied[owner] = names;
  }
  return applied;
}

/** Names of the schema's tables, without partitions. */
export async function tableNames(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
    order by relname`.execute(db);
  return rows.map(({ name }) => name);
}

/** The tables that hold data: those that others refer to first, and those with partitions last, which others drop and make. */
export async function dataTables(db: Db): Promise<About['tables']> {
  const references = await foreignKeys(db);
  const partitions = await partitionsOf(db);
  const names = (await tableNames(db)).filter((name) => !isHistory(name));
  const ordered: string[] = [];
  const visit = (name: string): void => {
    if (ordered.includes(name)) return;
    for (const { referred } of references.filter((key) => key.referring === name)) {
      if (referred !== name) visit(referred);
    }
    ordered.push(name);
  };
  for (const name of names.filter((table) => !partitions.has(table))) visit(name);
  for (const name of names) visit(name);
  return ordered.map((name) => ({ name, partitions: partitions.get(name) ?? [] }));
}

/** Sequences that were used, with the last number they gave. */
export async function usedSequences(db: Db): Promise<End['sequences']> {
  const { rows } = await sql<{ name: string; last: number }>`
    select sequencename as name, last_value as last from pg_sequences
    where schemaname = current_schema() and last_value is not null order by 1`.execute(db);
  return rows;
}

function isHistory(table: string): boolean {
  return HISTORY_TABLES.some((pattern) => table.endsWith(pattern.slice(1)));
}

async function foreignKeys(db: Db) {
  const { rows } = await sql<{ referring: string; referred: string }>`
    select a.relname as referring, b.relname as referred
    from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
    where c.contype = 'f' and c.connamespace = current_schema()::regnamespace`.execute(db);
  return rows;
}

async function partitionsOf(db: Db) {
  const { rows } = await sql<{ parent: string; name: string; bound: string }>`
    select p.relname as parent, c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bound
    from pg_inherits i join pg_class p on p.oid = i.inhparent join pg_class c on c.oid = i.inhrelid
    where p.relnamespace = current_schema()::regnamespace and c.relispartition order by 1, 2`.execute(
    db,
  );
  const by = new Map<string, About['tables'][number]['partitions']>();
  for (const { parent, name, bound } of rows) {
    by.set(parent, [...(by.get(parent) ?? []), { name, bound }]);
  }
  // A table whose partitions are all gone is still one that has partitions.
  const parents = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'p'`.execute(db);
  for (const { name } of parents.rows) if (!by.has(name)) by.set(name, []);
  return by;
}
