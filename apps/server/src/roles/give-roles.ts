import type { ServiceName } from '@tidemark/contracts/services';
import type { Database } from '@tidemark/database/database';
import { sql, type Kysely } from 'kysely';
import { tablesOf } from './owned-tables.ts';

/** Who a service is to the database. */
export interface Role {
  name: string;
  password: string;
}

/** Each market has its own. */
const SCHEMAS = ['public', 'simulated'];

/**
 * Gives each service a role of its own, which owns its tables and has no right to anybody else's. The roles are made or get the
 * password that is given; tables that are there already, as those of a database of one role, become theirs. Doing it again changes
 * nothing. ADR 0024.
 * @param database as a role that may make roles, and that owns what is there
 */
export async function giveRoles(
  database: Database,
  roles: ReadonlyMap<ServiceName, Role>,
): Promise<void> {
  await database
    .as<unknown>()
    .transaction()
    .execute(async (tx) => {
      for (const schema of SCHEMAS) {
        await sql`create schema if not exists ${sql.id(schema)}`.execute(tx);
      }
      for (const [service, role] of roles) await giveRole(tx, service, role);
    });
}

async function giveRole(tx: Kysely<unknown>, service: ServiceName, { name, password }: Role) {
  const role = sql.id(name);
  const known = await sql`select from pg_roles where rolname = ${name}`.execute(tx);
  if (known.rows.length === 0) await sql`create role ${role}`.execute(tx);
  await sql`alter role ${role} login password ${sql.lit(password)}`.execute(tx);
  // Who is no superuser gives away only to whom it is a member of.
  await sql`grant ${role} to current_user`.execute(tx);
  for (const schema of SCHEMAS) {
    await sql`grant usage, create on schema ${sql.id(schema)} to ${role}`.execute(tx);
    for (const table of await present(tx, schema, tablesOf(service))) {
      await sql`alter table ${sql.id(schema, table)} owner to ${role}`.execute(tx);
    }
  }
}

/** Those of the tables that are there, and their partitions. */
async function present(
  tx: Kysely<unknown>,
  schema: string,
  tables: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name
    from pg_class c
      left join pg_inherits i on i.inhrelid = c.oid
      left join pg_class parent on parent.oid = i.inhparent
    where c.relnamespace = (select oid from pg_namespace where nspname = ${schema})
      and c.relkind in ('r', 'p')
      and coalesce(parent.relname, c.relname) = any(${tables})
    order by 1`.execute(tx);
  return rows.map(({ name }) => name);
}
