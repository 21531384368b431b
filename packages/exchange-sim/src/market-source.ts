import type { BinanceVenue } from './binance/binance-venue.ts';
import type { CoinbaseVenue } from './coinbase/coinbase-venue.ts';
import type { Venue } from './model/product.ts';
import type { VenueBook } from './venue-book.ts';

/** Where the venues' trades come from. */
export interface MarketSource {
  books: Readonly<Record<Venue, VenueBook>>;
  start(venues: { binance: BinanceVenue; coinbase: CoinbaseVenue }): void;
  /** A client of the venue has subscribed to something. */
  subscribed(venue: Venue): void;
  stop(): void;
  /** Resolves when all that is finite was sent once; at once for a model. */
  replayed: Promise<unknown>;
}
