import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { parseIsoTime } from '../frame-fields.ts';
import { RestClient, type RestClientOptions } from '../rest-client.ts';
import { VenueRestError } from '../rest-error.ts';
import { RestLimiter } from '../rest-limiter.ts';
import { checkTrade, closedCandles, inOrder, MAX_PAGES } from '../rest-rows.ts';
import type { VenueInterval, TradesAsOf, VenueCandle, VenueRest, VenueTrade } from '../venue.ts';
import { candleOf } from './candle-rows.ts';
import {
  candlesAnswer,
  productsAnswer,
  timeAnswer,
  type TradeRow,
  tradesAnswer,
} from './rest-schemas.ts';

/** The venue allows 10 a second, 15 at once. */
const RATE = { burst: 5, perSecond: 8 };
const CANDLES_PAGE = 300;
const TRADES_PAGE = 1000;

export type CoinbaseRestOptions = Omit<RestClientOptions, 'exchange' | 'limiter' | 'onHeaders'>;

/** History and repair from Coinbase Exchange. Every method throws VenueRestError. */
export class CoinbaseRest implements VenueRest {
  readonly #options: CoinbaseRestOptions;
  readonly #client: RestClient;

  constructor(options: CoinbaseRestOptions) {
    const limiter = new RestLimiter(options.clock, RATE);
    this.#options = options;
    this.#client = new RestClient({ ...options, exchange: 'coinbase', limiter });
  }

  async time(signal?: AbortSignal): Promise<number> {
    const timed = await this.#client.getTimed({
      path: '/time',
      weight: 1,
      answer: timeAnswer,
      signal,
    });
    const time = timed.value.epoch * 1_000;
    this.#options.venueTime?.noteAnswer({ ...timed, time, resolutionMs: 1 });
    return time;
  }

  async products(signal?: AbortSignal): Promise<Set<string>> {
    const path = '/products';
    const rows = await this.#client.get({ path, weight: 1, answer: productsAnswer, signal });
    const trading = rows.filter((row) => row.status === 'online' && !row.trading_disabled);
    return new Set(trading.map((row) => row.id));
  }

  async candles(
    product: string,
    interval: VenueInterval,
    from: number,
    to: number,
    signal?: AbortSignal,
  ): Promise<VenueCandle[]> {
    const intervalMs = INTERVAL_MS[interval];
    const bounds = { from, to, intervalMs, now: this.#options.clock.now() };
    const first = Math.ceil(from / intervalMs) * intervalMs;
    const end = Math.ceil(to / intervalMs) * intervalMs;
    return closedCandles(await this.#pages(product, intervalMs, first, end, signal), bounds);
  }

  async tradesById(
    product: string,
    fromId: number,
    toId: number,
    signal?: AbortSignal,
  ): Promise<VenueTrade[]> {
    const reached = (oldest: VenueTrade): boolean => oldest.trade_id <= fromId;
    const { trades } = await this.#pagesBack(product, toId + 1, reached, signal);
    return inOrder(trades.filter((one) => one.trade_id >= fromId && one.trade_id <= toId));
  }

  async tradesFrom(product: string, fromId: number, signal?: AbortSignal): Promise<TradesAsOf> {
    const reached = (oldest: VenueTrade): boolean => oldest.trade_id <= fromId;
    const { trades, asOf } = await this.#pagesBack(product, Infinity, reached, signal);
    return { trades: inOrder(trades.filter((one) => one.trade_id >= fromId)), asOf };
  }

  async tradesSince(
    product: string,
    since: number,
    beforeId: number,
    signal?: AbortSignal,
  ): Promise<VenueTrade[]> {
    const reached = (oldest: VenueTrade): boolean => oldest.time < since;
    const { trades } = await this.#pagesBack(product, beforeId, reached, signal);
    return inOrder(trades.filter((one) => one.trade_id < beforeId && one.time >= since));
  }

  /** Candles that open in [first, end), both multiples of the interval; the open bar is among them. */
  async #pages(
    product: string,
    intervalMs: number,
    first: number,
    end: number,
    signal?: AbortSignal,
  ): Promise<VenueCandle[]> {
    const step = CANDLES_PAGE * intervalMs;
    const last = Math.min(end, this.#options.clock.now());
    if (last - first > step * MAX_PAGES) throw tooLong(`candles ${product}`);
    const candles: VenueCandle[] = [];
    for (let start = first; start < last; start += step) {
      // `end` is inclusive
      const until = Math.min(start + step, end) - intervalMs;
      candles.push(...(await this.#page(product, intervalMs, start, until, signal)));
    }
    return candles;
  }

  async #page(
    product: string,
    intervalMs: number,
    start: number,
    end: number,
    signal?: AbortSignal,
  ): Promise<VenueCandle[]> {
    const iso = (time: number): string => new Date(time).toISOString();
    const rows = await this.#client.get({
      path: `/products/${encodeURIComponent(product)}/candles`,
      query: { granularity: intervalMs / 1000, start: iso(start), end: iso(end) },
      weight: 1,
      answer: candlesAnswer,
      exactNumbers: true,
      signal,
    });
    return rows.map(candleOf);
  }

  /** Pages of trades with ids below `before`, newest first, until the oldest of one is far enough back; `asOf` is of the first. */
  async #pagesBack(
    product: string,
    before: number,
    reached: (oldest: VenueTrade) => boolean,
    signal?: AbortSignal,
  ): Promise<TradesAsOf> {
    const trades: VenueTrade[] = [];
    let asOf: number | null = null;
    let after = before;
    for (let page = 0; after > 1; page += 1) {
      if (page === MAX_PAGES) throw tooLong(`trades ${product} before ${before}`);
      const { trades: rows, asOf: then } = await this.#trades(product, after, signal);
      if (page === 0) asOf = then;
      trades.push(...rows);
      const oldest = rows[0];
      if (!oldest || oldest.trade_id >= after || reached(oldest)) break;
      after = oldest.trade_id;
    }
    return { trades, asOf };
  }

  async #trades(product: string, after: number, signal?: AbortSignal): Promise<TradesAsOf> {
    const { value: rows, asOf } = await this.#client.getTimed({
      path: `/products/${encodeURIComponent(product)}/trades`,
      query: { limit: TRADES_PAGE, ...(after === Infinity ? {} : { after }) },
      weight: 1,
      answer: tradesAnswer,
      signal,
    });
    const now = this.#options.clock.now();
    return { trades: inOrder(rows.map((row) => checkTrade(tradeOf(product, row), now))), asOf };
  }
}

function tooLong(what: string): VenueRestError {
  return new VenueRestError('coinbase', 'too_long', `${what}: over ${MAX_PAGES} pages`);
}

function tradeOf(product: string, row: TradeRow): VenueTrade {
  return {
    exchange: 'coinbase',
    product,
    trade_id: row.trade_id,
    price: row.price,
    size: row.size,
    time: parseIsoTime(row.time),
    side: row.side === 'buy' ? 'sell' : 'buy',
    trades: 1,
  };
}
