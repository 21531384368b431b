import type { Clock } from '@tidemark/clock/clock';
import { NewsFormatError, type NewsRead } from '@tidemark/news/news-item';
import type { Logger } from '@tidemark/telemetry/logger';
import { halfJitter } from '@tidemark/waiting/backoff';
import type { ArticleTaker } from '../articles/article-taker.ts';
import type { SentimentConfig } from '../config.ts';
import {
  FetchError,
  type DocumentFetcher,
  type FetchedDocument,
} from '../fetching/document-fetcher.ts';
import { hasKey, headersOf, KINDS } from './source-kind.ts';
import type { Outcome, SourceRow, SourceStore } from './source-store.ts';

const ROUND_MS = 1_000;
/** After a start, which has other things to do. */
const FIRST_ROUND_MS = 2_000;
/** Readings at once. */
const AT_ONCE = 4;
/** After failures: doubled with each, from the usual interval up to this, ms. */
const LONGEST_WAIT_MS = 6 * 3_600_000;
/** A source that cannot be read is looked at again, ms. */
const NOT_NOW_MS = 3_600_000;

export interface SourceReaderParts {
  clock: Clock;
  logger: Logger;
  config: SentimentConfig;
  sources: SourceStore;
  fetcher: DocumentFetcher;
  taker: ArticleTaker;
  /** Whether the market is: news of the world say nothing of it. */
  simulated: boolean;
  /** Called when articles came. */
  onNews: () => void;
}

/** Reads each source when it is its turn, and nothing of one source keeps another from its turn. */
export class SourceReader {
  readonly #parts: SourceReaderParts;
  readonly #stopping = new AbortController();
  readonly #working = new Set<Promise<void>>();
  readonly #counts = { read: 0, failed: 0, 'not asked': 0, added: 0, changed: 0 };
  #cancel: () => void = () => undefined;

  constructor(parts: SourceReaderParts) {
    this.#parts = parts;
  }

  /** Readings by what they came to, and articles. */
  get counts(): Readonly<Record<Outcome['result'] | 'added' | 'changed', number>> {
    return this.#counts;
  }

  start(): void {
    const { clock } = this.#parts;
    this.#cancel = clock.after(FIRST_ROUND_MS, () => {
      this.#cancel = clock.every(ROUND_MS, () => this.#round());
      this.#round();
    });
  }

  /** Breaks off what is being fetched; what was fetched is taken first. */
  async stop(): Promise<void> {
    this.#cancel();
    this.#stopping.abort(new Error('sentiment is stopping'));
    await Promise.all(this.#working);
  }

  #round(): void {
    if (this.#working.size >= AT_ONCE || this.#stopping.signal.aborted) return;
    const work = this.readDue().finally(() => this.#working.delete(work));
    this.#working.add(work);
  }

  /** Reads whatever is due, one after another. Never throws: what could not be stored is due again after its lease. */
  async readDue(): Promise<void> {
    try {
      while (!this.#stopping.signal.aborted) {
        const source = await this.#parts.sources.take();
        if (!source) return;
        // Another may be due as well.
        this.#round();
        const outcome = await this.#read(source);
        this.#counts[outcome.result] += 1;
        await this.#parts.sources.settle(source.source_id, outcome);
      }
    } catch (error) {
      if (this.#stopping.signal.aborted) return;
      this.#parts.logger.warn({ err: error }, 'news could not be stored; it is tried again');
    }
  }

  async #read(source: SourceRow): Promise<Outcome> {
    const { config, simulated, sources } = this.#parts;
    const { intervalMs, paid } = KINDS[source.kind];
    if (simulated && source.kind !== 'simulated') {
      const error = 'the market is simulated: no news of the world is read';
      return this.#later('not asked', NOT_NOW_MS, { error });
    }
    if (!hasKey(source.kind, config)) return this.#later('not asked', NOT_NOW_MS);
    if (paid && this.#spentToday(source) + paid.most > paid.mostADay(config)) {
      const error = 'what may be read of it today has been read';
      return this.#later('not asked', this.#untilTomorrow(), { error });
    }
    try {
      if (paid) await sources.spend(source.source_id, paid.most);
      return await this.#readNow(source, intervalMs);
    } catch (error) {
      // Given back as it was: somebody else reads it.
      if (this.#stopping.signal.aborted)
        return this.#later('not asked', 0, { error: source.error });
      if (!(error instanceof FetchError || error instanceof NewsFormatError)) throw error;
      const asked = error instanceof FetchError ? error.retryAfterMs : null;
      const limits = { baseMs: intervalMs, capMs: LONGEST_WAIT_MS };
      const wait = halfJitter(source.failures, limits, Math.random);
      return this.#later('failed', Math.max(wait, asked ?? 0), { error: error.message });
    }
  }

  async #readNow(source: SourceRow, intervalMs: number): Promise<Outcome> {
    const { fetcher, config, taker, onNews } = this.#parts;
    const document = await fetcher.fetch(
      {
        ...{ url: source.url, etag: source.etag, lastModified: source.last_modified },
        headers: headersOf(source.kind, config),
        mayBePrivate: source.kind === 'simulated',
      },
      this.#stopping.signal,
    );
    if (document === null) return this.#later('read', intervalMs, keptRefusals(source));
    const read = await KINDS[source.kind].read(document);
    const { added, changed } = await taker.take(source, read.items);
    this.#counts.added += added;
    this.#counts.changed += changed;
    if (added + changed > 0) onNews();
    return this.#later('read', intervalMs, outcomeOf(source, document, read));
  }

  #later(result: Outcome['result'], ms: number, more: Partial<Outcome> = {}): Outcome {
    const nothing = { error: null, refused: 0, refusedWhy: null, validators: null, spent: 0 };
    return { ...nothing, result, ...more, nextAt: this.#parts.clock.now() + ms };
  }

  #spentToday({ spent, spent_on }: SourceRow): number {
    const today = new Date(this.#parts.clock.now()).toISOString().slice(0, 10);
    return spent_on === today ? spent : 0;
  }

  #untilTomorrow(): number {
    const now = this.#parts.clock.now();
    return new Date(now).setUTCHours(24, 0, 0, 0) - now;
  }
}

function outcomeOf(
  { kind }: SourceRow,
  { etag, lastModified }: FetchedDocument,
  { items, refused }: NewsRead,
): Partial<Outcome> {
  const counted = KINDS[kind].paid?.most;
  return {
    validators: { etag, lastModified },
    ...{ refused: refused.length, refusedWhy: refused[0]?.reason ?? null },
    spent: counted === undefined ? 0 : items.length + refused.length - counted,
  };
}

/** A document that did not change is refused as much as before. */
function keptRefusals({ refused, refused_why }: SourceRow): Partial<Outcome> {
  return { refused, refusedWhy: refused_why };
}
