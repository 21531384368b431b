import type { Clock } from '@tidemark/clock/clock';
import { formatBigUnits, formatUnits } from '../decimal.ts';
import type { SimListing } from '../products.ts';
import type { SimTrade } from '../sim-trade.ts';
import type { BookCandle, CandleQuery, DayStats, VenueBook } from '../venue-book.ts';
import { DAY_MS, MINUTE_MS } from './levels.ts';
import { GENESIS } from './market-days.ts';
import type { MinuteTrades } from './minute-trades.ts';
import { barOfFirst, countUntil, quoteAfter, tradeAt } from './minute-view.ts';
import type { ProductTree } from './product-tree.ts';
import { type Bar, extendBar } from './span.ts';
import { type Turnover, turnoverOf } from './turnover.ts';

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
    const first = Math.max(Math.ceil(query.from / step), Math.floor(GENESIS / step)) * step;
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
    return collect(tree, first, now, limit, (trade) => trade.id >= fromId);
  }

  tradesBetween(product: string, from: number, to: number, limit: number): SimTrade[] {
    const first = Math.max(GENESIS, Math.floor(from / MINUTE_MS) * MINUTE_MS);
    const until = Math.min(this.#clock.now(), to - 1);
    return collect(this.#tree(product), first, until, limit, (trade) => trade.time >= from);
  }

  tradesBefore(product: string, beforeId: number, limit: number): SimTrade[] {
    const tree = this.#tree(product);
    const now = this.#clock.now();
    const current = Math.floor(now / MINUTE_MS) * MINUTE_MS;
    const trades: SimTrade[] = [];
    if (beforeId <= 1) return trades;
    const last = tree.minuteOfTrade(Math.min(beforeId - 1, 2 ** 52), now) ?? current;
    for (let start = Math.min(last, current); start >= GENESIS; start -= MINUTE_MS) {
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

/** The candle over [from, to) as it stands at `now`; undefined when nothing was traded in it yet. */
export function barUntil(
  tree: ProductTree,
  from: number,
  to: number,
  now: number,
): Bar | undefined {
  const current = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const bar = tree.bar(from, Math.min(to, current));
  if (to <= current || from > now) return bar;
  const minute = tree.minute(current);
  const count = minute ? countUntil(minute, now) : 0;
  if (!minute || count === 0) return bar;
  const open = barOfFirst(minute, count);
  if (!bar) return open;
  extendBar(bar, open);
  return bar;
}

/** The newest trade at `now`: its minute and its place in it. */
export function lastMinute(
  tree: ProductTree,
  now: number,
): { minute: MinuteTrades; index: number } | undefined {
  const current = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  for (const start of [current, current - MINUTE_MS]) {
    const minute = tree.minute(start);
    const count = minute ? countUntil(minute, now) : 0;
    if (minute && count > 0) return { minute, index: count - 1 };
  }
  return undefined;
}

function collect(
  tree: ProductTree,
  first: number,
  until: number,
  limit: number,
  wanted: (trade: SimTrade) => boolean,
): SimTrade[] {
  const trades: SimTrade[] = [];
  for (const { minute, count } of minutesUntil(tree, first, until)) {
    for (let i = 0; i < count && trades.length < limit; i += 1) {
      const trade = tradeAt(minute, i, tree.product.listing);
      if (wanted(trade)) trades.push(trade);
    }
    if (trades.length >= limit) break;
  }
  return trades;
}

function* minutesUntil(
  tree: ProductTree,
  first: number,
  until: number,
): Generator<{ minute: MinuteTrades; count: number }> {
  for (let start = first; start <= until; start += MINUTE_MS) {
    const minute = tree.minute(start);
    if (minute) yield { minute, count: countUntil(minute, until) };
  }
}

/** Share of the volume that takers bought, where it is not summed up. */
const USUAL_TAKER_SHARE = 0.5;

function candleOf(
  tree: ProductTree,
  bar: Bar,
  to: number,
  now: number,
  exact: boolean,
): BookCandle {
  const { tickDecimals, lotDecimals } = tree.product.listing;
  const turnover = exact
    ? turnoverOf(minutesUntil(tree, bar.time, Math.min(now, to - 1)))
    : usualTurnover(bar);
  return {
    time: bar.time,
    open: formatUnits(bar.open, tickDecimals),
    high: formatUnits(bar.high, tickDecimals),
    low: formatUnits(bar.low, tickDecimals),
    close: formatUnits(bar.close, tickDecimals),
    volume: formatUnits(bar.volume, lotDecimals),
    quoteVolume: formatBigUnits(turnover.quote, tickDecimals + lotDecimals),
    takerBase: formatBigUnits(turnover.takerBase, lotDecimals),
    takerQuote: formatBigUnits(turnover.takerQuote, tickDecimals + lotDecimals),
    trades: bar.trades,
    raw: bar.raw,
    firstRaw: bar.firstRaw,
    lastRaw: bar.firstRaw + bar.raw - 1,
  };
}

function usualTurnover(bar: Bar): Turnover {
  const typical = Math.round((bar.open + bar.high + bar.low + bar.close) / 4);
  const taken = Math.round(bar.volume * USUAL_TAKER_SHARE);
  return {
    quote: BigInt(typical) * BigInt(bar.volume),
    takerBase: BigInt(taken),
    takerQuote: BigInt(typical) * BigInt(taken),
  };
}
