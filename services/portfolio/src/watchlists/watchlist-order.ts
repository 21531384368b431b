import { sql, type Transaction } from 'kysely';
import type { PortfolioTables } from '../tables.ts';

type Trx = Transaction<PortfolioTables>;

/** Locks what lists an account has, until the end of the transaction. @returns their ids in their order */
export async function holdOrder(trx: Trx, userId: string): Promise<string[]> {
  const lock = `watchlists of ${userId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(trx);
  const rows = await trx
    .selectFrom('watchlists')
    .select('id')
    .where('user_id', '=', userId)
    .orderBy('position')
    .execute();
  return rows.map(({ id }) => id);
}

/** The ids with one of them at another place; past the last one it is the last. */
export function moved(ids: readonly string[], id: string, position: number): string[] {
  const others = ids.filter((other) => other !== id);
  return others.toSpliced(position, 0, id);
}

/** Numbers the lists in the order of the ids; of those that have another number then, the version counts up. */
export async function number(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const places = sql`(values ${sql.join(ids.map((id, n) => sql`(${id}::uuid, ${n}::integer)`))})`;
  await sql`
    update watchlists set position = place.n, version = version + 1
    from ${places} as place (id, n)
    where watchlists.id = place.id and position <> place.n`.execute(trx);
}
