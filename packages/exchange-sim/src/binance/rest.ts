import type { Clock } from '@tidemark/clock/clock';
import { MinuteBudget } from '../net/rate-limit.ts';
import type { Answer } from '../net/venue-listener.ts';
import type { SimListing } from '../products.ts';
import type { VenueBook } from '../venue-book.ts';
import { EXACT_TURNOVER_MS, INTERVAL_STEPS } from './intervals.ts';
import {
  aggTradeRow,
  klineRow,
  rateLimits,
  symbolInfo,
  tickerRow,
  WEIGHT_A_MINUTE,
} from './rest-rows.ts';

const MOST_ROWS = 1000;
const DEFAULT_ROWS = 500;

/** A refusal with Binance's code, sent as HTTP 400. */
class BinanceRefusal extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

interface Route {
  weight: (query: URLSearchParams) => number;
  answer: (query: URLSearchParams) => unknown;
}

/** Binance's public REST API. */
export class BinanceRest {
  readonly #book: VenueBook;
  readonly #clock: Clock;
  readonly #limited: boolean;
  readonly #budget: MinuteBudget;
  readonly #routes: Record<string, Route>;

  constructor(book: VenueBook, clock: Clock, limited: boolean) {
    this.#book = book;
    this.#clock = clock;
    this.#limited = limited;
    this.#budget = new MinuteBudget(clock);
    this.#routes = {
      '/api/v3/ping': { weight: () => 1, answer: () => ({}) },
      '/api/v3/time': { weight: () => 1, answer: () => ({ serverTime: clock.now() }) },
      '/api/v3/exchangeInfo': { weight: () => 20, answer: (query) => this.#exchangeInfo(query) },
      '/api/v3/klines': { weight: () => 2, answer: (query) => this.#klines(query) },
      '/api/v3/aggTrades': { weight: () => 4, answer: (query) => this.#aggTrades(query) },
      '/api/v3/ticker/24hr': {
        weight: (query) => (query.has('symbol') ? 2 : 80),
        answer: (query) => this.#ticker(query),
      },
    };
  }

  answer(url: URL, ip: string): Answer {
    const route = this.#routes[url.pathname];
    if (!route) return { status: 404, body: '{"code":-1000,"msg":"Not found."}' };
    const used = this.#budget.add(ip, route.weight(url.searchParams));
    const headers = { 'x-mbx-used-weight': String(used), 'x-mbx-used-weight-1m': String(used) };
    if (this.#limited && used > WEIGHT_A_MINUTE) {
      return tooMany({ ...headers, 'retry-after': String(this.#budget.secondsLeft()) });
    }
    try {
      return { status: 200, body: JSON.stringify(route.answer(url.searchParams)), headers };
    } catch (error) {
      if (!(error instanceof BinanceRefusal)) throw error;
      const body = JSON.stringify({ code: error.code, msg: error.message });
      return { status: 400, body, headers };
    }
  }

  #exchangeInfo(query: URLSearchParams): unknown {
    const symbol = query.get('symbol');
    const symbols = symbol === null ? this.#book.listings() : [this.#listing(query)];
    return {
      timezone: 'UTC',
      serverTime: this.#clock.now(),
      rateLimits: rateLimits(),
      exchangeFilters: [],
      symbols: symbols.map(symbolInfo),
    };
  }

  #klines(query: URLSearchParams): unknown[] {
    const { product } = this.#listing(query);
    const stepMs = INTERVAL_STEPS.get(query.get('interval') ?? '');
    if (stepMs === undefined) throw new BinanceRefusal(-1120, 'Invalid interval.');
    const limit = limitOf(query);
    const now = this.#clock.now();
    const endTime = Math.min(integer(query, 'endTime') ?? now, now);
    const from = integer(query, 'startTime') ?? (Math.floor(endTime / stepMs) - limit + 1) * stepMs;
    const first = Math.ceil(from / stepMs) * stepMs;
    const to = Math.min(endTime + 1, first + limit * stepMs);
    const exactTurnover = stepMs <= EXACT_TURNOVER_MS;
    const candles = this.#book.candles({ product, stepMs, from: first, to, exactTurnover });
    return candles.map((candle) => klineRow(candle, stepMs));
  }

  #aggTrades(query: URLSearchParams): unknown[] {
    const { product } = this.#listing(query);
    const limit = limitOf(query);
    const fromId = integer(query, 'fromId');
    const from = integer(query, 'startTime');
    const to = integer(query, 'endTime');
    if (fromId !== undefined && (from !== undefined || to !== undefined)) {
      throw new BinanceRefusal(-1128, 'Combination of optional parameters invalid.');
    }
    if (fromId !== undefined) return this.#book.tradesFrom(product, fromId, limit).map(aggTradeRow);
    if (from !== undefined) {
      const until = to === undefined ? Infinity : to + 1;
      return this.#book.tradesBetween(product, from, until, limit).map(aggTradeRow);
    }
    return this.#book.tradesBefore(product, Infinity, limit).reverse().map(aggTradeRow);
  }

  #ticker(query: URLSearchParams): unknown {
    if (query.has('symbol')) return this.#tickerOf(this.#listing(query));
    const tickers = this.#book.listings().map((listing) => this.#tickerOf(listing));
    return tickers.filter((ticker) => ticker !== undefined);
  }

  #tickerOf({ product }: SimListing): Record<string, unknown> | undefined {
    const stats = this.#book.stats(product);
    if (!stats) return undefined;
    return tickerRow(product, stats, this.#clock.now());
  }

  #listing(query: URLSearchParams): SimListing {
    const symbol = query.get('symbol');
    if (!symbol) {
      const msg = "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.";
      throw new BinanceRefusal(-1102, msg);
    }
    const listing = this.#book.listings().find((candidate) => candidate.product === symbol);
    if (!listing) throw new BinanceRefusal(-1121, 'Invalid symbol.');
    return listing;
  }
}

/** What Binance says with 429: its own message, and Retry-After where the caller sets it. */
export function tooMany(headers: Record<string, string> = {}): Answer {
  const msg = `Too much request weight used; current limit is ${WEIGHT_A_MINUTE} request weight per 1 MINUTE.`;
  return { status: 429, body: JSON.stringify({ code: -1003, msg }), headers };
}

function limitOf(query: URLSearchParams): number {
  const limit = integer(query, 'limit') ?? DEFAULT_ROWS;
  if (limit < 1) throw new BinanceRefusal(-1130, "Data sent for parameter 'limit' is not valid.");
  return Math.min(limit, MOST_ROWS);
}

function integer(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,20}$/.test(text)) {
    const msg = `Illegal characters found in parameter '${name}'; legal range is '^[0-9]{1,20}$'.`;
    throw new BinanceRefusal(-1100, msg);
  }
  return Number(text);
}
