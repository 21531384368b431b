import type { Clock } from '@tidemark/clock/clock';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Logger } from '@tidemark/telemetry/logger';
import { Connection } from './connection.ts';
import { type ConnectionTiming, DEFAULT_TIMING } from './connection-timing.ts';
import { FeedCounters } from './feed-counters.ts';
import type {
  FeedHandlers,
  FeedState,
  FrameEvent,
  VenueFeed,
  VenueQuote,
  VenueTrade,
} from './venue.ts';
import type { VenueProtocol } from './venue-protocol.ts';
import type { VenueSocket } from './venue-socket.ts';
import type { VenueTime } from './venue-time.ts';

export interface FeedOptions {
  /** The venue's WebSocket origin; see `webSocketOrigin`. */
  origin: string;
  handlers: FeedHandlers;
  clock: Clock;
  logger: Logger;
  /** Learns the venue's time from frames. */
  venueTime?: VenueTime;
  /** Uniform in [0, 1). Default Math.random. */
  random?: () => number;
  /** Overrides of the defaults. */
  timing?: Partial<ConnectionTiming>;
}

/** A venue's feed over one managed connection. */
export class LiveFeed implements VenueFeed {
  readonly exchange: Exchange;
  readonly #protocol: VenueProtocol;
  readonly #handlers: FeedHandlers;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #connection: Connection;
  readonly #venueTime: VenueTime | undefined;
  readonly #counters = new FeedCounters();
  readonly #products = new Set<string>();
  /** Errors that the venue told on each socket. */
  readonly #errors = new WeakMap<VenueSocket, number>();
  #started = false;

  constructor(protocol: VenueProtocol, options: FeedOptions) {
    this.exchange = protocol.exchange;
    this.#protocol = protocol;
    this.#handlers = options.handlers;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#venueTime = options.venueTime;
    this.#connection = this.#connect(options);
  }

  start(products: readonly string[]): void {
    const added = products.filter((product) => !this.#products.has(product));
    for (const product of added) this.#products.add(product);
    if (added.length === 0) return;
    if (this.#started) {
      for (const socket of this.#connection.open()) this.#subscribe(socket, added);
      return;
    }
    this.#started = true;
    this.#connection.start();
  }

  async stop(): Promise<void> {
    if (this.#started) await this.#connection.stop();
  }

  state(): FeedState {
    const { messages, trades, lastMessageAt } = this.#counters;
    const now = this.#clock.monotonic();
    return {
      status: this.#started ? this.#connection.status : 'down',
      connectedSince: this.#connection.connectedSince,
      lastMessageAgeMs: lastMessageAt === null ? null : now - lastMessageAt,
      messages,
      trades,
      reconnects: this.#connection.reconnects,
      refused: this.#counters.refused(),
      lastError: this.#connection.lastError,
    };
  }

  #connect(options: FeedOptions): Connection {
    const { exchange, messagesPerSecond, rollOverAfterMs } = this.#protocol;
    const { clock, logger, random = Math.random } = options;
    const timing = { ...DEFAULT_TIMING, rollOverAfterMs, ...options.timing };
    const url = this.#protocol.url(options.origin);
    return new Connection(
      { exchange, url, clock, logger, timing, messagesPerSecond, random },
      {
        opened: (socket) => this.#subscribe(socket),
        frame: (text, socket) => this.#onFrame(text, socket),
        status: (status) => this.#handlers.status(status),
      },
    );
  }

  #subscribe(socket: VenueSocket, products: readonly string[] = [...this.#products]): void {
    for (const message of this.#protocol.subscribe(products)) socket.send(message);
  }

  #onFrame(text: string, socket: VenueSocket): void {
    const now = this.#clock.now();
    this.#counters.messages += 1;
    this.#counters.lastMessageAt = this.#clock.monotonic();
    for (const event of this.#protocol.parse(text, now)) {
      if (event.kind === 'refused' && event.reason === 'bad_time') this.#learnFrom(text);
      this.#onEvent(event, socket);
    }
    const room = this.#handlers.room?.();
    if (room) socket.pauseUntil(room);
  }

  /** A time that cannot be by this machine's clock may be right, and the clock wrong: many such frames tell. */
  #learnFrom(text: string): void {
    for (const event of this.#protocol.parse(text, Infinity)) {
      if (event.kind === 'trade') this.#venueTime?.noteFrame(event.trade.time);
    }
  }

  #onEvent(event: FrameEvent, socket: VenueSocket): void {
    switch (event.kind) {
      case 'trade':
        this.#onTrade(event.trade, socket);
        break;
      case 'quote':
        this.#onQuote(event.quote, socket);
        break;
      case 'last_trade_id':
        if (!this.#knows(event.product)) return;
        if (event.asOf !== null) this.#venueTime?.noteFrame(event.asOf);
        this.#handlers.lastTradeId(event.product, event.tradeId, event.asOf);
        break;
      case 'shutdown':
        this.#connection.retire(socket);
        break;
      case 'ignored':
        this.#counters.ignore(event.type);
        break;
      case 'refused':
        this.#onRefused(event, socket);
        break;
      case 'subscribed':
        break;
    }
  }

  #onTrade(trade: VenueTrade, socket: VenueSocket): void {
    if (!this.#knows(trade.product)) return;
    socket.noteData();
    this.#counters.trades += 1;
    this.#venueTime?.noteFrame(trade.time);
    this.#handlers.trade(trade);
  }

  #onQuote(quote: VenueQuote, socket: VenueSocket): void {
    if (!this.#knows(quote.product)) return;
    socket.noteData();
    this.#handlers.quote(quote);
  }

  /** A product that was not subscribed (a future, another pair) is counted and not used. */
  #knows(product: string): boolean {
    if (this.#products.has(product)) return true;
    this.#counters.refuse('unknown_product');
    return false;
  }

  #onRefused(event: Extract<FrameEvent, { kind: 'refused' }>, socket: VenueSocket): void {
    const { reason, detail } = event;
    this.#counters.refuse(reason);
    this.#logger.debug({ exchange: this.exchange, reason, detail }, 'frame refused');
    if (reason === 'venue_error') this.#onVenueError(detail, socket);
  }

  #onVenueError(text: string, socket: VenueSocket): void {
    const earlier = this.#errors.get(socket) ?? 0;
    this.#errors.set(socket, earlier + 1);
    this.#connection.lastError = text;
    const advice = this.#protocol.onError(text, [...this.#products], earlier);
    this.#logger.warn({ exchange: this.exchange, text, drop: advice?.drop }, 'the venue objects');
    if (!advice) return;
    for (const product of advice.drop) {
      this.#products.delete(product);
      this.#counters.refuse('unknown_product');
    }
    for (const message of advice.messages) socket.send(message);
  }
}
