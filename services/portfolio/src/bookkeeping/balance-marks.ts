import { ZERO, type Amount } from '@tidemark/ledger/amount';
import type { Entry } from './entry.ts';

/** Entries between states that are kept. */
const APART = 2_000;

/** What there is of each asset in each place, as the sums of movements. */
export class PlaceBalances {
  /** By asset, then by wallet. */
  readonly #places: Map<string, Map<string, Amount>>;

  constructor(places = new Map<string, Map<string, Amount>>()) {
    this.#places = places;
  }

  add({ movements }: Entry): void {
    for (const { asset, wallet, amount } of movements) {
      let wallets = this.#places.get(asset);
      if (wallets === undefined) this.#places.set(asset, (wallets = new Map<string, Amount>()));
      wallets.set(wallet, (wallets.get(wallet) ?? ZERO).plus(amount));
    }
  }

  /** What was ever moved. */
  get assets(): Iterable<string> {
    return this.#places.keys();
  }

  /** Where there is any of an asset, or less than none. */
  of(asset: string): { wallet: string; quantity: Amount }[] {
    return [...(this.#places.get(asset) ?? [])].flatMap(([wallet, quantity]) =>
      quantity.eq(0) ? [] : [{ wallet, quantity }],
    );
  }

  copy(): PlaceBalances {
    const places = new Map<string, Map<string, Amount>>();
    for (const [asset, wallets] of this.#places) places.set(asset, new Map(wallets));
    return new PlaceBalances(places);
  }
}

/** Balances after all entries, and as they were on the way: an edit goes on from there. Nothing in it changes. */
export class BalanceMarks {
  readonly #entries: readonly Entry[];
  /** Before the entry of index 0, 2,000 and so on. */
  readonly #marks: readonly PlaceBalances[];
  readonly balances: PlaceBalances;

  private constructor(entries: readonly Entry[], marks: PlaceBalances[]) {
    const balances = marks.pop()?.copy() ?? new PlaceBalances();
    for (let at = marks.length * APART; at < entries.length; at += 1) {
      if (at === marks.length * APART) marks.push(balances.copy());
      balances.add(entries[at] as Entry);
    }
    this.#entries = entries;
    this.#marks = marks;
    this.balances = balances;
  }

  static of(entries: readonly Entry[]): BalanceMarks {
    return new BalanceMarks(entries, []);
  }

  /** Of entries of which as many as `same` are the first of these. */
  next(entries: readonly Entry[], same: number): BalanceMarks {
    return new BalanceMarks(entries, this.#marks.slice(0, Math.floor(same / APART) + 1));
  }

  /** As they were before the entry of an index. */
  before(index: number): PlaceBalances {
    const mark = Math.min(Math.floor(index / APART), this.#marks.length - 1);
    const balances = this.#marks[mark]?.copy() ?? new PlaceBalances();
    for (let at = Math.max(0, mark) * APART; at < index; at += 1)
      balances.add(this.#entries[at] as Entry);
    return balances;
  }
}
