import type { SimListing } from './products.ts';
import type { SimTrade } from './sim-trade.ts';

/** A candle of a venue's book. Decimal strings. */
export interface BookCandle {
  /** Epoch ms of the open. */
  time: number;
  open: string;
  high: string;
  low: string;
  close: string;
  /** In coins. */
  volume: string;
  /** In the quote currency; see `CandleQuery.exactTurnover`. */
  quoteVolume: string;
  takerBase: string;
  takerQuote: string;
  /** Trades as the venue's id counts them, and as its candles count them (Binance: raw trades). */
  trades: number;
  raw: number;
  firstRaw: number;
  lastRaw: number;
}

export interface CandleQuery {
  product: string;
  stepMs: number;
  /** Candles that open in [from, to), epoch ms; the one still open is the last. */
  from: number;
  to: number;
  /**
   * True: turnover and taker volume are summed from the trades. False: typical price × volume and a fixed taker
   * share, which is quick for long candles.
   */
  exactTurnover: boolean;
}

export interface Quote {
  bid: string;
  ask: string;
  bidSize: string;
  askSize: string;
}

/** The last 24 hours, to the whole minute at their far end. */
export interface DayStats extends BookCandle {
  quote: Quote;
  last: SimTrade;
  /** In coins, over 30 days. */
  volume30d: string;
}

/** What a venue knows up to now: behind REST, and the truth that a test compares with. */
export interface VenueBook {
  listings(): readonly SimListing[];
  has(product: string): boolean;
  candles(query: CandleQuery): BookCandle[];
  /** Trades with id >= fromId, oldest first. */
  tradesFrom(product: string, fromId: number, limit: number): SimTrade[];
  /** Trades with from <= time < to, oldest first. */
  tradesBetween(product: string, from: number, to: number, limit: number): SimTrade[];
  /** Trades with id < beforeId (Infinity: the newest), newest first. */
  tradesBefore(product: string, beforeId: number, limit: number): SimTrade[];
  /** Undefined where nothing was traded. */
  stats(product: string): DayStats | undefined;
}
