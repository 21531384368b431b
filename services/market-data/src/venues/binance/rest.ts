import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { RestClient, type RestClientOptions } from '../rest-client.ts';
import { VenueRestError } from '../rest-error.ts';
import { RestLimiter } from '../rest-limiter.ts';
import { checkTrade, closedCandles, inOrder, MAX_PAGES } from '../rest-rows.ts';
import type { VenueInterval, TradesAsOf, VenueCandle, VenueRest, VenueTrade } from '../venue.ts';
import { DEFAULT_RATE, RequestWeight } from './request-weight.ts';
import {
  type AggTradeRow,
  aggTradesAnswer,
  exchangeInfoAnswer,
  type Kline,
  klinesAnswer,
  timeAnswer,
} from './rest-schemas.ts';

const PAGE = 1000;
const WEIGHTS = { time: 1, exchangeInfo: 20, klines: 2, aggTrades: 4 };

export type VenueRestOptions = Omit<RestClientOptions, 'exchange' | 'limiter' | 'onHeaders'>;

/** History and repair from Binance spot. Every method throws VenueRestError. */
export class BinanceRest implements VenueRest {
  readonly #options: VenueRestOptions;
  readonly #weight: RequestWeight;
  readonly #client: RestClient;

  constructor(options: VenueRestOptions) {
    const limiter = new RestLimiter(options.clock, DEFAULT_RATE);
    const weight = new RequestWeight(limiter, options.clock);
    const onHeaders = (headers: Headers): void => weight.note(headers);
    this.#options = options;
    this.#weight = weight;
    this.#client = new RestClient({ ...options, exchange: 'binance', limiter, onHeaders });
  }

  async time(signal?: AbortSignal): Promise<number> {
    const path = '/api/v3/time';
    const timed = await this.#client.getTimed({
      path,
      weight: WEIGHTS.time,
      answer: timeAnswer,
      signal,
    });
    const { serverTime: time } = timed.value;
    this.#options.venueTime?.noteAnswer({ ...timed, time, resolutionMs: 1 });
    return time;
  }

  async products(signal?: AbortSignal): Promise<Set<string>> {
    const info = await this.#client.get({
      path: '/api/v3/exchangeInfo',
      query: { showPermissionSets: 'false', symbolStatus: 'TRADING' },
      weight: WEIGHTS.exchangeInfo,
      answer: exchangeInfoAnswer,
      signal,
    });
    this.#weight.learn(info.rateLimits);
    const trading = info.symbols.filter((one) => one.status === 'TRADING');
    return new Set(trading.map((one) => one.symbol));
  }

  async candles(
    product: string,
    interval: VenueInterval,
    from: number,
    to: number,
    signal?: AbortSignal,
  ): Promise<VenueCandle[]> {
    const intervalMs = INTERVAL_MS[interval];
    const candles: VenueCandle[] = [];
    let start = from;
    for (let page = 0; start < to; page += 1) {
      this.#checkPages(page, `candles ${product} ${interval}`);
      const query = { symbol: product, interval, startTime: start, endTime: to - 1, limit: PAGE };
      const rows = await this.#klines(query, signal);
      candles.push(...rows.map(candleOf));
      start = rows.length < PAGE ? to : (rows.at(-1)?.[0] ?? to) + intervalMs;
    }
    return closedCandles(candles, { from, to, intervalMs, now: this.#options.clock.now() });
  }

  async tradesById(
    product: string,
    fromId: number,
    toId: number,
    signal?: AbortSignal,
  ): Promise<VenueTrade[]> {
    const { trades } = await this.#pagesFrom(product, fromId, toId, signal);
    return inOrder(trades.filter((one) => one.trade_id >= fromId && one.trade_id <= toId));
  }

  async tradesFrom(product: string, fromId: number, signal?: AbortSignal): Promise<TradesAsOf> {
    const { trades, asOf } = await this.#pagesFrom(product, fromId, Infinity, signal);
    return { trades: inOrder(trades.filter((one) => one.trade_id >= fromId)), asOf };
  }

  async tradesSince(
    product: string,
    since: number,
    beforeId: number,
    signal?: AbortSignal,
  ): Promise<VenueTrade[]> {
    const { trades: first } = await this.#aggTrades(
      product,
      { startTime: Math.ceil(since) },
      signal,
    );
    const last = first.at(-1);
    const { trades: rest } = last
      ? await this.#pagesFrom(product, last.trade_id + 1, beforeId - 1, signal)
      : { trades: [] };
    const wanted = [...first, ...rest].filter((one) => one.time >= since);
    return inOrder(wanted.filter((one) => one.trade_id < beforeId));
  }

  /** Pages of ids from `fromId` on, until one reaches `toId` or is not full; `asOf` is of the first. */
  async #pagesFrom(
    product: string,
    fromId: number,
    toId: number,
    signal?: AbortSignal,
  ): Promise<TradesAsOf> {
    const trades: VenueTrade[] = [];
    let asOf: number | null = null;
    let next = fromId;
    for (let page = 0; next <= toId; page += 1) {
      this.#checkPages(page, `trades ${product} ${fromId} to ${toId}`);
      const { trades: rows, asOf: then } = await this.#aggTrades(product, { fromId: next }, signal);
      if (page === 0) asOf = then;
      trades.push(...rows);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) break;
      next = Math.max(next, last.trade_id) + 1;
    }
    return { trades, asOf };
  }

  #klines(query: Record<string, string | number>, signal?: AbortSignal): Promise<Kline[]> {
    const path = '/api/v3/klines';
    return this.#client.get({ path, query, weight: WEIGHTS.klines, answer: klinesAnswer, signal });
  }

  async #aggTrades(
    product: string,
    from: { fromId: number } | { startTime: number },
    signal?: AbortSignal,
  ): Promise<TradesAsOf> {
    const { value: rows, asOf } = await this.#client.getTimed({
      path: '/api/v3/aggTrades',
      query: { symbol: product, ...from, limit: PAGE },
      weight: WEIGHTS.aggTrades,
      answer: aggTradesAnswer,
      signal,
    });
    const now = this.#options.clock.now();
    return { trades: rows.map((row) => checkTrade(tradeOf(product, row), now)), asOf };
  }

  #checkPages(page: number, what: string): void {
    if (page < MAX_PAGES) return;
    throw new VenueRestError('binance', 'too_long', `${what}: over ${MAX_PAGES} pages`);
  }
}

function candleOf(row: Kline): VenueCandle {
  const [time, open, high, low, close, volume, , quoteVolume, trades] = row;
  return { time, open, high, low, close, volume, quoteVolume, trades };
}

function tradeOf(product: string, row: AggTradeRow): VenueTrade {
  return {
    exchange: 'binance',
    product,
    trade_id: row.a,
    price: row.p,
    size: row.q,
    time: row.T,
    side: row.m ? 'sell' : 'buy',
    trades: row.l - row.f + 1,
    first_id: row.f,
  };
}
