import type { Exchange } from '@tidemark/contracts/exchange';

/** Where a venue is reached: origins, without a trailing slash. */
export interface VenueUrls {
  /** `wss://host[:port]`, perhaps with the path of a proxy. */
  ws: string;
  /** `https://host[:port]`, perhaps with the path of a proxy. */
  rest: string;
}

/** The settings that say where the venues are. */
export type VenueSettings = Readonly<Record<`${Uppercase<Exchange>}_${'WS' | 'REST'}_URL`, string>>;

/**
 * Checked origins of every venue, ready for `createVenues`.
 * @throws TypeError with one line for each setting that is wrong
 */
export function venueUrls(settings: VenueSettings): Record<Exchange, VenueUrls> {
  const faults: string[] = [];
  const check = (origin: typeof restOrigin, name: keyof VenueSettings): string => {
    try {
      return origin(settings[name], name);
    } catch (error) {
      faults.push((error as Error).message);
      return '';
    }
  };
  const urls = {
    binance: {
      ws: check(webSocketOrigin, 'BINANCE_WS_URL'),
      rest: check(restOrigin, 'BINANCE_REST_URL'),
    },
    coinbase: {
      ws: check(webSocketOrigin, 'COINBASE_WS_URL'),
      rest: check(restOrigin, 'COINBASE_REST_URL'),
    },
  };
  if (faults.length > 0) throw new TypeError(faults.join('\n'));
  return urls;
}

/**
 * The origin of a venue's WebSocket, such as `wss://stream.binance.com:9443`; a trailing `/ws` or `/stream`
 * is taken off.
 * @param name what to call the setting in the error, such as `BINANCE_WS_URL`
 * @throws TypeError naming the setting and what is wrong with it
 */
export function webSocketOrigin(text: string, name: string): string {
  const url = parseUrl(text, name, ['wss:', 'ws:'], 'wss://stream.binance.com:9443');
  return originOf(url).replace(/\/(ws|stream)$/, '');
}

/**
 * The origin of a venue's REST API, such as `https://api.binance.com`.
 * @throws TypeError naming the setting and what is wrong with it
 */
export function restOrigin(text: string, name: string): string {
  return originOf(parseUrl(text, name, ['https:', 'http:'], 'https://api.binance.com'));
}

function parseUrl(text: string, name: string, protocols: readonly string[], example: string): URL {
  const fail = (why: string) => new TypeError(`${name}: ${why}; expected such as ${example}`);
  const url = URL.parse(text.trim());
  if (!url) throw fail(`"${text}" is not a URL`);
  if (!protocols.includes(url.protocol)) throw fail(`"${url.protocol}//" is not the scheme`);
  if (url.username || url.password) throw fail('a user or a password has no place in it');
  if (url.search || url.hash) throw fail(`"${url.search}${url.hash}" has no place in it`);
  return url;
}

function originOf(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`;
}
