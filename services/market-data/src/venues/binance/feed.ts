import { type FeedOptions, LiveFeed } from '../live-feed.ts';
import type { VenueFeed } from '../venue.ts';
import type { VenueProtocol } from '../venue-protocol.ts';
import { parseBinanceFrame } from './frames.ts';

/** Streams named in one SUBSCRIBE; a connection may hold 1024. */
const STREAMS_PER_MESSAGE = 200;
const MAX_STREAMS = 1024;
/** A connection lives 24 h. */
const ROLL_OVER_AFTER_MS = (23 * 60 + 50) * 60_000;
/** Five in a second close the connection, pongs among them. */
const MESSAGES_PER_SECOND = 4;

const protocol: VenueProtocol = {
  exchange: 'binance',
  parse: parseBinanceFrame,
  messagesPerSecond: MESSAGES_PER_SECOND,
  rollOverAfterMs: ROLL_OVER_AFTER_MS,
  url: (origin) => `${origin}/stream`,
  subscribe,
  // An unknown symbol is no error here: its streams stay silent.
  onError: () => null,
};

/**
 * Trades (`@aggTrade`) and best bid and ask (`@bookTicker`) of Binance spot over one combined connection, replaced
 * every 23 h 50 min and on `serverShutdown` without a gap.
 */
export function createBinanceFeed(options: FeedOptions): VenueFeed {
  return new LiveFeed(protocol, options);
}

function subscribe(products: readonly string[]): string[] {
  const streams = products
    .flatMap((product) => ['aggTrade', 'bookTicker'].map((s) => `${product.toLowerCase()}@${s}`))
    .slice(0, MAX_STREAMS);
  const messages: string[] = [];
  for (let at = 0; at < streams.length; at += STREAMS_PER_MESSAGE) {
    const params = streams.slice(at, at + STREAMS_PER_MESSAGE);
    messages.push(JSON.stringify({ method: 'SUBSCRIBE', params, id: messages.length + 1 }));
  }
  return messages;
}
