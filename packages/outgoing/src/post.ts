import type { LookupFunction } from 'node:net';
import { unescape } from 'node:querystring';
import type { Clock } from '@tidemark/clock/clock';
import { parseRetryAfter } from '@tidemark/waiting/retry-after';
import { Agent, request, type Dispatcher } from 'undici';
import { boundedExcerpt } from './bounded-excerpt.ts';
import { PostError, postErrorOf } from './post-error.ts';
import { publicLookup, publicLookupBy, refusePrivateHost } from './public-address.ts';

/** For all of a request, its name and connection too, ms. */
const TIMEOUT_MS = 10_000;
/** The longest that the other side is left alone because it asks for it, ms. */
const LONGEST_REST_MS = 24 * 3_600_000;

/** What to send. */
export interface PostRequest {
  /** `http:` or `https:`. A user and a password in it go along as Basic authentication. */
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array;
  /** Whether addresses of this machine and its network may be asked. */
  mayBePrivate: boolean;
}

/** What came back, whatever its status, but for redirects. */
export interface PostAnswer {
  status: number;
  /** How long the other side asks to be left alone, ms; null: it does not. */
  retryAfterMs: number | null;
  /** The body's beginning in one line, at most 500 characters. */
  excerpt: string;
}

/** Posts to addresses of strangers: each on a connection of its own, bounded in time and in what is read. */
export class Poster {
  readonly #clock: Clock;
  readonly #public: Agent;
  readonly #anywhere: Agent;

  /** @param lookup which finds the addresses of names, if not the system's */
  constructor(clock: Clock, lookup?: LookupFunction) {
    this.#clock = clock;
    this.#public = agentBy(lookup ? publicLookupBy(lookup) : publicLookup);
    this.#anywhere = agentBy(lookup);
  }

  /**
   * Posts once and follows nowhere.
   * @throws PostError where nothing was answered, or a redirect; the signal's reason when it is aborted
   */
  async post(wanted: PostRequest, signal: AbortSignal): Promise<PostAnswer> {
    const late = new AbortController();
    const cancel = this.#clock.after(TIMEOUT_MS, () => late.abort());
    try {
      const answer = await this.#ask(wanted, AbortSignal.any([signal, late.signal]));
      return await answerOf(answer, this.#clock.now());
    } catch (error) {
      signal.throwIfAborted();
      if (late.signal.aborted) {
        throw new PostError(`there was no answer within ${TIMEOUT_MS / 1_000} s`);
      }
      throw postErrorOf(error);
    } finally {
      cancel();
    }
  }

  /** Breaks off what is under way. */
  async close(): Promise<void> {
    await Promise.all([this.#public.destroy(), this.#anywhere.destroy()]);
  }

  #ask(
    { url: address, headers, body, mayBePrivate }: PostRequest,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    const url = URL.parse(address);
    if (!url || !/^https?:$/.test(url.protocol)) {
      throw new PostError('its address is none of the web', { permanent: true });
    }
    if (!mayBePrivate) refusePrivateHost(url);
    return request(url, {
      method: 'POST',
      dispatcher: mayBePrivate ? this.#anywhere : this.#public,
      signal,
      headers: { 'user-agent': 'Tidemark', ...basicAuthentication(url), ...headers },
      body,
    });
  }
}

/** Without keep-alive: a connection that the other side has closed meanwhile would lose what is sent next. */
function agentBy(lookup: LookupFunction | undefined): Agent {
  return new Agent({ pipelining: 0, allowH2: false, ...(lookup && { connect: { lookup } }) });
}

/** undici does not send what an address says of these. */
function basicAuthentication({ username, password }: URL): Record<string, string> {
  if (!username && !password) return {};
  const pair = `${unescape(username)}:${unescape(password)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** @throws PostError where it is a redirect */
async function answerOf(
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  now: number,
): Promise<PostAnswer> {
  if (status >= 300 && status < 400) {
    body.on('error', () => undefined).destroy();
    // 301 and 308 say that it is elsewhere for good.
    const permanent = status === 301 || status === 308;
    throw new PostError(`it answered ${status}, a redirect, which is not followed`, { permanent });
  }
  const after = headers['retry-after'];
  const header = Array.isArray(after) ? after[0] : after;
  return {
    status,
    retryAfterMs: parseRetryAfter(header, now, LONGEST_REST_MS),
    excerpt: await boundedExcerpt(body),
  };
}
