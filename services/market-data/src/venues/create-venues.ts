import { type Exchange, EXCHANGES } from '@tidemark/contracts/exchange';
import type { Logger } from '@tidemark/telemetry/logger';
import { createBinanceFeed } from './binance/feed.ts';
import { BinanceRest } from './binance/rest.ts';
import { createCoinbaseFeed } from './coinbase/feed.ts';
import { CoinbaseRest } from './coinbase/rest.ts';
import type { ConnectionTiming } from './connection-timing.ts';
import type { FeedOptions } from './live-feed.ts';
import type { RestClientOptions } from './rest-client.ts';
import type { FeedHandlers, VenueFeed, VenueRest } from './venue.ts';
import type { VenueTimes } from './venue-times.ts';
import type { VenueUrls } from './venue-urls.ts';

/** A venue's two sides. Nothing is connected before `feed.start(products)`. */
export interface Venue {
  exchange: Exchange;
  feed: VenueFeed;
  rest: VenueRest;
}

export interface VenuesOptions {
  /** Checked origins: `venueUrls(config)`. */
  urls: Readonly<Record<Exchange, VenueUrls>>;
  /** What each venue's clock shows: its side is judged by that. */
  times: VenueTimes;
  logger: Logger;
  handlersFor(exchange: Exchange): FeedHandlers;
  /** Uniform in [0, 1). Default Math.random. */
  random?: () => number;
  /** Overrides of the connections' durations, for tests and simulations. */
  timing?: Partial<ConnectionTiming>;
}

type SideOptions = Pick<RestClientOptions, 'clock' | 'logger' | 'random' | 'venueTime'>;

const FEEDS: Record<Exchange, (options: FeedOptions) => VenueFeed> = {
  binance: createBinanceFeed,
  coinbase: createCoinbaseFeed,
};
const RESTS: Record<Exchange, (options: SideOptions & { origin: string }) => VenueRest> = {
  binance: (options) => new BinanceRest(options),
  coinbase: (options) => new CoinbaseRest(options),
};

/** Every venue that is read, in the order of EXCHANGES. */
export function createVenues(options: VenuesOptions): Venue[] {
  const { times, logger, random, timing = {} } = options;
  return EXCHANGES.map((exchange) => {
    const time = times.of(exchange);
    const side: SideOptions = {
      clock: time,
      venueTime: time,
      logger,
      ...(random ? { random } : {}),
    };
    const { ws, rest } = options.urls[exchange];
    const handlers = options.handlersFor(exchange);
    return {
      exchange,
      feed: FEEDS[exchange]({ ...side, origin: ws, handlers, timing }),
      rest: RESTS[exchange]({ ...side, origin: rest }),
    };
  });
}
