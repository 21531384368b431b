import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import type { Account } from './account-figures.ts';
import { bookTransaction } from './book-transaction.ts';
import { copyBook, newBook, type Book } from './book.ts';
import type { Leg } from './leg.ts';
import { LotMatching } from './match-lots.ts';
import { UkMatching } from './match-uk.ts';
import type { Matching } from './matching.ts';
import type { Terms } from './terms.ts';

/** An account as it grows, transaction by transaction. */
export class Bookkeeping {
  readonly #terms: Terms;
  readonly #book: Book;
  readonly #matching: Matching;
  #time = -Infinity;

  constructor(terms: Terms, book = newBook(), matching = matchingBy(terms, book)) {
    this.#terms = terms;
    this.#book = book;
    this.#matching = matching;
  }

  /** Enters a transaction that is not older than the last; its index is what the account calls it by. */
  enter(transaction: LedgerTransaction, index: number): void {
    if (transaction.time > this.#time) this.#match();
    bookTransaction(transaction, index, this.#terms, this.#book);
    this.#time = transaction.time;
  }

  /** As it stands, to go on by itself. What comes next has to be newer. */
  copy(): Bookkeeping {
    this.#match();
    const book = copyBook(this.#book);
    return new Bookkeeping(this.#terms, book, this.#matching.copy(book));
  }

  /** Ends it. */
  account(): Account {
    this.#match();
    const holdings = this.#matching.holdings();
    const { gains, incomes, outside, expenses, flows, missing, ...matched } = this.#book;
    const { disposals, departures, refused, extrapolated } = matched;
    const isWhole = refused.length === 0;
    return {
      ...{ disposals, departures, holdings, refused, extrapolated },
      realised: isWhole ? gains.realised : null,
      currency: isWhole ? gains.currency : null,
      ...{ incomes, outside, expenses, flows, missing },
    };
  }

  /** Matches what happened at one time. */
  #match(): void {
    const { legs } = this.#book;
    if (legs.length > 1) inOrder(legs, this.#terms);
    for (const leg of legs) this.#matching.next(leg);
    legs.length = 0;
  }
}

function matchingBy(terms: Terms, book: Book): Matching {
  const { method } = terms;
  return method === 'uk_pool'
    ? new UkMatching(terms, book)
    : new LotMatching({ ...terms, method }, book);
}

const STAGES = { acquisition: 0, move: 1, disposal: 2, departure: 2 };

/** Legs of one time, as the convention has it; then as the rows stand. */
function inOrder(legs: Leg[], { convention }: Terms): void {
  const { equalTimes, pools } = convention;
  const stage = (leg: Leg) => {
    if (equalTimes === 'row_order') return 0;
    // Where moves matter they stand between: what arrives can be moved, and what was moved can be given away.
    const isFeeOfMove = leg.type === 'disposal' && leg.kind === 'transfer';
    return isFeeOfMove ? (pools === 'one' ? 3 : 1) : STAGES[leg.type];
  };
  legs.sort((a, b) => stage(a) - stage(b) || a.transaction - b.transaction);
}
