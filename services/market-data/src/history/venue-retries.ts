import type { Clock } from '@tidemark/clock/clock';
import type { Exchange } from '@tidemark/contracts/exchange';
import { type RestErrorKind, VenueRestError } from '../venues/rest-error.ts';
import { Attempts } from './attempts.ts';

/** Between attempts at a venue that does not answer, ms: one request at a time is light, and it may be back soon. */
const VENUE_BACKOFF = { baseMs: 2_000, capMs: 60_000 };
/** Between attempts at what a venue that answers does not give, ms. */
const REQUEST_BACKOFF = { baseMs: 5_000, capMs: 300_000 };
/** What says something of the one request. Everything else, the store's failures too, would meet the next one as well. */
const OF_ONE_REQUEST: readonly RestErrorKind[] = ['refused', 'bad_answer', 'too_long'];

/** When each venue's REST may be asked again for what it failed to give. */
export class VenueRetries {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #venues = new Map<Exchange, Attempts>();

  /** `random`: uniform in [0, 1). */
  constructor(clock: Clock, random: () => number = Math.random) {
    this.#clock = clock;
    this.#random = random;
  }

  venue(exchange: Exchange): Attempts {
    let attempts = this.#venues.get(exchange);
    if (!attempts) {
      attempts = new Attempts(this.#clock, VENUE_BACKOFF, this.#random);
      this.#venues.set(exchange, attempts);
    }
    return attempts;
  }

  /** For one thing that is asked of a venue. */
  request(): Attempts {
    return new Attempts(this.#clock, REQUEST_BACKOFF, this.#random);
  }

  /** A request failed: it waits, and where the cause is not its own, the venue with it. */
  fail(exchange: Exchange, request: Attempts, error: unknown): void {
    request.fail(error);
    const ofOne =
      error instanceof NoBarsError ||
      (error instanceof VenueRestError && OF_ONE_REQUEST.includes(error.kind));
    if (!ofOne) this.venue(exchange).fail(error);
  }
}

/** The venue answered that it has no closed bar of a history. */
export class NoBarsError extends Error {
  constructor() {
    super('the venue has no closed bars of that time');
    this.name = 'NoBarsError';
  }
}
