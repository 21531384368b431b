import type { Clock } from '@tidemark/clock/clock';
import { formatUnits } from '../decimal.ts';
import type { SimListing } from '../products.ts';
import type { SimTrade } from '../sim-trade.ts';
import type { BookCandle, CandleQuery, DayStats, VenueBook } from '../venue-book.ts';
import { DAY_MS, MINUTE_MS } from './levels.ts';
import { GENESIS } from './market-days.ts';
import type { MinuteTrades } from './minute-trades.ts';
import { countUntil, quoteAfter, tradeAt } from './minute-view.ts';
import { candleOf } from './model-candle.ts';
import type { ProductTree } from './product-tree.ts';
import { barUntil, collectTrades, lastMinute } from './until-now.ts';

/** Candles a query may ask for; no venue answers with more. */
const MOST_CANDLES = 100_000;

/** The model's trades and candles up to the clock's now. */
export class ModelBook implements VenueBook {
  readonly #trees: ReadonlyMap<string, ProductTree>;
  readonly #clock: Clock;
  readonly #volumes = new Map<string, { day: number; lots: number }>();

  constructor(trees: ReadonlyMap<string, ProductTree>, clock: Clock) {
    this.#trees = trees;
    this.#clock = clock;
  }

  listings(): readonly SimListing[] {
    return [...this.#trees.values()].map((tree) => tree.product.listing);
  }

  has(product: string): boolean {
    return this.#trees.has(product);
  }

  candles(query: CandleQuery): BookCandle[] {
    const tree = this.#tree(query.product);
    const now = this.#clock.now();
    const candles: BookCandle[] = [];
    const step = query.stepMs;
    const first = Math.max(Math.ceil(query.from / step), Math.floor(tree.begins / step)) * step;
    const to = Math.min(query.to, now + 1, first + MOST_CANDLES * step);
    for (let open = first; open < to; open += step) {
      const bar = barUntil(tree, open, open + step, now);
      if (bar) candles.push(candleOf(tree, bar, open + step, now, query.exactTurnover));
    }
    return candles;
  }

  tradesFrom(product: string, fromId: number, limit: number): SimTrade[] {
    const tree = this.#tree(product);
    const now = this.#clock.now();
    const first = tree.minuteOfTrade(Math.max(1, fromId), now);
    if (first === undefined) return [];
    return collectTrades(tree, first, now, limit, (trade) => trade.id >= fromId);
  }

  tradesBetween(product: string, from: number, to: number, limit: number): SimTrade[] {
    const tree = this.#tree(product);
    const first = Math.max(GENESIS, tree.begins, Math.floor(from / MINUTE_MS) * MINUTE_MS);
    const until = Math.min(this.#clock.now(), to - 1);
    return collectTrades(tree, first, until, limit, (trade) => trade.time >= from);
  }

  tradesBefore(product: string, beforeId: number, limit: number): SimTrade[] {
    const tree = this.#tree(product);
    const now = this.#clock.now();
    const current = Math.floor(now / MINUTE_MS) * MINUTE_MS;
    const trades: SimTrade[] = [];
    if (beforeId <= 1) return trades;
    const last = tree.minuteOfTrade(Math.min(beforeId - 1, 2 ** 52), now) ?? current;
    for (
      let start = Math.min(last, current);
      start >= Math.max(GENESIS, tree.begins);
      start -= MINUTE_MS
    ) {
      const minute = tree.minute(start) as MinuteTrades;
      for (let i = countUntil(minute, now) - 1; i >= 0; i -= 1) {
        if (minute.firstId + i >= beforeId) continue;
        trades.push(tradeAt(minute, i, tree.product.listing));
        if (trades.length >= limit) return trades;
      }
    }
    return trades;
  }

  stats(product: string): DayStats | undefined {
    const tree = this.#tree(product);
    const now = this.#clock.now();
    const from = Math.floor((now - DAY_MS) / MINUTE_MS + 1) * MINUTE_MS;
    const bar = barUntil(tree, from, now + 1, now);
    const at = lastMinute(tree, now);
    if (!bar || !at) return undefined;
    const { listing } = tree.product;
    return {
      ...candleOf(tree, bar, now, now, false),
      quote: quoteAfter(at.minute, at.index, listing),
      last: tradeAt(at.minute, at.index, listing),
      volume30d: formatUnits(this.#monthVolume(tree, now) + bar.volume, listing.lotDecimals),
    };
  }

  #tree(product: string): ProductTree {
    const tree = this.#trees.get(product);
    if (!tree) throw new RangeError(`no product ${product}`);
    return tree;
  }

  /** Volume of the 29 whole UTC days before today, in lots. */
  #monthVolume(tree: ProductTree, now: number): number {
    const day = Math.floor(now / DAY_MS);
    const name = tree.product.listing.product;
    const known = this.#volumes.get(name);
    if (known?.day === day) return known.lots;
    const lots = tree.bar((day - 29) * DAY_MS, day * DAY_MS)?.volume ?? 0;
    this.#volumes.set(name, { day, lots });
    return lots;
  }
}
