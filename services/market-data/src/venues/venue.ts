import type { Interval } from '@tidemark/contracts/candle';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Trade } from '@tidemark/contracts/trade';

/** A trade as a venue tells it, before we know which coin its product is. */
export type VenueTrade = Omit<Trade, 'coin_id'>;

/** Best bid and ask. `time` is the moment of receipt where the venue does not stamp it, epoch ms. */
export interface VenueQuote {
  exchange: Exchange;
  product: string;
  bid: string;
  ask: string;
  time: number;
}

/** Why a frame, or a part of it, was not used. Each is counted; none stops the feed. */
export type RefusalReason =
  | 'not_json'
  | 'bad_shape'
  | 'bad_number'
  | 'bad_time'
  | 'unsafe_id'
  | 'unknown_type'
  | 'unknown_product'
  | 'venue_error';

/** What one frame means. Parsing never throws. */
export type FrameEvent =
  | { kind: 'trade'; trade: VenueTrade }
  | { kind: 'quote'; quote: VenueQuote }
  /** The newest trade id the venue has for a product: shows holes at the end of a run. */
  | { kind: 'last_trade_id'; product: string; tradeId: number; asOf: number | null }
  /** An acknowledgement of a subscription. */
  | { kind: 'subscribed' }
  /** The venue asks for a reconnect now. */
  | { kind: 'shutdown' }
  /** Valid and of no use to us: depth, klines, other channels. */
  | { kind: 'ignored'; type: string }
  | { kind: 'refused'; reason: RefusalReason; detail: string };

/** Parses one text frame; `receivedAt` (epoch ms) stamps what the venue does not. Never throws. */
export type FrameParser = (text: string, receivedAt: number) => FrameEvent[];

/** A venue candle from REST. Decimal strings; `trades` null where the venue does not tell. */
export interface VenueCandle {
  time: number;
  open: string;
  high: string;
  low: string;
  close: string;
  volume: string;
  /** Turnover in the quote currency; an estimate (typical price × volume) where the venue does not tell. */
  quoteVolume: string;
  trades: number | null;
}

/** Intervals that every venue offers: on Coinbase there is no `4h`, which is made of `1h` for all. */
export type VenueInterval = Exclude<Interval, '4h'>;

/** Trades, and the venue's time (epoch ms) at which it had no newer ones; null: it did not say. */
export interface TradesAsOf {
  trades: VenueTrade[];
  asOf: number | null;
}

/** The REST side of a venue: what the stream missed, and history. Every call respects the venue's limits. */
export interface VenueRest {
  /** The venue's time, epoch ms; what is known of its clock follows from every answer, this one's more exactly. */
  time(signal?: AbortSignal): Promise<number>;
  /** Products the venue lists and trades now. */
  products(signal?: AbortSignal): Promise<Set<string>>;
  /**
   * Candles that open in [from, to), oldest first, pages joined; bars without a trade are left out. The bar still
   * open is left out too.
   */
  candles(
    product: string,
    interval: VenueInterval,
    from: number,
    to: number,
    signal?: AbortSignal,
  ): Promise<VenueCandle[]>;
  /** Every trade with fromId <= id <= toId that the venue has, oldest first. */
  tradesById(
    product: string,
    fromId: number,
    toId: number,
    signal?: AbortSignal,
  ): Promise<VenueTrade[]>;
  /** Every trade with id >= fromId, oldest first. */
  tradesFrom(product: string, fromId: number, signal?: AbortSignal): Promise<TradesAsOf>;
  /** Every trade at or after `since` (epoch ms) with id < beforeId, oldest first. */
  tradesSince(
    product: string,
    since: number,
    beforeId: number,
    signal?: AbortSignal,
  ): Promise<VenueTrade[]>;
}

/** A live feed's own counters; the service adds what it knows of holes and duplicates. */
export interface FeedState {
  status: 'connecting' | 'live' | 'stalled' | 'down';
  /** Epoch ms, or null when not connected. */
  connectedSince: number | null;
  /** Since the last frame; null: none yet. */
  lastMessageAgeMs: number | null;
  messages: number;
  trades: number;
  reconnects: number;
  refused: Record<string, number>;
  lastError: string | null;
}

/** What the feed tells its owner. Called synchronously, in the order of the frames. */
export interface FeedHandlers {
  trade(trade: VenueTrade): void;
  quote(quote: VenueQuote): void;
  /** `asOf`: the venue's time at which that was its newest, epoch ms; null when it did not say. */
  lastTradeId(product: string, tradeId: number, asOf: number | null): void;
  /** Null when more may come, else what to wait for before reading on. */
  room?(): Promise<void> | null;
  /** The connection came up or went away: what was known of the stream's continuity is void. */
  status(state: FeedState['status']): void;
}

/** The WebSocket side of a venue: keeps a connection alive and its products subscribed. */
export interface VenueFeed {
  readonly exchange: Exchange;
  /** Connects and stays connected until `stop`. Called again, it reads these products too. */
  start(products: readonly string[]): void;
  stop(): Promise<void>;
  state(): FeedState;
}
