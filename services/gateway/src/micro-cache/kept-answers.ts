import type { Clock } from '@tidemark/clock/clock';

/** An answer that may be given again. */
export interface KeptAnswer {
  /** Headers that are on it for whoever asks: names and values in turns, as Node writes them without a look. */
  headers: readonly string[];
  /** Text where it is that: Node writes it in one piece with the headers, which is one call of the system less. */
  body: Buffer | string;
  /** Of the body. */
  bytes: number;
}

export interface KeptAnswersOptions {
  clock: Clock;
  /** How long an answer is given again, ms. */
  freshMs: number;
  maxEntries: number;
  maxBytes: number;
}

interface Entry extends KeptAnswer {
  /** Monotonic clock, ms. */
  until: number;
}

/** Answers of the last moment, bounded in number and bytes; the oldest go first. */
export class KeptAnswers {
  readonly #options: KeptAnswersOptions;
  /** In the order of their time, since all are kept equally long. */
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  constructor(options: KeptAnswersOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#entries.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): KeptAnswer | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.until > this.#options.clock.monotonic() ? entry : undefined;
  }

  set(key: string, answer: KeptAnswer): void {
    const { clock, freshMs, maxBytes } = this.#options;
    this.#drop(key);
    if (answer.bytes > maxBytes) return;
    const now = clock.monotonic();
    this.#entries.set(key, { ...answer, until: now + freshMs });
    this.#bytes += answer.bytes;
    this.#sweep(now);
  }

  #sweep(now: number): void {
    const { maxEntries, maxBytes } = this.#options;
    for (const [key, { until }] of this.#entries) {
      if (until > now && this.size <= maxEntries && this.bytes <= maxBytes) return;
      this.#drop(key);
    }
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }
}
