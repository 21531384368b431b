import type { Clock } from '@tidemark/clock/clock';
import { trimZeros } from '../decimal.ts';
import { TokenBucket } from '../net/rate-limit.ts';
import type { Answer } from '../net/venue-listener.ts';
import { isoMicros, type SimTrade } from '../sim-trade.ts';
import type { BookCandle, VenueBook } from '../venue-book.ts';
import { makerSide } from './frames.ts';
import { productInfo } from './product-info.ts';

/** Public requests a second and the burst, an address. */
const REQUESTS_A_SECOND = 10;
const BURST = 15;
const GRANULARITIES = new Set([60, 300, 900, 3600, 21_600, 86_400]);
const MOST_CANDLES = 300;
const MOST_TRADES = 1000;

/** A refusal in Coinbase's form: `{ "message": … }`. */
class CoinbaseRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Coinbase Exchange's public REST API. */
export class CoinbaseRest {
  readonly #book: VenueBook;
  readonly #clock: Clock;
  readonly #limited: boolean;
  readonly #bucket: TokenBucket;

  constructor(book: VenueBook, clock: Clock, limited: boolean) {
    this.#book = book;
    this.#clock = clock;
    this.#limited = limited;
    this.#bucket = new TokenBucket(clock, REQUESTS_A_SECOND, BURST);
  }

  answer(url: URL, ip: string): Answer {
    if (this.#limited && !this.#bucket.take(ip)) {
      return { status: 429, body: '{"message":"Public rate limit exceeded"}' };
    }
    try {
      return this.#route(url);
    } catch (error) {
      if (!(error instanceof CoinbaseRefusal)) throw error;
      return { status: error.status, body: JSON.stringify({ message: error.message }) };
    }
  }

  #route(url: URL): Answer {
    const [root, product, leaf, ...rest] = url.pathname.split('/').filter(Boolean);
    if (root === 'time' && !product) return this.#time();
    if (root !== 'products' || rest.length > 0) throw new CoinbaseRefusal(404, 'NotFound');
    if (!product) return ok(this.#book.listings().map(productInfo));
    const listing = this.#book.listings().find((candidate) => candidate.product === product);
    if (!listing) throw new CoinbaseRefusal(404, 'NotFound');
    if (!leaf) return ok(productInfo(listing));
    if (leaf === 'candles') return ok(this.#candles(product, url.searchParams));
    if (leaf === 'trades') return this.#trades(product, url.searchParams);
    if (leaf === 'ticker') return this.#ticker(product);
    throw new CoinbaseRefusal(404, 'NotFound');
  }

  #time(): Answer {
    const now = this.#clock.now();
    return ok({ iso: new Date(now).toISOString(), epoch: now / 1000 });
  }

  #candles(product: string, query: URLSearchParams): number[][] {
    const granularity = Number(query.get('granularity') ?? 60);
    if (!GRANULARITIES.has(granularity)) throw new CoinbaseRefusal(400, 'Unsupported granularity');
    const stepMs = granularity * 1000;
    const end = timeOf(query, 'end') ?? this.#clock.now();
    const start = timeOf(query, 'start') ?? (Math.floor(end / stepMs) - MOST_CANDLES + 1) * stepMs;
    if ((end - start) / stepMs > MOST_CANDLES) {
      const reason = 'granularity too small for the requested time range. ';
      throw new CoinbaseRefusal(
        400,
        `${reason}Count of aggregations requested exceeds ${MOST_CANDLES}`,
      );
    }
    const asked = { product, stepMs, from: start, to: end + 1, exactTurnover: false };
    return this.#book.candles(asked).map(candleRow).reverse();
  }

  #trades(product: string, query: URLSearchParams): Answer {
    const limit = Math.min(MOST_TRADES, whole(query, 'limit') ?? MOST_TRADES);
    const after = whole(query, 'after');
    const before = whole(query, 'before');
    const page =
      before === undefined
        ? this.#book.tradesBefore(product, after ?? Infinity, Math.max(1, limit))
        : this.#book.tradesFrom(product, before + 1, Math.max(1, limit)).reverse();
    const headers: Record<string, string> = {};
    const newest = page[0];
    const oldest = page.at(-1);
    if (newest) headers['cb-before'] = String(newest.id);
    if (oldest) headers['cb-after'] = String(oldest.id);
    return { ...ok(page.map(tradeRow)), headers };
  }

  #ticker(product: string): Answer {
    const stats = this.#book.stats(product);
    if (!stats) throw new CoinbaseRefusal(404, 'NotFound');
    const { last, quote } = stats;
    return ok({
      ask: quote.ask,
      bid: quote.bid,
      volume: stats.volume,
      trade_id: last.id,
      price: last.price,
      size: trimZeros(last.size),
      time: isoMicros(last.time, last.micros),
    });
  }
}

function ok(body: unknown): Answer {
  return { status: 200, body: JSON.stringify(body) };
}

function candleRow(candle: BookCandle): number[] {
  const { time, low, high, open, close, volume } = candle;
  return [time / 1000, Number(low), Number(high), Number(open), Number(close), Number(volume)];
}

function tradeRow(trade: SimTrade): unknown {
  return {
    trade_id: trade.id,
    side: makerSide(trade),
    size: trimZeros(trade.size),
    price: trade.price,
    time: isoMicros(trade.time, trade.micros),
  };
}

/** ISO 8601, or seconds since the epoch. */
function timeOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  const time = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  if (Number.isNaN(time)) throw new CoinbaseRefusal(400, `Invalid ${name}`);
  return time;
}

function whole(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,16}$/.test(text)) throw new CoinbaseRefusal(400, `Invalid ${name}`);
  return Number(text);
}
