import type { Clock } from '@tidemark/clock/clock';
import { MARKET_NEWS, type SentimentPoint } from '@tidemark/contracts/sentiment';
import { SingleFlight } from '@tidemark/waiting/single-flight';
import { within } from '@tidemark/waiting/within';
import type { NewsReader } from './news-reader.ts';

/** How long whoever asks waits for sentiment, ms: an index without news is better than a late one. */
const WAIT_MS = 1_000;
/** How long an answer is taken for what sentiment would say now, ms. */
const FRESH_MS = 60_000;
/** After a question that failed, ms. */
const AGAIN_MS = 10_000;
/** How old the last answer may be while there is no other, ms. */
const OLDEST_MS = 6 * 3_600_000;

/** What is known of the market's news, day by day. */
export interface KnownNews {
  /** As each day stood last; empty where `absent` says why. */
  readonly days: readonly SentimentPoint[];
  /** When sentiment said so, epoch ms; null: it has not. */
  readonly readAt: number | null;
  /** How long ago, ms. */
  readonly ageMs: number | null;
  /** Why nothing is known, in a sentence; null: sentiment has answered. */
  readonly absent: string | null;
}

interface Kept {
  readonly days: readonly SentimentPoint[];
  readonly readAt: number;
  /** Of the monotonic clock, ms. */
  readonly at: number;
}

/** The market's news as sentiment tells them. Nobody waits longer than a second; the last answer is kept for six hours. */
export class MarketNews {
  readonly #reader: NewsReader;
  readonly #clock: Clock;
  readonly #reading = new SingleFlight<void>();
  #kept: Kept | null = null;
  #dueAt = -Infinity;
  /** What is under way has been waited for in vain: nobody else waits for it. */
  #isLate = false;

  constructor(reader: NewsReader, clock: Clock) {
    this.#reader = reader;
    this.#clock = clock;
  }

  /** Never throws: what cannot be known is `absent`. */
  async known(): Promise<KnownNews> {
    if (this.#clock.monotonic() >= this.#dueAt && !this.#isLate) {
      const reading = this.#reading.run(() => this.#read());
      this.#isLate =
        !(await within(this.#clock, WAIT_MS, reading)) && this.#reading.running !== null;
    }
    return this.#view();
  }

  async #read(): Promise<void> {
    let isKept = false;
    try {
      const days = await this.#reader.trend(MARKET_NEWS, '1d');
      this.#kept = { days, readAt: this.#clock.now(), at: this.#clock.monotonic() };
      isKept = true;
    } catch {
      // Said by `absent`, once the last answer is too old.
    }
    this.#isLate = false;
    this.#dueAt = this.#clock.monotonic() + (isKept ? FRESH_MS : AGAIN_MS);
  }

  #view(): KnownNews {
    if (this.#kept === null) {
      const absent = this.#isLate
        ? `The sentiment service has not answered within ${WAIT_MS / 1_000} s.`
        : 'The sentiment service is away.';
      return { days: [], readAt: null, ageMs: null, absent };
    }
    const { days, readAt, at } = this.#kept;
    const ageMs = this.#clock.monotonic() - at;
    if (ageMs <= OLDEST_MS) return { days, readAt, ageMs, absent: null };
    const absent = `The sentiment service has not answered for more than ${OLDEST_MS / 3_600_000} hours.`;
    return { days: [], readAt, ageMs, absent };
  }
}
