import type { Clock } from '@tidemark/clock/clock';
import type { VenueFaults } from '../faults/venue-faults.ts';
import type { LiveSink } from '../live-tape.ts';
import { WantedProducts } from '../net/wanted-products.ts';
import type { SimTrade } from '../sim-trade.ts';
import type { Quote, VenueBook } from '../venue-book.ts';
import type { BinanceClient } from './client.ts';
import * as frames from './frames.ts';
import { EXACT_TURNOVER_MS, INTERVAL_STEPS } from './intervals.ts';
import { parseStreamName, type StreamName } from './stream-name.ts';
import type { BinanceStreamServer } from './stream-server.ts';

/** Klines and tickers of an open candle go out this often, ms (as documented for intervals above 1 s). */
const KLINE_EVERY_MS = 2000;
const TICKER_EVERY_MS = 1000;

/** Turns live trades and quotes into Binance's frames, and makes klines and tickers as time passes. */
export class BinancePublisher implements LiveSink {
  readonly #server: BinanceStreamServer;
  readonly #book: VenueBook;
  readonly #faults: VenueFaults;
  readonly #clock: Clock;
  readonly #wanted: WantedProducts<BinanceClient>;
  readonly #openKlines = new Map<string, number>();
  #updateId = 1_000_000_000;
  #klinesAt = 0;
  #tickersAt = 0;
  #minute = 0;

  constructor(server: BinanceStreamServer, book: VenueBook, faults: VenueFaults, clock: Clock) {
    this.#server = server;
    this.#wanted = new WantedProducts(server.topics, (topic) => parseStreamName(topic)?.symbol);
    this.#book = book;
    this.#faults = faults;
    this.#clock = clock;
  }

  wants(product: string): boolean {
    return this.#wanted.has(product) && !this.#faults.isSilent(product);
  }

  trades(product: string, trades: SimTrade[], quote: Quote): void {
    const told = trades.map((trade) => this.#faults.stamps.tell(product, trade));
    this.#send(product, this.#faults.trades.apply(product, told));
    this.quote(product, quote);
  }

  quote(product: string, quote: Quote): void {
    const stream = `${product.toLowerCase()}@bookTicker`;
    this.#updateId += 1 + (this.#updateId % 3);
    if (!this.#server.topics.listeners(stream)) return;
    this.#server.publish(stream, frames.bookTickerFrame(product, quote, this.#updateId));
  }

  tick(truth: number): void {
    const now = this.#faults.stamps.timeOf(truth);
    for (const batch of this.#faults.trades.released()) this.#send(batch.product, batch.trades);
    const minute = Math.floor(now / 60_000);
    if (minute !== this.#minute || Math.abs(now - this.#klinesAt) >= KLINE_EVERY_MS)
      this.#klines(now);
    this.#minute = minute;
    if (Math.abs(now - this.#tickersAt) >= TICKER_EVERY_MS) this.#tickers(now);
  }

  #send(product: string, trades: readonly SimTrade[]): void {
    const now = this.#clock.now();
    const lower = product.toLowerCase();
    const aggregate = `${lower}@aggTrade`;
    const raw = `${lower}@trade`;
    const wantsAggregate = this.#server.topics.listeners(aggregate);
    const wantsRaw = this.#server.topics.listeners(raw);
    for (const trade of trades) {
      if (wantsAggregate) {
        this.#server.publish(aggregate, frames.aggTradeFrame(product, trade, now));
      }
      if (!wantsRaw) continue;
      for (const frame of frames.tradeFrames(product, trade, now)) this.#server.publish(raw, frame);
    }
  }

  #klines(now: number): void {
    this.#klinesAt = now;
    for (const stream of this.#openKlines.keys()) {
      if (!this.#server.topics.listeners(stream)) this.#openKlines.delete(stream);
    }
    for (const [stream, name] of this.#activeStreams()) {
      if (name.kind === 'kline') this.#kline(stream, name, now);
    }
  }

  /** The last word on a candle that has closed since, then the open one. */
  #kline(stream: string, name: StreamName, now: number): void {
    const interval = name.interval as string;
    const stepMs = INTERVAL_STEPS.get(interval) as number;
    const open = Math.floor(now / stepMs) * stepMs;
    const before = this.#openKlines.get(stream);
    this.#openKlines.set(stream, open);
    const from = before !== undefined && before < open ? before : open;
    const exactTurnover = stepMs <= EXACT_TURNOVER_MS;
    const query = { product: name.symbol, stepMs, from, to: now + 1, exactTurnover };
    for (const candle of this.#book.candles(query)) {
      const closed = candle.time < open;
      this.#server.publish(
        stream,
        frames.klineFrame(name.symbol, interval, stepMs, candle, closed, now),
      );
    }
  }

  #tickers(now: number): void {
    this.#tickersAt = now;
    for (const [stream, name] of this.#activeStreams()) {
      if (name.kind !== 'ticker' && name.kind !== 'miniTicker') continue;
      const stats = this.#book.stats(name.symbol);
      const make = name.kind === 'ticker' ? frames.tickerFrame : frames.miniTickerFrame;
      if (stats) this.#server.publish(stream, make(name.symbol, stats, now));
    }
  }

  /** Streams of listed symbols that somebody listens to. */
  *#activeStreams(): Generator<[string, StreamName]> {
    for (const stream of this.#server.topics.active()) {
      const name = parseStreamName(stream);
      if (name && this.#book.has(name.symbol) && !this.#faults.isSilent(name.symbol))
        yield [stream, name];
    }
  }
}
