import type { Cache } from '@tidemark/cache/cache';
import type { Clock } from '@tidemark/clock/clock';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Price } from '@tidemark/contracts/price';
import type { Trade } from '@tidemark/contracts/trade';
import type { MarketKind } from '@tidemark/service/service-module';
import type { Universe, UniverseCoin } from '../coins/universe.ts';
import type { PriceRow } from '../store/price-store.ts';
import { consolidate, type Consolidated, type ConsolidationOptions } from './consolidate.ts';
import type { MarketStats } from './market-stats.ts';
import type { PriceTeller } from './price-teller.ts';
import type { QuoteBoard } from '../quotes/quote-board.ts';
import { significant } from '../book/exact.ts';
import { PriceRange } from './price-range.ts';

/** A coin is looked at and published at once when it changes, then at most this often, ms. */
const PUBLISH_EVERY = 500;
/** Life of `price:{coin_id}` in the cache, ms. */
const CACHE_TTL = 10_000;
/** An unchanged price is looked at anew this often, so that its age and quality stay true, ms. */
const REFRESH_EVERY = 2_000;
/** A last price older than this says nothing about which of two venues has jumped, ms. */
const ANCHOR_MAX_AGE = 60_000;
/** Writes to the cache under one epoch come before all writes under the next. */
const WRITES_AN_EPOCH = 2 ** 31;

export interface PriceParts {
  clock: Clock;
  universe: Universe;
  board: QuoteBoard;
  stats: MarketStats;
  teller: PriceTeller;
  cache: Cache;
  market: MarketKind;
  connected(exchange: Exchange): boolean;
  /** Grows with each change of a coin's owner; null while another replica speaks for it. */
  epochOf(coinId: string): number | null;
  consolidation: ConsolidationOptions;
}

interface CoinState {
  coin: UniverseCoin;
  price: Price | null;
  /** When it last had news, was last looked at, and last had a fresh venue; monotonic ms. */
  changedAt: number;
  evaluatedAt: number;
  freshAt: number;
  storedSecond: number;
  cacheWrites: number;
  /** What it was since it was last told. */
  range: PriceRange;
  cancel: (() => void) | null;
}

/**
 * Keeps one price per coin, of all coins. Of those whose trades this replica owns it tells it to the bus and the
 * cache, and hands over what is to be stored.
 */
export class PriceEngine {
  readonly #parts: PriceParts;
  readonly #coins = new Map<string, CoinState>();
  readonly #changed = new Set<CoinState>();
  #due: NodeJS.Immediate | null = null;
  #rows: PriceRow[] = [];

