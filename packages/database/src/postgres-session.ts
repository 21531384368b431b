import type { ClientBase } from 'pg';
import type { PostgresSettings } from './postgres-settings.ts';

/** Any number that nobody else locks. */
const SCHEMA_LOCK = 7_130_021_001;

/**
 * What every connection begins with, whatever the role's or the server's own defaults are. The server notices within a
 * minute that this process' machine has gone, and lets go of what it had locked.
 */
const BEGIN_SESSION = `
  select
    set_config('search_path', quote_ident($1), false),
    set_config('statement_timeout', $2, false),
    set_config('idle_in_transaction_session_timeout', $3, false),
    set_config('client_encoding', 'UTF8', false),
    set_config('TimeZone', 'UTC', false),
    set_config('DateStyle', 'ISO, YMD', false),
    set_config('tcp_keepalives_idle', '30', false),
    set_config('tcp_keepalives_interval', '10', false),
    set_config('tcp_keepalives_count', '3', false),
    exists (select from pg_namespace where nspname = $1) as "hasSchema"`;

/** Makes a new connection ready: its settings, and the schema, which is created when it is missing. */
export async function beginSession(
  client: ClientBase,
  schema: string,
  settings: PostgresSettings,
): Promise<void> {
  const timeouts = [settings.statementMs, settings.idleTransactionMs].map(String);
  const { rows } = await client.query<{ hasSchema: boolean }>(BEGIN_SESSION, [schema, ...timeouts]);
  if (!rows[0]?.hasSchema) await createSchema(client, schema);
}

/** "if not exists" is no protection from another that does the same at the same time; the lock is. */
async function createSchema(client: ClientBase, schema: string): Promise<void> {
  await client.query(`
    begin;
    select pg_advisory_xact_lock(${SCHEMA_LOCK});
    create schema if not exists ${client.escapeIdentifier(schema)};
    commit`);
}
