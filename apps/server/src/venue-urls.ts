import type { ServerConfig } from './server-config.ts';

/** The variables that say where the exchanges are, and the reference rates of currencies. */
export const VENUE_URL_NAMES = [
  'BINANCE_WS_URL',
  'BINANCE_REST_URL',
  'COINBASE_WS_URL',
  'COINBASE_REST_URL',
  'ECB_RATES_URL',
] as const;
/** Where there is news that belongs to the market. */
const NEWS_URL_NAME = 'SIMULATED_NEWS_URL';
export type VenueUrls = Record<(typeof VENUE_URL_NAMES)[number] | typeof NEWS_URL_NAME, string>;

/** The URLs that were given; those not given are the defaults. */
export function givenUrls(config: ServerConfig): Partial<VenueUrls> {
  const given: Partial<VenueUrls> = {};
  for (const name of [...VENUE_URL_NAMES, NEWS_URL_NAME] as const) {
    const url = config[name];
    if (url !== undefined) given[name] = url;
  }
  return given;
}

/** True when all venues are somewhere of the caller's choice; news they may do without. */
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
