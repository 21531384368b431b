import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import { bookOf } from './book.ts';
import type { Income, Terms } from './booking.ts';
import type { Flows } from './flows.ts';
import { total, type Known } from './known.ts';
import type { Matched } from './match.ts';
import { matchLots } from './match-lots.ts';
import { matchUk } from './match-uk.ts';
import type { MissingPrice } from './prices.ts';

/** What a ledger came to. All values are in the base currency. */
export interface Account extends Matched {
  /**
   * The sum of all gains but those of other money, which are `currency`. Null where a price is missing that it needs, or where
   * something was refused: part of a ledger has no sum.
   */
  readonly realised: Known;
  /** What changes of rates gained on money other than the base currency. */
  readonly currency: Known;
  readonly incomes: readonly Income[];
  readonly flows: Readonly<Flows>;
  readonly missing: readonly MissingPrice[];
}

/**
 * Gains, income, fees and what is left of a ledger, by a method and a convention. Quantities are exact, and so is what is
 * conserved (see {@link Flows}): shares of a cost have 40 digits after the point, and what remains has the rest.
 * Transactions may come in any order of time; of those at one time the order of the list decides, as `equalTimes` says.
 * What lacks a price has null, what is more than there was is refused, and neither keeps the rest from being computed.
 *
 * @throws RangeError where an amount, a price or a time is none; it names the transaction by its index
 */
export function account(transactions: readonly LedgerTransaction[], terms: Terms): Account {
  const { method } = terms;
  const { legs, flows, incomes, missing } = bookOf(transactions, terms);
  const matched =
    method === 'uk_pool'
      ? matchUk(legs, terms, flows)
      : matchLots(legs, { ...terms, method }, flows);
  const isMoney = (asset: string) => terms.money?.has(asset) ?? false;
  const gains = (ofMoney: boolean): Known => {
    if (matched.refused.length > 0) return null;
    const { disposals } = matched;
    return total(disposals.filter((d) => isMoney(d.asset) === ofMoney).map(({ gain }) => gain));
  };
  return { ...matched, realised: gains(false), currency: gains(true), incomes, flows, missing };
}
