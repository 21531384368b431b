import type { CandleUpdate } from './stream-message.ts';

/** What a stream is to bring. */
export interface StreamWish {
  /** Where the server is, such as `https://tidemark.example`. */
  url: string;
  /** Default `/ws/prices`. */
  path?: '/ws/prices' | '/api/market/stream' | '/ws/sentiment' | `/ws/portfolio/${string}`;
  /** Coins by their slugs, at most 50; every coin where left out. */
  coins?: readonly string[] | null;
  /** Candles of this interval come along. */
  candles?: CandleUpdate['interval'];
  /** Whose candles; all venues together, in USD, where left out. */
  exchange?: CandleUpdate['exchange'];
}

/** The address of a stream's WebSocket. */
export function streamAddress(wish: StreamWish, ticket: string | null): string {
  const { url, path = '/ws/prices', coins, candles, exchange } = wish;
  const address = new URL(path, url);
  address.protocol = address.protocol === 'https:' || address.protocol === 'wss:' ? 'wss:' : 'ws:';
  const query: [string, string][] = [];
  if (coins && coins.length > 0) query.push(['coins', coins.join(',')]);
  if (candles) query.push(['candles', candles]);
  if (exchange) query.push(['exchange', exchange]);
  if (ticket !== null) query.push(['ticket', ticket]);
  // Slugs and commas stand as they are, which makes an address that can be read in a log.
  const written = (value: string) => encodeURIComponent(value).replaceAll('%2C', ',');
  address.search = query.map(([name, value]) => `${name}=${written(value)}`).join('&');
  return address.href;
}
