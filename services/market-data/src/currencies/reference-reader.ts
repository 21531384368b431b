import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import { Attempts } from '../history/attempts.ts';
import type { EuroRateStore, RateRead } from '../store/euro-rate-store.ts';
import {
  ReferenceSourceError,
  type RateBatch,
  type ReferenceDocument,
  type ReferenceSource,
  type Validators,
} from './reference-source.ts';

const DAY_MS = 86_400_000;
/** 16:30 UTC: an hour and a half at least after a day's rates are out. */
const AFTER_PUBLICATION_MS = 16.5 * 3_600_000;
/** Everybody's readings are spread over so long. */
const SPREAD_MS = 3_600_000;
/** The document of the last 90 days does while the newest that is stored is no older. */
const RECENT_DAYS = 60;
const BACKOFF = { baseMs: 60_000, capMs: 3_600_000 };

export interface ReferenceReaderParts {
  clock: Clock;
  logger: Logger;
  source: ReferenceSource;
  store: EuroRateStore;
  /** Whether this replica is the one that reads them. */
  isMine: () => boolean;
  /** Uniform in [0, 1). Default Math.random. */
  random?: () => number;
}

/** Brings reference rates in: all at first, then once a day what is new. Its failures concern nobody else. ADR 0034. */
export class ReferenceReader {
  readonly #parts: ReferenceReaderParts;
  readonly #attempts: Attempts;
  readonly #spread: number;
  #nextAt = -Infinity;
  #isReading = false;
  #newestDay: string | null = null;
  readonly counts = { read: 0, unchanged: 0, failed: 0, refused: 0 };

  constructor(parts: ReferenceReaderParts) {
    const { clock, random = Math.random } = parts;
    this.#parts = parts;
    this.#attempts = new Attempts(clock, BACKOFF, random);
    this.#spread = random() * SPREAD_MS;
  }

  /** Milliseconds since the newest day that is known began; null: none is. */
  get ageMs(): number | null {
    if (this.#newestDay === null) return null;
    return this.#parts.clock.now() - Date.parse(this.#newestDay);
  }

  /** Reads if it is time to. Never rejects, but when the store fails. */
  async look(signal: AbortSignal): Promise<void> {
    const { clock, isMine } = this.#parts;
    const isDue = clock.now() >= this.#nextAt && this.#attempts.dueIn === 0;
    if (this.#isReading || !isDue || !isMine()) return;
    this.#isReading = true;
    try {
      await this.#readIfDue(signal);
    } finally {
      this.#isReading = false;
    }
  }

  async #readIfDue(signal: AbortSignal): Promise<void> {
    const { clock, store } = this.#parts;
    const reads = await store.reads();
    this.#newestDay = await store.newestDay();
    const document = documentFor(this.#newestDay, reads, clock.now());
    const last = Math.max(...[...reads.values()].map(({ readAt }) => readAt));
    this.#nextAt = nextReading(last) + this.#spread;
    if (reads.has('all') && clock.now() < this.#nextAt) return;
    // What is not stored is to be read, whatever was read before.
    const known = this.#newestDay === null ? null : (reads.get(document) ?? null);
    await this.#read(document, known, signal);
  }

  async #read(document: ReferenceDocument, known: Validators | null, signal: AbortSignal) {
    const { source, store, clock } = this.#parts;
    try {
      const answer = await source.read(document, known, signal);
      if (answer.kind === 'rates') await this.#keep(answer.batches);
      const { etag = null, lastModified = null } =
        answer.kind === 'rates' ? answer.validators : (known ?? {});
      await store.setRead(document, { readAt: clock.now(), etag, lastModified });
      this.#newestDay = await store.newestDay();
      this.#succeeded(answer.kind === 'rates' ? 'read' : 'unchanged');
    } catch (error) {
      if (!signal.aborted) this.#failed(error);
    }
  }

  /** Stores a document as it comes. @throws ReferenceSourceError when it breaks off, or has no rates at all */
  async #keep(batches: AsyncIterable<RateBatch>): Promise<void> {
    let kept = 0;
    for await (const { rates, refused } of batches) {
      this.counts.refused += refused;
      kept += rates.length;
      await this.#parts.store.write(rates);
    }
    if (kept === 0) throw new ReferenceSourceError('there are no rates in it');
  }

  #succeeded(how: 'read' | 'unchanged'): void {
    this.counts[how] += 1;
    this.#attempts.succeed();
    this.#nextAt = nextReading(this.#parts.clock.now()) + this.#spread;
  }

  #failed(error: unknown): void {
    this.counts.failed += 1;
    this.#attempts.fail(error);
    this.#nextAt = -Infinity;
    const { reason, failures, dueIn } = this.#attempts;
    this.#parts.logger[failures === 1 ? 'warn' : 'debug'](
      { reason, failures, dueIn },
      'reference rates of currencies could not be read; they will be tried again',
    );
  }
}

/** Which document has what is missing. All that there is was never read to its end, or too long ago: all of it. */
function documentFor(
  newestDay: string | null,
  reads: ReadonlyMap<string, RateRead>,
  now: number,
): ReferenceDocument {
  if (newestDay === null || !reads.has('all')) return 'all';
  return now - Date.parse(newestDay) > RECENT_DAYS * DAY_MS ? 'all' : 'recent';
}

/** The first time after a reading that there may be something new, epoch ms. Never read: at once. */
export function nextReading(last: number): number {
  if (last === -Infinity) return -Infinity;
  const today = Math.floor(last / DAY_MS) * DAY_MS + AFTER_PUBLICATION_MS;
  return last < today ? today : today + DAY_MS;
}
