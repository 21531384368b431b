import type { AssetChanged, HeldAsset } from '@tidemark/contracts/portfolio-asset';
import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import { Amount, writeAmount } from '@tidemark/ledger/amount';
import { sql, type Kysely, type Transaction as DatabaseTransaction } from 'kysely';
import { readEntry } from '../entries/read-entry.ts';
import type { PortfolioTables } from '../tables.ts';
import { balancesOf } from '../transactions/balances.ts';
import type { TransactionStore } from '../transactions/transaction-store.ts';
import { differences, entryOf, type Part } from './asset-entries.ts';

/** What there is, by asset; what has come to nothing is left out. */
export async function heldAssets(
  db: Kysely<PortfolioTables>,
  portfolioId: string,
): Promise<HeldAsset[]> {
  const { balances } = await balancesOf(db, portfolioId, {});
  return balances.map(({ asset, amount, wallets }) => ({
    asset,
    quantity: amount,
    wallets: wallets.map((part) => ({ wallet: part.wallet, quantity: part.amount })),
  }));
}

interface Settled {
  portfolioId: string;
  asset: string;
  /** Zero or more; decimal. */
  quantity: string;
  note: string;
}

/**
 * Writes what makes the balance of an asset that quantity. It holds the portfolio before it looks at the balance, so that
 * nothing comes between.
 * @param now epoch ms
 * @returns null where there is nothing of it and is to be nothing
 */
export function settleAsset(
  { db, transactions }: { db: Kysely<PortfolioTables>; transactions: TransactionStore },
  { portfolioId, asset, quantity, note }: Settled,
  now: number,
): Promise<AssetChanged | null> {
  return db.transaction().execute(async (trx) => {
    await sql`select 1 from portfolios where id = ${portfolioId} for update`.execute(trx);
    const parts = await partsOf(trx, portfolioId, asset);
    const wanted = new Amount(quantity);
    if (parts.length === 0 && wanted.eq(0)) return null;
    const written: Transaction[] = [];
    for (const part of differences(parts, quantity)) {
      const entry = readEntry(entryOf(asset, part, { note, now }), now);
      written.push(await transactions.create(trx, portfolioId, entry));
    }
    return { asset, quantity: writeAmount(wanted), transactions: written };
  });
}

/** Of one asset; wallets with nothing in them are left out. */
function partsOf(
  trx: DatabaseTransaction<PortfolioTables>,
  portfolioId: string,
  asset: string,
): Promise<Part[]> {
  return trx
    .selectFrom('movements')
    .innerJoin('transactions', 'transactions.id', 'movements.transaction_id')
    .select(['wallet', sql<string>`trim_scale(sum(amount))`.as('amount')])
    .where('portfolio_id', '=', portfolioId)
    .where('asset', '=', asset)
    .groupBy('wallet')
    .having(sql<boolean>`sum(amount) <> 0`)
    .orderBy(sql`wallet collate "C"`)
    .execute();
}
