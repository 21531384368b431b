import type { Exchange } from '@tidemark/contracts/exchange';

/**
 * - `banned`: the address is banned for a while (HTTP 418)
 * - `blocked`: this place or address is not served (451, 403)
 * - `rate_limited`: too many requests, even after waiting (429)
 * - `unavailable`: no answer, or an error of the venue's (5xx), even after repeats
 * - `bad_answer`: an answer that does not fit its schema
 * - `refused`: the venue refuses the request: an unknown product, a bad parameter (other 4xx)
 * - `too_long`: the request needs more pages than are read
 */
export type RestErrorKind =
  | 'banned'
  | 'blocked'
  | 'rate_limited'
  | 'unavailable'
  | 'bad_answer'
  | 'refused'
  | 'too_long';

/** The one error of a venue's REST side, aborts apart. */
export class VenueRestError extends Error {
  readonly exchange: Exchange;
  readonly kind: RestErrorKind;
  /** Milliseconds after which the venue may be asked again; null where it did not say. */
  readonly retryAfterMs: number | null;

  constructor(
    exchange: Exchange,
    kind: RestErrorKind,
    message: string,
    options: { retryAfterMs?: number | undefined } = {},
  ) {
    super(`${exchange}: ${message}`);
    this.name = 'VenueRestError';
    this.exchange = exchange;
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
