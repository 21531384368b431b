import type { EuroRate } from '../store/euro-rate-store.ts';

/** The whole series, or that of the last months alone. */
export type ReferenceDocument = 'all' | 'recent';

/** What a document said of its version (RFC 9110, 8.8). */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** A part of a document as it comes in, and how much of it was no rate. */
export interface RateBatch {
  rates: EuroRate[];
  refused: number;
}

/** `batches` rejects with a ReferenceSourceError where the document breaks off; what came before it holds. */
export type ReferenceAnswer =
  | { kind: 'unchanged' }
  | { kind: 'rates'; batches: AsyncIterable<RateBatch>; validators: Validators };

/** Where reference rates of currencies come from. */
export interface ReferenceSource {
  /**
   * Reads a document; `known` are the validators of the version that is stored, null for none.
   * @throws ReferenceSourceError where there is no answer, or no sound one; the signal's reason when it is aborted
   */
  read(
    document: ReferenceDocument,
    known: Validators | null,
    signal: AbortSignal,
  ): Promise<ReferenceAnswer>;
}

/** The source gave no answer, or none that can be used. */
export class ReferenceSourceError extends Error {
  /** Milliseconds after which it may be asked again; null where it did not say. */
  readonly retryAfterMs: number | null;

  constructor(message: string, options: { retryAfterMs?: number | null; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'ReferenceSourceError';
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
