import type { Clock } from '@tidemark/clock/clock';
import type { VenueFaults } from '../faults/venue-faults.ts';
import { TokenBucket } from '../net/rate-limit.ts';
import { VenueListener, type VenueProtocol } from '../net/venue-listener.ts';
import type { VenueBook } from '../venue-book.ts';
import { CoinbaseFeedServer } from './feed-server.ts';
import { CoinbasePublisher } from './publisher.ts';
import { CoinbaseRest } from './rest.ts';

/** Connection requests a second and the burst, an address. */
const CONNECTIONS_A_SECOND = 8;
const BURST = 20;

/** Coinbase Exchange: its listener, its feed and what publishes to it. */
export interface CoinbaseVenue {
  listener: VenueListener;
  feed: CoinbaseFeedServer;
  publisher: CoinbasePublisher;
}

export function createCoinbaseVenue(options: {
  clock: Clock;
  book: VenueBook;
  faults: VenueFaults;
  limited: boolean;
  onSubscribed?: () => void;
}): CoinbaseVenue {
  const { clock, book, faults, limited } = options;
  const feed = new CoinbaseFeedServer(options);
  const rest = new CoinbaseRest(book, clock, limited);
  const connects = new TokenBucket(clock, CONNECTIONS_A_SECOND, BURST);
  const protocol: VenueProtocol = {
    answer: (url, ip) => rest.answer(url, ip),
    fault: (status) => ({
      status,
      body: JSON.stringify({ message: MESSAGES[status] ?? 'Refused' }),
    }),
    accepts: (url) => feed.accepts(url),
    admits: (ip) => !limited || connects.take(ip),
    connected: (connection) => feed.connected(connection),
  };
  const publisher = new CoinbasePublisher(feed, book, faults);
  return { listener: new VenueListener(protocol, faults), feed, publisher };
}

const MESSAGES: Record<number, string> = {
  429: 'Public rate limit exceeded',
  451: 'Unavailable for legal reasons',
};
