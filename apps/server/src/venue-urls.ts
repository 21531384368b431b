import type { ServerConfig } from './server-config.ts';

/** The variables that say where the exchanges are. */
export const VENUE_URL_NAMES = [
  'BINANCE_WS_URL',
  'BINANCE_REST_URL',
  'COINBASE_WS_URL',
  'COINBASE_REST_URL',
] as const;
export type VenueUrls = Record<(typeof VENUE_URL_NAMES)[number], string>;

/** The URLs that were given; those not given are the exchanges' own. */
export function givenUrls(config: ServerConfig): Partial<VenueUrls> {
  const given: Partial<VenueUrls> = {};
  for (const name of VENUE_URL_NAMES) {
    const url = config[name];
    if (url !== undefined) given[name] = url;
  }
  return given;
}

/** True when every exchange is somewhere of the caller's choice. */
export function allGiven(urls: Partial<VenueUrls>): boolean {
  return VENUE_URL_NAMES.every((name) => urls[name] !== undefined);
}

/** For each venue, the address that answers when it can be reached. */
export function venuePings(urls: Partial<VenueUrls>): Map<string, string> {
  const pings = new Map<string, string>();
  const add = (venue: string, rest: string | undefined, path: string) => {
    if (rest) pings.set(venue, `${rest.replace(/\/+$/, '')}${path}`);
  };
  add('Binance', urls.BINANCE_REST_URL, '/api/v3/ping');
  add('Coinbase', urls.COINBASE_REST_URL, '/time');
  return pings;
}
