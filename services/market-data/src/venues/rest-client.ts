import type { Clock } from '@tidemark/clock/clock';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Static, TProperties, TSchema } from 'typebox';
import type { Validator } from 'typebox/compile';
import { fullJitter } from '@tidemark/waiting/backoff';
import { parseRetryAfter } from '@tidemark/waiting/retry-after';
import { parseExactJson, parseJson } from './frame-events.ts';
import { httpGet, type HttpAnswer } from './http-get.ts';
import { type RestErrorKind, VenueRestError } from './rest-error.ts';
import type { RestLimiter } from './rest-limiter.ts';
import type { VenueTime } from './venue-time.ts';
import { blockedMessage, isBlocked, LONGEST_BAN_MS } from './venue-refusals.ts';

const TIMEOUT_MS = 15_000;
/** Repeats after a failure that may pass. */
const MAX_REPEATS = 3;
const BACKOFF = { baseMs: 500, capMs: 10_000 };
/** A caller waits no longer than this for a venue that asked for a pause. */
const LONGEST_PAUSE_MS = 120_000;
/** What a 429 and a 418 without Retry-After pause the venue for: 418 bans last two minutes at least. */
const RATE_LIMITED_PAUSE_MS = 2_000;
const BANNED_PAUSE_MS = 120_000;
const MAX_ERROR_TEXT = 200;
const SECOND = 1_000;

export interface RestClientOptions {
  exchange: Exchange;
  /** The venue's REST origin; see `restOrigin`. */
  origin: string;
  limiter: RestLimiter;
  clock: Clock;
  logger: Logger;
  /** Uniform in [0, 1). Default Math.random. */
  random?: () => number;
  /** Called with the headers of every answer. */
  onHeaders?: (headers: Headers) => void;
  /** Learns the venue's time from every answer. */
  venueTime?: VenueTime;
  /** How long an answer may take. Default 15 s. */
  timeoutMs?: number;
}

export interface RestRequest<S extends TSchema> {
  path: string;
  query?: Record<string, string | number>;
  /** What it costs of the venue's limit. */
  weight: number;
  answer: Validator<TProperties, S>;
  /** Numbers of the answer come as the strings they were written as. */
  exactNumbers?: boolean;
  signal?: AbortSignal | undefined;
}

/** An answer, and when the venue gave it. */
export interface Timed<T> {
  value: T;
  /** What the venue's clock showed at least, epoch ms; null: nobody knows. */
  asOf: number | null;
  /** Monotonic ms of this machine. */
  sentAt: number;
  receivedAt: number;
}

/** Asks one venue, within its limits. */
export class RestClient {
  readonly #options: RestClientOptions;

  constructor(options: RestClientOptions) {
    this.#options = options;
  }

  /**
   * The checked answer of a GET. What may pass is repeated, at most three times, with full jitter.
   * @throws VenueRestError; the signal's reason when it is aborted
   */
  async get<S extends TSchema>(request: RestRequest<S>): Promise<Static<S>> {
    return (await this.getTimed(request)).value;
  }

