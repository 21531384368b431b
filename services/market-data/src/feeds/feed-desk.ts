import type { Clock } from '@tidemark/clock/clock';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { FeedStatus } from '@tidemark/contracts/feeds';
import type { Logger } from '@tidemark/telemetry/logger';
import type { CandleKeeper } from '../candles/candle-keeper.ts';
import type { Universe } from '../coins/universe.ts';
import type { TradePublisher } from '../trades/trade-publisher.ts';
import type { FeedHandlers, FeedState, VenueQuote } from '../venues/venue.ts';
import type { Venue } from '../venues/create-venues.ts';
import type { VenueStates } from '../venues/venue-states.ts';
import type { VenueTimes } from '../venues/venue-times.ts';

/** Pause between attempts to learn what a venue lists, ms. */
const LIST_RETRY = 5_000;
/** A product may be listed later: the venue is asked this often, ms. */
const LIST_AGAIN = 15 * 60_000;
/** A venue's word on its newest trade counts for the time this long before: its channels may differ a little, ms. */
const NEWEST_SLACK = 1_000;

export interface DeskParts {
  clock: Clock;
  times: VenueTimes;
  logger: Logger;
  universe: Universe;
  /** Learns what the venues list and how their feeds are. */
  states: VenueStates;
  keeper: CandleKeeper;
  publisher: TradePublisher;
  onQuote(quote: VenueQuote): void;
}

/** What the service adds to a feed's own counters. */
export interface FeedFigures {
  duplicates: number;
  repaired: number;
}

/** Says where the venues' events go, and keeps each feed on the products its venue lists. */
export class FeedDesk {
  readonly #parts: DeskParts;
  readonly #venues: Venue[] = [];
  #stopping = false;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  handlersFor(exchange: Exchange): FeedHandlers {
    const { keeper, publisher, states } = this.#parts;
    return {
      trade: (trade) => publisher.take(trade),
      quote: (quote) => this.#parts.onQuote(quote),
      room: () => publisher.room(),
      lastTradeId: (product, id, asOf) => {
        // What has not come through the bus is not missing at the venue: REST need not be asked for it.
        if (publisher.failing) return;
        keeper.book(exchange, product)?.noteNewest(id, asOf === null ? 0 : asOf - NEWEST_SLACK);
      },
      status: (status) => {
        states.noteFeed(exchange, status);
        const trouble = status === 'down' || status === 'stalled';
        const level = trouble && !this.#stopping ? 'warn' : 'debug';
        this.#parts.logger[level]({ exchange }, `${exchange} feed is ${status}`);
      },
    };
  }

  /**
   * Asks a venue for its products and starts its feed on those; where REST does not answer, on all that are wanted.
   * Resolves when REST has answered, or the signal was aborted.
   */
  async start(venue: Venue, signal: AbortSignal): Promise<void> {
    this.#venues.push(venue);
    await this.#startVenue(venue, signal);
  }

  /**
   * Asks a venue that was started for its products again and again, and has its feed read what it lists by now. `changed`
   * is called when that is other than before. Resolves when the signal is aborted.
   */
  async watch(venue: Venue, signal: AbortSignal, changed: () => void): Promise<void> {
    const wanted = this.#parts.universe.products(venue.exchange);
    const pause = () =>
      this.#parts.clock.sleep(LIST_AGAIN, signal).then(
        () => true,
        () => false,
      );
    while (await pause()) {
      const there = await this.#productsOf(venue, signal).catch(() => null);
      const listed = this.#parts.states.listed(venue.exchange);
      if (!there || !wanted.some((one) => there.has(one) !== (listed?.has(one) ?? false))) continue;
      this.#keepListed(venue.exchange, wanted, there);
      venue.feed.start(wanted.filter((product) => there.has(product)));
      changed();
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#venues.map((venue) => venue.feed.stop()));
  }

  statuses(figuresOf: (exchange: Exchange) => FeedFigures): FeedStatus[] {
    return this.#venues.map(({ exchange, feed }) =>
      this.#describe(exchange, feed.state(), figuresOf(exchange)),
    );
  }

  async #startVenue(venue: Venue, signal: AbortSignal): Promise<void> {
    const wanted = this.#parts.universe.products(venue.exchange);
    const there = await this.#productsOf(venue).catch(() => null);
    if (there) {
      this.#keepListed(venue.exchange, wanted, there);
      // Its frames are judged by its time.
      await venue.rest.time(signal).catch(() => undefined);
      venue.feed.start(wanted.filter((product) => there.has(product)));
      return;
    }
    // The stream may work where REST does not: it is tried with every product.
    venue.feed.start(wanted);
    const late = await this.#askUntilAnswered(venue, signal);
    if (late) this.#keepListed(venue.exchange, wanted, late);
  }

  #keepListed(exchange: Exchange, wanted: readonly string[], there: ReadonlySet<string>): void {
    const unlisted = this.#parts.states.noteListed(exchange, wanted, there);
    if (unlisted.length === 0) return;
    this.#parts.logger.warn({ exchange, unlisted }, 'products that the venue does not list');
  }

  async #askUntilAnswered(venue: Venue, signal: AbortSignal): Promise<Set<string> | null> {
    while (!signal.aborted) {
      await this.#parts.clock.sleep(LIST_RETRY, signal).catch(() => undefined);
      const there = await this.#productsOf(venue, signal).catch(() => null);
      if (there) return there;
    }
    return null;
  }

  async #productsOf(venue: Venue, signal?: AbortSignal): Promise<Set<string>> {
    try {
      return await venue.rest.products(signal);
    } catch (error) {
      const { exchange } = venue;
      this.#parts.logger.warn({ exchange, reason: String(error) }, 'REST does not answer');
      throw error;
    }
  }

  #describe(exchange: Exchange, state: FeedState, figures: FeedFigures): FeedStatus {
    const { states, times } = this.#parts;
    const books = this.#parts.keeper.books().filter((b) => b.listing.exchange === exchange);
    return {
      exchange,
      status: state.status,
      connected_since:
        state.connectedSince === null ? null : new Date(state.connectedSince).toISOString(),
      last_message_age_ms:
        state.lastMessageAgeMs === null ? null : Math.round(state.lastMessageAgeMs),
      clock_offset_ms: times.of(exchange).offsetMs,
      products: states.listed(exchange)?.size ?? 0,
      unlisted: [...states.unlisted(exchange)],
      messages: state.messages,
      trades: state.trades,
      duplicates: figures.duplicates,
      reconnects: state.reconnects,
      holes_open: books.reduce((sum, book) => sum + book.holes.length, 0),
      trades_repaired: figures.repaired,
      refused: state.refused,
      last_error: state.lastError,
    };
  }
}
