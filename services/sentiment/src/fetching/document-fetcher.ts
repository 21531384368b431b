import type { Clock } from '@tidemark/clock/clock';
import {
  PrivateAddressError,
  publicLookup,
  refusePrivateHost,
} from '@tidemark/outgoing/public-address';
import { parseRetryAfter } from '@tidemark/waiting/retry-after';
import { Agent, request, type Dispatcher } from 'undici';

/** For all of a document, redirects too, ms. */
const TIMEOUT_MS = 20_000;
const MAX_BYTES = 5 * 1024 * 1024;
const MAX_REDIRECTS = 5;
/** The longest that a site is left alone because it asks for it, ms. */
const LONGEST_REST_MS = 24 * 3_600_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** What to ask for. */
export interface DocumentRequest {
  url: string;
  /** Of our own making, such as a key. They go to this origin alone. */
  headers?: Readonly<Record<string, string>>;
  etag: string | null;
  lastModified: string | null;
  /** Whether addresses of this machine may be asked: for the simulator. */
  mayBePrivate: boolean;
}

export interface FetchedDocument {
  bytes: Uint8Array;
  contentType: string | null;
  /** Where it was in the end. */
  url: string;
  etag: string | null;
  lastModified: string | null;
}

/** Nothing was got, and why, in words for people. */
export class FetchError extends Error {
  /** How long the other side asks to be left alone, ms. */
  readonly retryAfterMs: number | null;

  constructor(message: string, { retryAfterMs = null }: { retryAfterMs?: number | null } = {}) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Fetches documents of strangers: bounded in time and size, and from no address of this machine's network. */
export class DocumentFetcher {
  readonly #clock: Clock;
  readonly #public = new Agent({ connect: { lookup: publicLookup }, connections: 2 });
  readonly #anywhere = new Agent({ connections: 2 });

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * The document; null: it is the one that is known.
   * @throws FetchError where there is none; the signal's reason when it is aborted
   */
  async fetch(wanted: DocumentRequest, signal: AbortSignal): Promise<FetchedDocument | null> {
    const late = new AbortController();
    const cancel = this.#clock.after(TIMEOUT_MS, () => late.abort());
    try {
      return await this.#follow(wanted, AbortSignal.any([signal, late.signal]));
    } catch (error) {
      signal.throwIfAborted();
      if (late.signal.aborted) {
        throw new FetchError(`it was not there within ${TIMEOUT_MS / 1_000} s`);
      }
      throw error instanceof FetchError ? error : new FetchError(messageOf(error));
    } finally {
      cancel();
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#public.destroy(), this.#anywhere.destroy()]);
  }

  async #follow(wanted: DocumentRequest, signal: AbortSignal): Promise<FetchedDocument | null> {
    let url = new URL(wanted.url);
    const { origin } = url;
    for (let turn = 0; turn <= MAX_REDIRECTS; turn += 1) {
      const answer = await this.#ask(url, { ...wanted, isOwn: url.origin === origin }, signal);
      const location = headerOf(answer, 'location');
      if (!REDIRECTS.has(answer.statusCode) || location === null) {
        return documentOf(answer, url.href, this.#clock.now());
      }
      answer.body.on('error', () => undefined).destroy();
      const next = URL.parse(location, url.href);
      if (!next || !/^https?:$/.test(next.protocol)) {
        throw new FetchError('it was moved to an address that is none of the web');
      }
      url = next;
    }
    throw new FetchError(`it was moved more than ${MAX_REDIRECTS} times`);
  }

  #ask(
    url: URL,
    { headers, etag, lastModified, mayBePrivate, isOwn }: DocumentRequest & { isOwn: boolean },
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    if (!mayBePrivate) refusePrivateHost(url);
    return request(url, {
      dispatcher: mayBePrivate ? this.#anywhere : this.#public,
      signal,
      headers: {
        'user-agent': 'Mozilla/5.0 (compatible; Tidemark; news reader of one instance)',
        accept: 'application/rss+xml, application/atom+xml, application/xml, text/xml, */*;q=0.5',
        'accept-encoding': 'gzip',
        ...(isOwn && headers),
        ...(etag !== null && { 'if-none-match': etag }),
        ...(lastModified !== null && { 'if-modified-since': lastModified }),
      },
    });
  }
}

async function documentOf(
  answer: Dispatcher.ResponseData,
  url: string,
  now: number,
): Promise<FetchedDocument | null> {
  const { statusCode, body } = answer;
  if (statusCode === 200) {
    const bytes = await boundedBytes(body);
    return {
      ...{ bytes, url, contentType: headerOf(answer, 'content-type') },
      etag: headerOf(answer, 'etag'),
      lastModified: headerOf(answer, 'last-modified'),
    };
  }
  body.on('error', () => undefined).destroy();
  if (statusCode === 304) return null;
  const after = parseRetryAfter(headerOf(answer, 'retry-after'), now, LONGEST_REST_MS);
  throw new FetchError(`it answered ${statusCode}`, { retryAfterMs: after });
}

/** @throws FetchError past {@link MAX_BYTES} */
async function boundedBytes(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new FetchError(`it is larger than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | null {
  const value = headers[name];
  const text = Array.isArray(value) ? value[0] : value;
  // What comes back is sent again: nothing that is long.
  return text === undefined || text.length > 1_000 ? null : text;
}

function messageOf(error: unknown): string {
  if (error instanceof PrivateAddressError) return error.message;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof PrivateAddressError) return cause.message;
  const code = (cause as { code?: unknown }).code;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its name is not known';
  if (code === 'ECONNREFUSED') return 'nobody listens there';
  return cause instanceof Error ? cause.message || 'the connection broke off' : String(cause);
}
