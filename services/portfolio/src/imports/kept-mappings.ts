import type { KeptMapping } from '@tidemark/contracts/portfolio-import';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Kysely, Transaction } from 'kysely';
import type { PortfolioTables } from '../tables.ts';

/** Of an account. */
const MAX_MAPPINGS = 100;

/** By name. */
export function listMappings(db: Kysely<PortfolioTables>, userId: string): Promise<KeptMapping[]> {
  return db
    .selectFrom('column_mappings')
    .select(['name', 'mapping'])
    .where('user_id', '=', userId)
    .orderBy('name')
    .execute();
}

/** Keeps a mapping, in the place of one of that name. @throws TidemarkError CONFLICT past 100 of them */
export async function keepMapping(
  trx: Transaction<PortfolioTables>,
  userId: string,
  { name, mapping }: KeptMapping,
): Promise<void> {
  const text = JSON.stringify(mapping);
  await trx
    .insertInto('column_mappings')
    .values({ user_id: userId, name, mapping: text })
    .onConflict((oc) => oc.columns(['user_id', 'name']).doUpdateSet({ mapping: text }))
    .execute();
  if ((await listMappings(trx, userId)).length <= MAX_MAPPINGS) return;
  throw new TidemarkError(
    'CONFLICT',
    `At most ${MAX_MAPPINGS} mappings are kept; remove one first.`,
  );
}

/** @throws TidemarkError RESOURCE_NOT_FOUND */
export async function forgetMapping(
  db: Kysely<PortfolioTables>,
  userId: string,
  name: string,
): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('column_mappings')
    .where('user_id', '=', userId)
    .where('name', '=', name)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new TidemarkError('RESOURCE_NOT_FOUND', 'No such mapping.');
}
