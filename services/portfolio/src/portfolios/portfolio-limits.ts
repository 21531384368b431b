import { TidemarkError } from '@tidemark/contracts/errors';
import { sql, type Transaction } from 'kysely';
import type { PortfolioTables } from '../tables.ts';

/** Of an account, those that are deleted not counted. */
const MAX_OPEN = 100;
/** Of an account, with those that are deleted. */
const MAX_KEPT = 200;

interface Counts {
  open: number;
  kept: number;
}

/** Of an account, which is locked, so that what is made at the same time is counted too. */
export async function countPortfolios(
  trx: Transaction<PortfolioTables>,
  userId: string,
): Promise<Counts> {
  const lock = `portfolios of ${userId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(trx);
  return trx
    .selectFrom('portfolios')
    .select((eb) => [
      eb.fn.countAll<number>().as('kept'),
      eb.fn.countAll<number>().filterWhere('deleted_at', 'is', null).as('open'),
    ])
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
}

/** @throws TidemarkError CONFLICT where there is no room for another one */
export function refuseMore({ open, kept }: Counts, { isNew }: { isNew: boolean }): void {
  if (open >= MAX_OPEN) throw tooMany(`at most ${MAX_OPEN} portfolios; delete one first.`);
  if (isNew && kept >= MAX_KEPT) {
    throw tooMany(`at most ${MAX_KEPT} portfolios, deleted ones included; restore one instead.`);
  }
}

function tooMany(what: string): TidemarkError {
  return new TidemarkError('CONFLICT', `An account has ${what}`);
}
