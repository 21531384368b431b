import type { Kysely } from 'kysely';
import type { AlertTables } from '../tables.ts';
import type { ToldFiring } from './firing-words.ts';

/** Firings as messages tell them, in the order of the ids; those that are deleted are not there. */
export async function readToldFirings(
  db: Kysely<AlertTables>,
  ids: readonly string[],
): Promise<ToldFiring[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('alert_firings')
    .select(['id as firing_id', 'coin_id', 'at', 'told_at', 'body'])
    .where('id', 'in', [...ids])
    .execute();
  const byId = new Map(rows.map((row) => [row.firing_id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
