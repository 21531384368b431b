import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import type { Account } from './account-figures.ts';
import { Bookkeeping } from './bookkeeping.ts';
import type { Terms } from './terms.ts';

export type { Account };

/**
 * Gains, income, fees and what is left of a ledger, by a method and a convention. Quantities are exact, and so is what is
 * conserved (see {@link Flows}): shares of a cost have 40 digits after the point, and what remains has the rest.
 * Transactions may come in any order of time; of those at one time the order of the list decides, as `equalTimes` says.
 * What lacks a price has null, what is more than there was is refused, and neither keeps the rest from being computed.
 *
 * @throws RangeError where an amount, a price or a time is none; it names the transaction by its index
 */
export function account(transactions: readonly LedgerTransaction[], terms: Terms): Account {
  const keeping = new Bookkeeping(terms);
  const indexes = transactions.map((_, index) => index);
  const timeOf = (index: number) => transactions[index]?.time ?? -Infinity;
  if (transactions.some(({ time }, index) => time < timeOf(index - 1))) {
    indexes.sort((a, b) => timeOf(a) - timeOf(b));
  }
  for (const index of indexes) keeping.enter(transactions[index] as LedgerTransaction, index);
  return keeping.account();
}
