import { DAY_MS, MINUTE_MS } from './levels.ts';
import { GENESIS } from './market-days.ts';
import type { PriceTree } from './price-tree.ts';
import type { Product } from './product.ts';
import { Random } from './random.ts';
import type { Span } from './span.ts';

/** A minute's open, high, low and close need a trade each. */
export const LEAST_TRADES_A_MINUTE = 4;
/** Raw trades that Binance folds into aggregate ones, beyond one each. */
const EXTRA_RAW = 0.4;

/** A product's whole days: how much was traded, and the ids, which run on from genesis. */
export class ProductDays {
  readonly #product: Product;
  readonly #tree: PriceTree;
  readonly #key: number;
  readonly #rate: number;
  readonly #days: Span[] = [];
  /** Days before genesis, backwards; ids in them count down from 0. */
  readonly #past: Span[] = [];

  constructor(product: Product, tree: PriceTree, key: number, rate: number) {
    this.#product = product;
    this.#tree = tree;
    this.#key = key;
    this.#rate = rate;
  }

  /** The span of a day (number since genesis; below 0 before it). */
  day(day: number): Span {
    if (day < 0) return this.#before(-day - 1);
    while (this.#days.length <= day) this.#days.push(this.#make(this.#days.length));
    return this.#days[day] as Span;
  }

  /** The day that holds a trade id, up to `lastDay`; undefined when the id is out of range. */
  dayOfTrade(id: number, lastDay: number): Span | undefined {
    let low = 0;
    let high = lastDay;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.day(middle).firstId <= id) low = middle;
      else high = middle - 1;
    }
    const found = this.day(low);
    return id >= found.firstId && id < found.firstId + found.trades ? found : undefined;
  }

  #before(index: number): Span {
    while (this.#past.length <= index) {
      const made = this.#make(-this.#past.length - 1);
      const after = this.#past.at(-1) ?? this.day(0);
      const { trades, raw } = made;
      this.#past.push({
        ...made,
        firstId: after.firstId - trades,
        firstRaw: after.firstRaw - raw,
      });
    }
    return this.#past[index] as Span;
  }

  #make(day: number): Span {
    const { listing, venue } = this.#product;
    const price = this.#tree.day(day);
    const random = new Random(this.#key, day, 0);
    const least = (LEAST_TRADES_A_MINUTE * DAY_MS) / MINUTE_MS;
    const usual = listing.tradesPerMinute * (DAY_MS / MINUTE_MS) * this.#rate;
    const trades = Math.max(least, Math.round(usual * price.activity * noise(random, 0.1)));
    const raw = venue === 'binance' ? trades + Math.floor(trades * EXTRA_RAW) : trades;
    const lots = (listing.dailyUsd / this.#tree.coin.price) * 10 ** listing.lotDecimals;
    const volume = Math.max(
      2 * raw,
      Math.round(lots * price.activity ** 1.5 * noise(random, 0.18)),
    );
    const before = this.#days[day - 1];
    return {
      level: 0,
      start: GENESIS + day * DAY_MS,
      price,
      trades,
      raw,
      volume,
      firstId: before ? before.firstId + before.trades : 1,
      firstRaw: before ? before.firstRaw + before.raw : 1,
    };
  }
}

function noise(random: Random, sigma: number): number {
  return Math.exp(sigma * random.normal());
}
