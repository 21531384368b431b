import type { SentimentParts } from './assemble.ts';

const EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** How long articles are kept, and what they came to, days. */
const ARTICLE_DAYS = 180;
const SENTIMENT_DAYS = 730;

type Parts = Pick<SentimentParts, 'clock' | 'db' | 'logger' | 'store'>;

/** Forgets what is old, at the start and every hour. Any number of replicas may do it. */
export class Housekeeping {
  readonly #parts: Parts;
  #cancel: () => void = () => undefined;
  #running = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    const run = () => void (this.#running = this.#running.then(() => this.#run()));
    this.#cancel = this.#parts.clock.every(EVERY_MS, run);
    run();
  }

  /** Waits for what it is at. */
  async stop(): Promise<void> {
    this.#cancel();
    await this.#running;
  }

  /** Never throws: what could not be done is done the next time. */
  async #run(): Promise<void> {
    const { clock, db, logger, store } = this.#parts;
    try {
      await store.prune(clock.now() - SENTIMENT_DAYS * DAY_MS);
      const oldest = new Date(clock.now() - ARTICLE_DAYS * DAY_MS);
      await db.deleteFrom('articles').where('fetched_at', '<', oldest).execute();
    } catch (error) {
      logger.warn({ err: error }, 'old news could not be removed; it will be tried again');
    }
  }
}
