import { DAY_MS, levelMs, MINUTE_LEVEL, MINUTE_MS, nodeKey } from './levels.ts';
import { BEGINNING, dayOf, GENESIS } from './market-days.ts';
import { Memo } from './memo.ts';
import { makeMinute, type MinuteTrades } from './minute-trades.ts';
import type { PriceTree } from './price-tree.ts';
import { ProductDays } from './product-days.ts';
import type { Product } from './product.ts';
import { hash3, hashText, Random } from './random.ts';
import { splitSpan } from './span-split.ts';
import { type Bar, extendBar, type Span } from './span.ts';

const SPLITS_KEPT = 1500;
const MINUTES_KEPT = 3;

/** Noise of a venue's own price beside the coin's, as a share of the price. */
const BASIS = 0.00008;

/**
 * One product's market at any time since its beginning: spans, candles and trades that agree with one another exactly.
 * Within a UTC day the product's price is the coin's times a constant (the venue's basis, and for a USDT quote the
 * day's rate), rounded to ticks; that keeps order, so the candle of a span is the rounded candle of its coin.
 */
export class ProductTree {
  readonly product: Product;
  /** When its market begins, epoch ms. */
  readonly begins: number;
  readonly #prices: PriceTree;
  readonly #days: ProductDays;
  readonly #key: number;
  readonly #usdtRate: (day: number) => number;
  readonly #splits = new Memo<Span[]>(SPLITS_KEPT);
  readonly #minutes = new Memo<MinuteTrades>(MINUTES_KEPT);
  readonly #scales = new Memo<{ value: number }>(64);

  constructor(options: {
    product: Product;
    prices: PriceTree;
    seed: number;
    rate: number;
    usdtRate: (day: number) => number;
  }) {
    this.product = options.product;
    this.begins = Math.max(BEGINNING, this.product.listing.since ?? BEGINNING);
    this.#prices = options.prices;
    this.#key = hash3(
      options.seed,
      hashText(`${this.product.venue}:${this.product.listing.product}`),
      3,
    );
    this.#usdtRate = options.usdtRate;
    this.#days = new ProductDays(options.product, options.prices, this.#key, options.rate);
  }

  /** The candle over [from, to), both on whole minutes, or undefined when it is empty or before there is a market. */
  bar(from: number, to: number): Bar | undefined {
    let bar: Bar | undefined;
    const add = (span: Span): void => {
      const part = this.#barOf(span);
      if (bar) extendBar(bar, part);
      else bar = part;
    };
    const begin = Math.max(from, this.begins);
    for (let day = dayOf(begin); GENESIS + day * DAY_MS < to; day += 1) {
      this.#cover(this.#days.day(day), begin, to, add);
    }
    return bar;
  }

  /** The trades of the minute that opens at `start`; undefined before there is a market. */
  minute(start: number): MinuteTrades | undefined {
    if (start < this.begins) return undefined;
    return this.#minutes.get(nodeKey(MINUTE_LEVEL, start), () => {
      const bar = this.#barOf(this.#minuteSpan(start));
      const random = new Random(this.#key, MINUTE_LEVEL + 1, start / MINUTE_MS);
      return makeMinute(bar, random, this.#prices.minuteRandom(start));
    });
  }

  /** Start of the minute that holds a trade id, or undefined when no trade up to `now` has it. */
  minuteOfTrade(id: number, now: number): number | undefined {
    let span = this.#days.dayOfTrade(id, dayOf(now));
    while (span && span.level < MINUTE_LEVEL) {
      span = this.#children(span).find((part) => id < part.firstId + part.trades);
    }
    return span?.start;
  }

  #minuteSpan(start: number): Span {
    let span = this.#days.day(dayOf(start));
    while (span.level < MINUTE_LEVEL) {
      const index = Math.floor((start - span.start) / levelMs(span.level + 1));
      span = this.#children(span)[index] as Span;
    }
    return span;
  }

  /** Calls `add` with the fewest spans that make up [from, to) within `span`. */
  #cover(span: Span, from: number, to: number, add: (span: Span) => void): void {
    const end = span.start + levelMs(span.level);
    if (end <= from || span.start >= to) return;
    if (span.start >= from && end <= to) {
      add(span);
      return;
    }
    if (span.level === MINUTE_LEVEL) return;
    for (const part of this.#children(span)) this.#cover(part, from, to, add);
  }

  #children(span: Span): Span[] {
    return this.#splits.get(nodeKey(span.level, span.start), () => {
      const prices = this.#prices.children(span.level, span.start, span.price);
      const random = new Random(this.#key, span.level + 1, span.start / MINUTE_MS);
      return splitSpan(span, prices, random);
    });
  }

  #barOf(span: Span): Bar {
    const scale = this.#scale(dayOf(span.start));
    const { open, high, low, close } = span.price;
    const { start: time, volume, trades, raw, firstId, firstRaw } = span;
    return {
      time,
      open: ticks(open, scale),
      high: ticks(high, scale),
      low: ticks(low, scale),
      close: ticks(close, scale),
      volume,
      trades,
      raw,
      firstId,
      firstRaw,
    };
  }

  /** Ticks per dollar of the coin's price on a day. */
  #scale(day: number): number {
    return this.#scales.get(day, () => {
      const { listing } = this.product;
      const basis = 1 + BASIS * (new Random(this.#key, day, 9).next() - 0.5);
      const rate = listing.quote === 'USDT' ? this.#usdtRate(day) : 1;
      return { value: (basis / rate) * 10 ** listing.tickDecimals };
    }).value;
  }
}

function ticks(price: number, scale: number): number {
  return Math.max(1, Math.round(price * scale));
}
