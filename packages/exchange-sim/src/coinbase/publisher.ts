import type { VenueFaults } from '../faults/venue-faults.ts';
import type { LiveSink } from '../live-tape.ts';
import type { Connection } from '../net/connection.ts';
import { WantedProducts } from '../net/wanted-products.ts';
import type { SimTrade } from '../sim-trade.ts';
import type { DayStats, Quote, VenueBook } from '../venue-book.ts';
import { type CoinbaseFeedServer, STATUS_TOPIC, topicOf } from './feed-server.ts';
import { heartbeatFrame, matchFrame, tickerFrame } from './frames.ts';

const HEARTBEAT_EVERY_MS = 1000;
const BATCH_EVERY_MS = 5000;
const STATUS_EVERY_MS = 5000;
/** The 24 h figures in tickers are at most this old, ms. */
const STATS_KEPT_MS = 2000;

/** Turns live trades into Coinbase's matches, tickers and heartbeats. */
export class CoinbasePublisher implements LiveSink {
  readonly #server: CoinbaseFeedServer;
  readonly #book: VenueBook;
  readonly #faults: VenueFaults;
  readonly #wanted: WantedProducts<Connection>;
  readonly #lastIds = new Map<string, number>();
  readonly #stats = new Map<string, { at: number; stats: DayStats }>();
  readonly #batched = new Map<string, string>();
  #heartbeatAt = 0;
  #batchAt = 0;
  #statusAt = 0;
  #now = 0;

  constructor(server: CoinbaseFeedServer, book: VenueBook, faults: VenueFaults) {
    this.#server = server;
    this.#wanted = new WantedProducts(server.topics, (topic) => topic.split(':')[1]);
    this.#book = book;
    this.#faults = faults;
  }

  wants(product: string): boolean {
    return this.#wanted.has(product) && !this.#faults.isSilent(product);
  }

  trades(product: string, happened: SimTrade[], quote: Quote): void {
    const trades = happened.map((trade) => this.#faults.stamps.tell(product, trade));
    const last = trades.at(-1) as SimTrade;
    this.#lastIds.set(product, last.id);
    this.#now = Math.max(this.#now, happened.at(-1)?.time ?? 0);
    this.#send(product, this.#faults.trades.apply(product, trades), quote);
  }

  /** Coinbase tells its best bid and ask with trades alone. */
  quote(): void {}

  tick(now: number): void {
    this.#now = now;
    for (const batch of this.#faults.trades.released()) {
      this.#send(batch.product, batch.trades, undefined);
    }
    if (now - this.#heartbeatAt >= HEARTBEAT_EVERY_MS) this.#heartbeats(now);
    if (now - this.#batchAt >= BATCH_EVERY_MS) this.#batches(now);
    if (now - this.#statusAt >= STATUS_EVERY_MS) {
      this.#statusAt = now;
      if (this.#server.topics.listeners(STATUS_TOPIC)) {
        this.#server.publish(STATUS_TOPIC, this.#server.statusFrame());
      }
    }
  }

  #send(product: string, trades: readonly SimTrade[], quote: Quote | undefined): void {
    const { topics } = this.#server;
    const matches = topicOf('matches', product);
    const ticker = topicOf('ticker', product);
    const batch = topicOf('ticker_batch', product);
    const wantsMatches = topics.listeners(matches);
    const wantsTicker = quote && topics.listeners(ticker);
    const wantsBatch = quote && topics.listeners(batch);
    const stats = wantsTicker || wantsBatch ? this.#statsOf(product) : undefined;
    for (const trade of trades) {
      if (wantsMatches) this.#server.publish(matches, matchFrame(product, trade));
      if (!stats || !quote) continue;
      const frame = tickerFrame(product, trade, quote, stats);
      this.#server.publish(ticker, frame);
      if (wantsBatch) this.#batched.set(batch, frame);
    }
  }

  #heartbeats(now: number): void {
    const told = this.#faults.stamps.timeOf(now);
    this.#heartbeatAt = now;
    for (const { product } of this.#book.listings()) {
      const topic = topicOf('heartbeat', product);
      if (!this.wants(product)) this.#lastIds.delete(product);
      if (this.#faults.isSilent(product)) continue;
      if (!this.#server.topics.listeners(topic)) continue;
      const lastId =
        this.#lastIds.get(product) ?? this.#book.tradesBefore(product, Infinity, 1)[0]?.id;
      this.#server.publish(topic, heartbeatFrame(product, lastId ?? 0, told));
    }
  }

  #batches(now: number): void {
    this.#batchAt = now;
    for (const [topic, frame] of this.#batched) this.#server.publish(topic, frame);
    this.#batched.clear();
  }

  #statsOf(product: string): DayStats | undefined {
    const known = this.#stats.get(product);
    if (known && this.#now - known.at < STATS_KEPT_MS) return known.stats;
    const stats = this.#book.stats(product);
    if (stats) this.#stats.set(product, { at: this.#now, stats });
    return stats;
  }
}
