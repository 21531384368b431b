import { TidemarkError } from '@tidemark/contracts/errors';
import type { Portfolio, PortfolioChange } from '@tidemark/contracts/portfolio';
import type { Selectable } from 'kysely';
import { isMoney } from '../entries/money.ts';
import { refusedFields } from '@tidemark/service/refused-fields';
import type { PortfolioTables } from '../tables.ts';

/** A portfolio as it is stored. */
export type PortfolioRow = Selectable<PortfolioTables['portfolios']>;

export function toPortfolio(row: PortfolioRow): Portfolio {
  return {
    portfolio_id: row.id,
    name: row.name,
    base_currency: row.base_currency,
    ...{ method: row.method, pools: row.pools, oversold: row.oversold },
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    deleted_at: row.deleted_at?.toISOString() ?? null,
    version: row.version,
  };
}

/**
 * What is to be stored of it: names without blanks around them.
 * @throws TidemarkError INVALID_REQUEST naming the field, for an empty name or a currency that is none
 */
export function checkedPortfolio<C extends PortfolioChange>(change: C): C {
  const { name: given, base_currency: currency } = change;
  const name = given?.trim();
  if (name === '') throw refusedFields([{ field: 'body.name', reason: 'must not be blank' }]);
  if (currency !== undefined && !isMoney(currency)) {
    const reason = 'is no currency of ISO 4217';
    throw refusedFields([{ field: 'body.base_currency', reason }]);
  }
  return name === undefined ? change : { ...change, name };
}

export function noSuchPortfolio(): TidemarkError {
  return new TidemarkError('RESOURCE_NOT_FOUND', 'No such portfolio.');
}
