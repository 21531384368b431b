import { type FeedOptions, LiveFeed } from '../live-feed.ts';
import type { VenueFeed } from '../venue.ts';
import type { ErrorAdvice, VenueProtocol } from '../venue-protocol.ts';
import { parseCoinbaseFrame } from './frames.ts';

const CHANNELS = ['matches', 'ticker', 'heartbeat'];
/** Half of the 100 that the venue allows. */
const MESSAGES_PER_SECOND = 50;

/** Products in a text: two names in capitals, or in a script that has none, with a hyphen between. */
const PRODUCTS = /(?:(?![a-z])[\p{L}\p{M}\p{N}])+-(?:(?![a-z])[\p{L}\p{M}\p{N}])+/gu;

const protocol: VenueProtocol = {
  exchange: 'coinbase',
  parse: parseCoinbaseFrame,
  messagesPerSecond: MESSAGES_PER_SECOND,
  rollOverAfterMs: Infinity,
  url: (origin) => origin,
  subscribe: (products) => (products.length > 0 ? [subscription(products)] : []),
  onError,
};

/** Trades (`matches`), best bid and ask (`ticker`) and newest trade ids (`heartbeat`) of Coinbase Exchange. */
export function createCoinbaseFeed(options: FeedOptions): VenueFeed {
  return new LiveFeed(protocol, options);
}

function subscription(products: readonly string[]): string {
  const channels = CHANNELS.map((name) => ({ name, product_ids: products }));
  return JSON.stringify({ type: 'subscribe', channels });
}

/**
 * One bad product makes the venue refuse the whole subscription. Where the error names it, the rest is subscribed
 * again; where it does not, each product by itself, so that only the bad ones fail.
 */
function onError(text: string, products: readonly string[], earlier: number): ErrorAdvice | null {
  if (!text.includes('Failed to subscribe')) return null;
  const named = new Set(text.match(PRODUCTS));
  const drop = products.filter((product) => named.has(product));
  const rest = products.filter((product) => !named.has(product));
  if (drop.length > 0) return { drop, messages: protocol.subscribe(rest) };
  if (earlier > 0 || named.size > 0 || !text.includes('product')) return null;
  return { drop, messages: rest.map((product) => subscription([product])) };
}