  constructor(parts: PriceParts) {
    this.#parts = parts;
    for (const coin of parts.universe.coins) {
      this.#coins.set(coin.coinId, {
        coin,
        price: null,
        changedAt: -Infinity,
        evaluatedAt: -Infinity,
        freshAt: -Infinity,
        storedSecond: 0,
        cacheWrites: 0,
        range: new PriceRange(),
        cancel: null,
      });
    }
  }

  /** The last price of a coin, fresh or stale; null when there was none since the start. */
  latest(coinId: string): Price | null {
    return this.#coins.get(coinId)?.price ?? null;
  }

  /** Brings back a stored price, shown as stale until a venue speaks. */
  recall(coinId: string, price: number, time: number): void {
    const state = this.#coins.get(coinId);
    if (!state || state.price) return;
    const none = { price: null, time: null, quality: 'stale' as const, sources: [] };
    state.price = this.#describe(state, { ...none, price, time });
  }

  /** A trade came, by whichever way: where it is news, its coin is looked at at the end of this turn of the event loop. */
  hear(trade: Trade): void {
    const state = this.#parts.board.addTrade(trade) && this.#coins.get(trade.coin_id);
    if (!state) return;
    this.#changed.add(state);
    this.#due ??= setImmediate(() => {
      this.#due = null;
      this.#lookAtChanged();
    });
  }

  /** Looks again at coins that were quiet, so that a stale price is called stale; to be called each second. */
  refresh(): void {
    const steady = this.#parts.clock.monotonic();
    const quiet = [...this.#coins.values()].filter((s) => steady - s.evaluatedAt >= REFRESH_EVERY);
    this.#look(quiet);
  }

  /** This replica speaks for these coins from now on. */
  begin(coins: ReadonlySet<string>): void {
    const states = [...this.#coins.values()].filter(({ coin }) => coins.has(coin.coinId));
    for (const { coin } of states) this.#parts.teller.forget(coin.coinId);
    this.#look(states);
  }

  /** Another replica speaks for these coins from now on. */
  end(coins: ReadonlySet<string>): void {
    for (const coinId of coins) this.#parts.teller.forget(coinId);
  }

  /** Takes out the prices to be stored since the last call: at most one a second per coin. */
  takeRows(): PriceRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** Puts rows back that could not be stored; bounded to the newest 10,000. */
  returnRows(rows: readonly PriceRow[]): void {
    this.#rows = [...rows, ...this.#rows].slice(-10_000);
  }

  stop(): void {
    if (this.#due) clearImmediate(this.#due);
    for (const state of this.#coins.values()) state.cancel?.();
  }

  /** Looks at every touched coin that is due now; at the rest when its time comes, latest wins. */
  #lookAtChanged(): void {
    const steady = this.#parts.clock.monotonic();
    const due: CoinState[] = [];
    for (const state of this.#changed) {
      const wait = state.changedAt + PUBLISH_EVERY - steady;
      if (wait <= 0) due.push(state);
      else {
        this.#noteOnTheWay(state, steady);
        this.#later(state, wait);
      }
    }
    this.#changed.clear();
    for (const state of due) state.changedAt = steady;
    this.#look(due);
  }

  /** What is not told at once is not lost: whoever waits for a price learns that it was there. */
  #noteOnTheWay(state: CoinState, steady: number): void {
    if (this.#parts.epochOf(state.coin.coinId) === null) return;
    const { price } = this.#consolidated(state, this.#parts.clock.now(), steady);
    if (price !== null) state.range.add(price);
  }

  #later(state: CoinState, wait: number): void {
    state.cancel ??= this.#parts.clock.after(wait, () => {
      state.cancel = null;
      state.changedAt = this.#parts.clock.monotonic();
      this.#look([state]);
    });
  }

  #look(states: readonly CoinState[]): void {
    const { teller, clock } = this.#parts;
    const [now, steady] = [clock.now(), clock.monotonic()];
    for (const state of states) {
      state.evaluatedAt = steady;
      const price = this.#evaluate(state, now, steady);
      if (!price) continue;
      state.price = price;
      const epoch = this.#parts.epochOf(price.coin_id);
      if (epoch === null) continue;
      this.#cachePrice(state, price, epoch);
      this.#keepRow(state, price, now);
      if (!teller.isNews(price)) continue;
      state.changedAt = steady;
      teller.put({ ...price, ...state.range.take(price.price), told_at: now });
    }
    teller.tell();
  }

  #evaluate(state: CoinState, now: number, steady: number): Price | null {
    const result = this.#consolidated(state, now, steady);
    if (result.price !== null) {
      state.freshAt = steady;
      return this.#describe(state, result);
    }
    if (!state.price) return null;
    const { price, timestamp } = state.price;
    return this.#describe(state, { ...result, price, time: Date.parse(timestamp) });
  }

  #consolidated(state: CoinState, now: number, steady: number): Consolidated {
    const { board, stats } = this.#parts;
    const rate = board.usdtRate(now);
    const views = state.coin.listings.map((listing) => ({
      exchange: listing.exchange,
      product: listing.product,
      quote: listing.quote,
      last: board.last(listing.exchange, listing.product),
      book: board.book(listing.exchange, listing.product),
      turnoverUsd: stats.turnover(listing.coinId, listing.exchange, rate.value),
      connected: this.#parts.connected(listing.exchange),
    }));
    const anchor = steady - state.freshAt <= ANCHOR_MAX_AGE ? (state.price?.price ?? null) : null;
    return consolidate(views, rate, now, anchor, this.#parts.consolidation);
  }

  #describe(state: CoinState, result: Consolidated): Price {
    const { board, stats, clock, market } = this.#parts;
    const price = result.price ?? 0;
    const day = stats.day(state.coin, (quote) => board.rate(quote, clock.now()).value);
    const change = day.reference === null ? null : price - day.reference;
    return {
      coin_id: state.coin.coinId,
      price,
      currency: 'USD',
      change_24h: change === null ? null : significant(change),
      change_24h_pct:
        change === null || !day.reference ? null : significant((change / day.reference) * 100),
      high_24h: day.high === null ? null : significant(Math.max(day.high, price)),
      low_24h: day.low === null ? null : significant(Math.min(day.low, price)),
      volume_24h: day.turnover === null ? null : significant(day.turnover),
      timestamp: new Date(result.time ?? clock.now()).toISOString(),
      quality: result.quality,
      simulated: market === 'simulated',
      sources: result.sources,
    };
  }

  /** An owner's writes never replace those of a later owner, however late they arrive. */
  #cachePrice(state: CoinState, price: Price, epoch: number): void {
    state.cacheWrites += 1;
    const version = epoch * WRITES_AN_EPOCH + state.cacheWrites;
    const key = `price:${price.coin_id}`;
    this.#parts.cache.setIfNewer(key, price, version, CACHE_TTL).catch(() => undefined);
  }

  #keepRow(state: CoinState, price: Price, now: number): void {
    const second = Math.floor(now / 1000);
    const fresh = price.sources.some((source) => source.status === 'used');
    if (!fresh || second === state.storedSecond) return;
    state.storedSecond = second;
    this.#rows.push({
      coinId: price.coin_id,
      time: second * 1000,
      price: plain(price.price),
      volume: price.volume_24h === null ? null : plain(price.volume_24h),
      quality: price.quality,
    });
  }
}

/** A number in plain decimal notation, 18 places at most. */
function plain(value: number): string {
  return value.toFixed(18).replace(/\.?0+$/, '');
}
