import type { Exchange } from '@tidemark/contracts/exchange';
import type { FrameParser } from './venue.ts';

/** What to do when a venue refuses a request of ours. */
export interface ErrorAdvice {
  /** Products to give up. */
  drop: string[];
  /** Messages to send on the same connection. */
  messages: string[];
}

/** How a venue's WebSocket is spoken to; the feed that speaks it is the same for all. */
export interface VenueProtocol {
  exchange: Exchange;
  parse: FrameParser;
  /** What a connection may send, our pings among it, with room for the pongs it answers with. */
  messagesPerSecond: number;
  /** Age at which a connection is replaced; Infinity where the venue sets no limit. */
  rollOverAfterMs: number;
  /** The address to connect to, from the origin. */
  url(origin: string): string;
  /** The messages that subscribe to the products' trades and quotes. */
  subscribe(products: readonly string[]): string[];
  /**
   * Reads the text of a `venue_error`; null: nothing to be done.
   * @param earlier errors on the same connection before this one
   */
  onError(text: string, products: readonly string[], earlier: number): ErrorAdvice | null;
}
