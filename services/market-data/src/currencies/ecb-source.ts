import type { Clock } from '@tidemark/clock/clock';
import { parseRetryAfter } from '@tidemark/waiting/retry-after';
import { LONGEST_BAN_MS } from '../venues/venue-refusals.ts';
import { EcbDocument } from './ecb-document.ts';
import {
  ReferenceSourceError,
  type RateBatch,
  type ReferenceAnswer,
  type ReferenceDocument,
  type ReferenceSource,
  type Validators,
} from './reference-source.ts';

const FILES: Readonly<Record<ReferenceDocument, string>> = {
  all: 'eurofxref-hist.xml',
  recent: 'eurofxref-hist-90d.xml',
};
/** For all of a document, the time that storing it takes too, ms. */
const TIMEOUT_MS = 300_000;
/** The whole series is some 8 MB. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * The European Central Bank's euro foreign exchange reference rates, by its XML documents: keyless, in use since 1999, set
 * on working days at 14:15 CET and out at about 16:00.
 * https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates
 */
export class EcbSource implements ReferenceSource {
  readonly #origin: string;
  readonly #clock: Clock;
  readonly #maxBytes: number;

  /** `origin`: where the documents are, such as `https://www.ecb.europa.eu/stats/eurofxref`. */
  constructor(origin: string, clock: Clock, maxBytes = MAX_BYTES) {
    this.#origin = origin.replace(/\/+$/, '');
    this.#clock = clock;
    this.#maxBytes = maxBytes;
  }

  async read(
    document: ReferenceDocument,
    known: Validators | null,
    signal: AbortSignal,
  ): Promise<ReferenceAnswer> {
    const late = new AbortController();
    const cancel = this.#clock.after(TIMEOUT_MS, () =>
      late.abort(new Error(`not there within ${TIMEOUT_MS} ms`)),
    );
    const response = await fetch(`${this.#origin}/${FILES[document]}`, {
      headers: headersOf(known),
      signal: AbortSignal.any([signal, late.signal]),
    }).catch((error: unknown) => {
      cancel();
      throw failureOf(error, signal);
    });
    const { status, headers, body } = response;
    if (status !== 200 || !body) {
      cancel();
      await body?.cancel();
      if (status === 304) return { kind: 'unchanged' };
      throw new ReferenceSourceError(`HTTP ${status} for ${FILES[document]}`, {
        retryAfterMs: parseRetryAfter(
          headers.get('retry-after'),
          this.#clock.now(),
          LONGEST_BAN_MS,
        ),
      });
    }
    const validators = {
      etag: headers.get('etag'),
      lastModified: headers.get('last-modified'),
    };
    return { kind: 'rates', batches: this.#batches(body, signal, cancel), validators };
  }

  /** As much at a time as the connection gives: nothing is held but what is read on. */
  async *#batches(
    body: AsyncIterable<Uint8Array>,
    signal: AbortSignal,
    done: () => void,
  ): AsyncGenerator<RateBatch> {
    const document = new EcbDocument(this.#clock.now());
    const decoder = new TextDecoder();
    let bytes = 0;
    try {
      for await (const chunk of body) {
        bytes += chunk.byteLength;
        if (bytes > this.#maxBytes) throw new Error(`over ${this.#maxBytes} bytes`);
        yield document.push(decoder.decode(chunk, { stream: true }));
      }
      yield document.push(decoder.decode());
      yield document.end();
    } catch (error) {
      throw failureOf(error, signal);
    } finally {
      done();
    }
  }
}

function headersOf(known: Validators | null): Record<string, string> {
  return {
    accept: 'application/xml, text/xml',
    'user-agent': 'tidemark',
    ...(known?.etag && { 'if-none-match': known.etag }),
    ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
  };
}

function failureOf(error: unknown, signal: AbortSignal): Error {
  if (signal.aborted) return signal.reason as Error;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return new ReferenceSourceError(cause instanceof Error ? cause.message : String(cause), {
    cause: error,
  });
}
