import { Books } from '@tidemark/accounting/books';
import { CONVENTIONS } from '@tidemark/accounting/convention';
import { dailyValues, firstChangedDay, type DailyValue } from '@tidemark/accounting/daily-values';
import type { Terms } from '@tidemark/accounting/terms';
import { indexAt } from '../ledger/ledger.ts';
import { startOf, utcDayOf } from '../market/utc-day.ts';
import { DataPriceBook } from '../prices/data-price-book.ts';
import type { PriceBook } from '../prices/price-book.ts';
import type { PriceData } from '../prices/price-data.ts';
import { BalanceMarks } from './balance-marks.ts';
import { moneyAmong, withImpliedDeposits, type MoneyRules } from './implied-deposits.ts';
import type { Entry } from './entry.ts';
import type { AccountOf } from './question.ts';
import { yearOf, yearSums, type YearSums } from './year-sums.ts';

/** How long transactions of today keep the price of now that they were booked at, ms. */
const TODAY_MS = 60_000;

/** What books are made by; its prices are others for the books that follow. */
interface Asked {
  prices: PriceBook;
  readonly terms: Terms;
}

interface Unchanged {
  readonly days: readonly DailyValue[];
  readonly years: readonly YearSums[];
}

/** The books of one portfolio by one method, and the prices that they are made by. */
export class OpenedBooks {
  readonly of: AccountOf;
  readonly books: Books<Entry>;
  /** What the books ask; the same for those that follow. */
  readonly #asked: Asked;
  /** When the prices of today's transactions were taken, epoch ms. */
  readonly #bookedAt: number;
  /** What there was of everything, on the way and at the end. */
  readonly balances: BalanceMarks;
  /** What did not change since it was worked out. */
  readonly #known: Unchanged;
  #days: readonly DailyValue[] | null = null;
  #years: readonly YearSums[] | null = null;

  private constructor(
    of: AccountOf,
    asked: Asked,
    books: Books<Entry>,
    balances: BalanceMarks,
    known: Unchanged,
  ) {
    this.of = of;
    this.books = books;
    this.balances = balances;
    this.#asked = asked;
    this.#bookedAt = asked.prices.asOf;
    this.#known = known;
  }

  /** @param entries all of the ledger, in order of time */
  static open(of: AccountOf, entries: readonly Entry[], data: PriceData): OpenedBooks {
    const prices: PriceBook = new DataPriceBook(data);
    const rules = rulesOf(of, prices);
    const named = entries.flatMap(({ movements }) => movements.map(({ asset }) => asset));
    const money = new Set([...new Set(named)].filter(rules.isMoney));
    money.delete(of.base);
    const { base, method, pools, oversold } = of;
    const terms: Terms = {
      ...{ base, money, method },
      convention: { ...CONVENTIONS.tidemark, pools, oversold },
      priceOf: (asset, time) => asked.prices.at(asset, time),
    };
    const asked: Asked = { prices, terms };
    const books = Books.of(withImpliedDeposits(entries, rules), terms);
    const balances = BalanceMarks.of(books.transactions);
    return new OpenedBooks(of, asked, books, balances, { days: [], years: [] });
  }

  get prices(): PriceBook {
    return this.#asked.prices;
  }

  /** What they were made by. */
  get terms(): Terms {
    return this.#asked.terms;
  }

  /** What it was worth on each day until yesterday. */
  get days(): readonly DailyValue[] {
    const { base, method } = this.of;
    const priceOf = (asset: string, day: number) => this.prices.close(asset, day);
    const until = utcDayOf(this.prices.asOf) - 1;
    this.#days ??= dailyValues(this.books, { base, method, until, priceOf }, this.#known.days);
    return this.#days;
  }

  /** What each calendar year came to, oldest first. */
  get years(): readonly YearSums[] {
    this.#years ??= yearSums(this.books.account, this.#known.years);
    return this.#years;
  }

  /**
   * The books after an edit: `entries` stand in the place of all from a time on. Null where they have to be opened anew,
   * because something else has changed too. These ones are used up.
   */
  after(
    of: AccountOf,
    since: number,
    entries: readonly Entry[],
    data: PriceData,
  ): OpenedBooks | null {
    if (since === -Infinity || !this.#isLike(of, data)) return null;
    // Those of today take the prices of now once more.
    const from = Math.min(since, startOf(utcDayOf(data.asOf)));
    const { transactions } = this.books;
    const unchanged = transactions.slice(indexAt(transactions, from), indexAt(transactions, since));
    const stated = unchanged.filter(({ isImplied }) => !isImplied);
    this.#asked.prices = new DataPriceBook(data);
    const rules = rulesOf(of, this.prices);
    const kept = indexAt(transactions, from);
    const money = moneyAmong(this.balances.before(kept), rules);
    const books = this.books.replace(
      from,
      withImpliedDeposits([...stated, ...entries], rules, money),
    );
    const balances = this.balances.next(books.transactions, kept);
    return new OpenedBooks(of, this.#asked, books, balances, this.#unchangedBy(from));
  }

  /** Whether they say what is asked: today's transactions may have the prices of a minute ago. */
  areThose(of: AccountOf, data: PriceData): boolean {
    if (of.ledgerVersion !== this.of.ledgerVersion || !this.#isLike(of, data)) return false;
    const last = this.books.transactions.at(-1)?.time ?? -Infinity;
    return last < startOf(utcDayOf(data.asOf)) || data.asOf - this.#bookedAt < TODAY_MS;
  }

  /** The id of a transaction, by its index in the account. */
  idOf(index: number): string {
    return this.books.transactions[index]?.id ?? '';
  }

  /** What a change of what happened from a time on leaves as it is. */
  #unchangedBy(from: number): Unchanged {
    const changed = firstChangedDay(from, this.of.method);
    const year = yearOf(startOf(changed));
    return {
      days: (this.#days ?? this.#known.days).filter(({ day }) => day < changed),
      years: (this.#years ?? this.#known.years).filter((sums) => sums.year < year),
    };
  }

  #isLike(of: AccountOf, { version }: PriceData): boolean {
    const mine = keyOf({ ...this.of, ledgerVersion: 0 }, this.prices.version);
    return mine === keyOf({ ...of, ledgerVersion: 0 }, version);
  }
}

/** Differs where figures may differ, but for prices of now. */
export function keyOf(of: AccountOf, pricesVersion: string): string {
  const { portfolioId, ledgerVersion, base, method, pools, oversold } = of;
  return [portfolioId, ledgerVersion, base, method, pools, oversold, pricesVersion].join(' ');
}

function rulesOf({ base, pools }: AccountOf, prices: PriceBook): MoneyRules {
  return { isMoney: (asset) => prices.knownAs(asset).kind === 'money', base, pools };
}