  /** The same, with the venue's time of the answer. */
  async getTimed<S extends TSchema>(request: RestRequest<S>): Promise<Timed<Static<S>>> {
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await this.#try(request);
      if (!(outcome instanceof VenueRestError)) {
        const { sentAt, receivedAt } = outcome;
        const value = this.#read(outcome.text, request);
        return { value, asOf: this.#asOf(outcome), sentAt, receivedAt };
      }
      if (attempt === MAX_REPEATS || !this.#mayPass(outcome)) throw outcome;
      await this.#beforeRepeat(attempt, outcome, request.signal);
    }
  }

  /** An answer with status 200, or what went wrong. */
  async #try(request: RestRequest<TSchema>): Promise<HttpAnswer | VenueRestError> {
    const { limiter, clock, timeoutMs = TIMEOUT_MS } = this.#options;
    if (limiter.pausedForMs > LONGEST_PAUSE_MS) return this.#paused();
    await limiter.take(request.weight, request.signal);
    try {
      const answer = await httpGet(this.#url(request), {
        clock,
        timeoutMs,
        signal: request.signal,
      });
      this.#options.onHeaders?.(answer.headers);
      this.#noteDate(answer);
      return answer.status === 200 ? answer : this.#refusal(answer, request.path);
    } catch (error) {
      request.signal?.throwIfAborted();
      return this.#error('unavailable', `${request.path}: ${(error as Error).message}`);
    }
  }

  #noteDate({ headers, sentAt, receivedAt }: HttpAnswer): void {
    const time = dateOf(headers);
    // An answer that was kept somewhere on the way says nothing about now.
    if (time === null || Number(headers.get('age') ?? 0) > 0) return;
    this.#options.venueTime?.noteAnswer({ time, resolutionMs: SECOND, sentAt, receivedAt });
  }

  /** The answer's own date, unless what is known of the venue's clock is earlier. */
  #asOf({ headers, sentAt }: HttpAnswer): number | null {
    const date = dateOf(headers);
    const known = this.#options.venueTime?.earliestAt(sentAt) ?? null;
    return date === null || known === null ? (date ?? known) : Math.min(date, known);
  }

  #url(request: RestRequest<TSchema>): URL {
    const url = new URL(`${this.#options.origin}${request.path}`);
    for (const [name, value] of Object.entries(request.query ?? {})) {
      url.searchParams.set(name, String(value));
    }
    return url;
  }

  #refusal({ status, headers, text }: HttpAnswer, path: string): VenueRestError {
    const { exchange, clock } = this.#options;
    if (isBlocked(status)) return this.#error('blocked', blockedMessage(exchange, status));
    const message = `HTTP ${status} on ${path}: ${text.slice(0, MAX_ERROR_TEXT)}`;
    const header = headers.get('retry-after');
    const retryAfterMs = parseRetryAfter(header, clock.now(), LONGEST_BAN_MS);
    if (status === 429) {
      return this.#pause('rate_limited', message, retryAfterMs ?? RATE_LIMITED_PAUSE_MS);
    }
    if (status === 418) return this.#pause('banned', message, retryAfterMs ?? BANNED_PAUSE_MS);
    if (status >= 500) return this.#error('unavailable', message, retryAfterMs ?? undefined);
    return this.#error(status >= 400 ? 'refused' : 'bad_answer', message);
  }

  /** Holds back every request to the venue, not only this one. */
  #pause(kind: RestErrorKind, message: string, retryAfterMs: number): VenueRestError {
    const { limiter, logger, exchange } = this.#options;
    limiter.pauseFor(retryAfterMs);
    logger.warn({ exchange, retryAfterMs }, 'the venue asks for a pause');
    return this.#error(kind, message, retryAfterMs);
  }

  #paused(): VenueRestError {
    const retryAfterMs = Math.ceil(this.#options.limiter.pausedForMs);
    return this.#error('banned', `paused for another ${retryAfterMs} ms`, retryAfterMs);
  }

  #mayPass(error: VenueRestError): boolean {
    if ((error.retryAfterMs ?? 0) > LONGEST_PAUSE_MS) return false;
    return ['unavailable', 'rate_limited', 'banned'].includes(error.kind);
  }

  async #beforeRepeat(attempt: number, error: VenueRestError, signal?: AbortSignal): Promise<void> {
    const { clock, logger, random = Math.random, exchange } = this.#options;
    logger.debug({ exchange, attempt, reason: error.message }, 'asking again');
    const backoff = fullJitter(attempt, BACKOFF, random);
    await clock.sleep(Math.max(error.retryAfterMs ?? 0, backoff), signal);
  }

  #read<S extends TSchema>(text: string, request: RestRequest<S>): Static<S> {
    const value = request.exactNumbers ? parseExactJson(text) : parseJson(text);
    if (request.answer.Check(value)) return value;
    const error = request.answer.Errors(value)[0];
    const why = value === undefined ? 'not JSON' : `${error?.instancePath} ${error?.message}`;
    throw this.#error('bad_answer', `${request.path}: ${why}`);
  }

  #error(kind: RestErrorKind, message: string, retryAfterMs?: number): VenueRestError {
    return new VenueRestError(this.#options.exchange, kind, message, { retryAfterMs });
  }
}

/** Epoch ms of an answer's `Date`, which has whole seconds; null where it has none. */
function dateOf(headers: Headers): number | null {
  const time = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(time) ? null : time;
}
