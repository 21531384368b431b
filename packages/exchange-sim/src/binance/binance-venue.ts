import type { Clock } from '@tidemark/clock/clock';
import type { VenueFaults } from '../faults/venue-faults.ts';
import { TokenBucket } from '../net/rate-limit.ts';
import { type Answer, VenueListener, type VenueProtocol } from '../net/venue-listener.ts';
import type { VenueBook } from '../venue-book.ts';
import { BINANCE_LIMITS, type BinanceLimits } from './client.ts';
import { BinancePublisher } from './publisher.ts';
import { BinanceRest, tooMany } from './rest.ts';
import { BinanceStreamServer } from './stream-server.ts';

/** Connection attempts an address has in five minutes. */
const ATTEMPTS = 300;
const ATTEMPTS_WINDOW_S = 300;

const RESTRICTED = {
  code: 0,
  msg: "Service unavailable from a restricted location according to 'b. Eligibility' in https://www.binance.com/en/terms. Please contact customer service if you believe you received this message in error.",
};

/** Binance spot: its listener, its streams and what publishes to them. */
export interface BinanceVenue {
  listener: VenueListener;
  streams: BinanceStreamServer;
  publisher: BinancePublisher;
}

export function createBinanceVenue(options: {
  clock: Clock;
  book: VenueBook;
  faults: VenueFaults;
  limited: boolean;
  limits?: Partial<BinanceLimits>;
  onSubscribed?: () => void;
}): BinanceVenue {
  const { clock, book, faults, limited } = options;
  const streams = new BinanceStreamServer({
    ...options,
    limits: { ...BINANCE_LIMITS, ...options.limits },
  });
  const rest = new BinanceRest(book, clock, limited);
  const attempts = new TokenBucket(clock, ATTEMPTS / ATTEMPTS_WINDOW_S, ATTEMPTS);
  const protocol: VenueProtocol = {
    answer: (url, ip) => rest.answer(url, ip),
    fault: faultAnswer,
    accepts: (url) => streams.accepts(url),
    admits: (ip) => !limited || attempts.take(ip),
    connected: (connection, url) => streams.connected(connection, url),
  };
  const publisher = new BinancePublisher(streams, book, faults, clock);
  return { listener: new VenueListener(protocol, faults), streams, publisher };
}

function faultAnswer(status: number): Answer {
  if (status === 429) return tooMany();
  return { status, body: JSON.stringify(RESTRICTED) };
}
