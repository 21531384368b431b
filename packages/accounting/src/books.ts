import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import type { Account } from './account-figures.ts';
import { Bookkeeping } from './bookkeeping.ts';
import type { Terms } from './terms.ts';

/** How many states of the past are kept at most; each is half as far from the end as the one before. */
const MARKS = 6;

/** The account as it stood before a transaction, by that one's index. */
interface Mark {
  readonly index: number;
  readonly keeping: Bookkeeping;
}

/**
 * An account that is kept up as its ledger changes. It does not change itself: {@link replace} makes the next one, from the last
 * state that is kept from before the change, so that a change costs about what lies after it.
 */
export class Books<T extends LedgerTransaction = LedgerTransaction> {
  /** In order of time: the account's indexes are those of this list. */
  readonly transactions: readonly T[];
  /** What {@link account} says of these transactions. */
  readonly account: Account;
  readonly #terms: Terms;
  readonly #marks: readonly Mark[];

  private constructor(transactions: readonly T[], terms: Terms, kept: readonly Mark[]) {
    this.transactions = transactions;
    this.#terms = terms;
    const targets = markedIndexes(transactions);
    const marks = [...kept];
    const last = kept.at(-1);
    const keeping = last?.keeping.copy() ?? new Bookkeeping(terms);
    for (let i = last?.index ?? 0; i < transactions.length; i += 1) {
      if (targets.includes(i) && i > (last?.index ?? 0)) {
        marks.push({ index: i, keeping: keeping.copy() });
      }
      keeping.enter(transactions[i] as T, i);
    }
    this.account = keeping.account();
    this.#marks = marks.filter(({ index }, at) =>
      targets.some((target) => index <= target && (marks[at + 1]?.index ?? Infinity) > target),
    );
  }

  /**
   * Opens the books of a ledger, in any order of time; of transactions at one time the list's order decides.
   *
   * @throws RangeError as {@link account} does; it names a transaction by its index in order of time
   */
  static of<T extends LedgerTransaction>(transactions: readonly T[], terms: Terms): Books<T> {
    return new Books(byTime(transactions), terms, []);
  }

  /**
   * The books of a ledger in which these transactions stand for all that there were at a time (epoch ms) and after it.
   *
   * @throws RangeError as {@link account} does, and where a transaction is older than that time
   */
  replace(from: number, transactions: readonly T[]): Books<T> {
    if (transactions.some(({ time }) => time < from)) {
      throw new RangeError('a transaction is older than what it replaces');
    }
    const kept = indexAt(this.transactions, from);
    const all = [...this.transactions.slice(0, kept), ...byTime(transactions)];
    return new Books(
      all,
      this.#terms,
      this.#marks.filter(({ index }) => index <= kept),
    );
  }
}

/** Where states are kept: at ever shorter distances from the end, before the first transaction of its time. */
function markedIndexes(transactions: readonly LedgerTransaction[]): number[] {
  const indexes: number[] = [];
  for (let i = 1; i <= MARKS; i += 1) {
    const at = transactions.length - Math.ceil(transactions.length / 2 ** i);
    const time = transactions[at]?.time;
    if (time !== undefined) indexes.push(indexAt(transactions, time));
  }
  return indexes;
}

/** The index of the first transaction at a time or after it. */
function indexAt(transactions: readonly LedgerTransaction[], time: number): number {
  let [low, high] = [0, transactions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((transactions[middle] as LedgerTransaction).time < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byTime<T extends LedgerTransaction>(transactions: readonly T[]): readonly T[] {
  return [...transactions].sort((a, b) => a.time - b.time);
}
