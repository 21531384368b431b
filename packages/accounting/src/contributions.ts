import { ZERO } from '@tidemark/ledger/amount';
import { bookTransaction } from './book-transaction.ts';
import { newBook, type Book } from './book.ts';
import type { Accounted, DailyValue, DayPriceOf } from './daily-values.ts';
import { minus, plus, times, type Known } from './known.ts';
import type { Leg } from './leg.ts';
import type { Terms } from './terms.ts';
import { utcDay } from './utc-day.ts';

/** What an asset gained between the ends of two days, in the base currency; null where a price is missing. */
export interface Contribution {
  readonly asset: string;
  /** end − start − came + went. */
  readonly gained: Known;
  /** What it was worth at both ends. */
  readonly start: Known;
  readonly end: Known;
  /** What was paid or put in for what came of it, with its fees; income came for nothing. */
  readonly came: Known;
  /** What was had or taken out for what went of it, less its fees; what was paid for nothing else, as a transfer's fee, is lost. */
  readonly went: Known;
}

/**
 * What each asset gained from the end of one day to the end of another, the base currency too. Within a trade what one asset
 * gives is what the other has, so that all gains together are what the portfolio gained: its value at the end − at the start − what
 * came + what went in between, exactly. Where something was refused in between, no gain is known.
 */
export function contributions(
  { transactions, account }: Accounted,
  terms: Terms,
  [start, end]: readonly [DailyValue, DailyValue],
  priceOf: DayPriceOf,
): Contribution[] {
  const isBetween = (time: number) => utcDay(time) > start.day && utcDay(time) <= end.day;
  const tally = new Tally(terms, priceOf);
  transactions.forEach((transaction, index) => {
    if (!isBetween(transaction.time)) return;
    const book = newBook();
    bookTransaction(transaction, index, terms, book);
    tally.add(book);
  });
  for (const { asset, time, quantity, held } of terms.method === 'uk_pool'
    ? []
    : account.extrapolated) {
    if (isBetween(time))
      tally.came(asset, times(quantity.minus(held), priceOf(asset, utcDay(time))));
  }
  const isRefused = account.refused.some(({ time }) => isBetween(time));
  const assets = new Set([...start.held.keys(), ...end.held.keys(), ...tally.assets()]);
  const worth = ({ held, day }: DailyValue, asset: string) => {
    const quantity = held.get(asset) ?? ZERO;
    if (asset === terms.base || quantity.eq(0)) return quantity;
    return times(quantity, priceOf(asset, day));
  };
  return [...assets].map((asset) => {
    const [before, after] = [worth(start, asset), worth(end, asset)];
    const { came, went } = tally.of(asset);
    const gained = isRefused ? null : plus(minus(minus(after, before), came), went);
    return { asset, gained, start: before, end: after, came, went };
  });
}

/** What came and went of each asset. */
class Tally {
  readonly #terms: Terms;
  readonly #priceOf: DayPriceOf;
  readonly #came = new Map<string, Known>();
  readonly #went = new Map<string, Known>();

  constructor(terms: Terms, priceOf: DayPriceOf) {
    this.#terms = terms;
    this.#priceOf = priceOf;
  }

  /** Adds what one transaction booked. */
  add({ legs, flows, incomes, expenses }: Book): void {
    for (const leg of legs) this.#leg(leg);
    this.came(this.#terms.base, flows.money);
    for (const { asset, value } of incomes) this.came(asset, negative(value));
    for (const { asset, value } of expenses) this.#add(this.#went, asset, negative(value));
  }

  came(asset: string, value: Known): void {
    this.#add(this.#came, asset, value);
  }

  assets(): Iterable<string> {
    return [...this.#came.keys(), ...this.#went.keys()];
  }

  of(asset: string): { came: Known; went: Known } {
    const came = this.#came.get(asset);
    const went = this.#went.get(asset);
    return { came: came === undefined ? ZERO : came, went: went === undefined ? ZERO : went };
  }

  #leg(leg: Leg): void {
    if (leg.type === 'acquisition') this.came(leg.asset, leg.cost);
    else if (leg.type === 'disposal')
      this.#add(this.#went, leg.asset, minus(leg.proceeds, leg.fees));
    else if (leg.type === 'departure') {
      const { asset, quantity, time, worth } = leg;
      this.#add(this.#went, asset, worth ?? times(quantity, this.#priceOf(asset, utcDay(time))));
    }
  }

  #add(to: Map<string, Known>, asset: string, value: Known): void {
    const sum = to.get(asset);
    to.set(asset, sum === undefined ? value : plus(sum, value));
  }
}

function negative(value: Known): Known {
  return value?.neg() ?? null;
}
