import { sql } from 'kysely';
import { TidemarkError } from '@tidemark/contracts/errors';
import { holdPortfolio, setCount, type HeldTransaction } from '../transactions/held-portfolio.ts';
import type { ImportRow } from './import-store.ts';

/** Transactions that one statement removes: none takes long. */
const AT_ONCE = 10_000;

/**
 * Takes back all that an import put in and is there still, changed since or not, and forgets its rows: imported again they are new.
 * One that was taken back stays so.
 * @throws TidemarkError CONFLICT for one that is being put in
 */
export async function undoImport(
  trx: HeldTransaction,
  { id, portfolio_id: portfolioId }: ImportRow,
  now: number,
): Promise<void> {
  const count = await holdPortfolio(trx, portfolioId);
  const row = await trx
    .selectFrom('imports')
    .select(['state', 'undone_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (row.state === 'working') {
    throw new TidemarkError('CONFLICT', 'It is being put in; wait until it is done.');
  }
  if (row.undone_at !== null) return;
  await setCount(trx, portfolioId, count - (await removeAll(trx, id)));
  await trx.deleteFrom('import_keys').where('import_id', '=', id).execute();
  await trx
    .updateTable('imports')
    .set({ undone_at: new Date(now) })
    .where('id', '=', id)
    .execute();
}

/** @returns how many there were */
async function removeAll(trx: HeldTransaction, importId: string): Promise<number> {
  let removed = 0;
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      delete from transactions where id in (
        select id from transactions where import_id = ${importId}::uuid limit ${AT_ONCE}
      )`.execute(trx);
    removed += Number(numAffectedRows);
    if (numAffectedRows < BigInt(AT_ONCE)) return removed;
  }
}
