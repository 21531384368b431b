import type { Balances } from '@tidemark/contracts/balances';
import { Amount, sumOf, writeAmount } from '@tidemark/ledger/amount';
import { sql, type Kysely } from 'kysely';
import type { PortfolioTables } from '../tables.ts';

export interface BalancesWanted {
  /** Epoch ms; what happened then counts. Left out: all there is counts. */
  at?: number | undefined;
  /** Whether balances of zero are told too. */
  zeros?: boolean | undefined;
}

/** The exact sums of a portfolio's movements, by asset and wallet. PostgreSQL adds numerics without a bound. */
export async function balancesOf(
  db: Kysely<PortfolioTables>,
  portfolioId: string,
  { at, zeros = false }: BalancesWanted,
): Promise<Balances> {
  let query = db
    .selectFrom('movements')
    .innerJoin('transactions', 'transactions.id', 'movements.transaction_id')
    .select(['asset', 'wallet', sql<string>`trim_scale(sum(amount))`.as('amount')])
    .where('portfolio_id', '=', portfolioId)
    .groupBy(['asset', 'wallet'])
    .orderBy(sql`asset collate "C"`)
    .orderBy(sql`wallet collate "C"`);
  if (at !== undefined) query = query.where('time', '<=', new Date(at));
  if (!zeros) query = query.having(sql<boolean>`sum(amount) <> 0`);
  const byAsset = Map.groupBy(await query.execute(), ({ asset }) => asset);
  return {
    at: at === undefined ? null : new Date(at).toISOString(),
    balances: [...byAsset].map(([asset, wallets]) => ({
      asset,
      amount: writeAmount(sumOf(wallets.map(({ amount }) => new Amount(amount)))),
      wallets: wallets.map(({ wallet, amount }) => ({ wallet, amount })),
    })),
  };
}
