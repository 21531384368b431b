import type { AlertsParts } from './assemble.ts';

const EVERY_MS = 3_600_000;
/** How long what fired is kept, with what was sent of it, ms. */
const FIRINGS_MS = 365 * 86_400_000;

type Parts = Pick<AlertsParts, 'clock' | 'db' | 'logger' | 'log'>;

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
    const { clock, db, logger } = this.#parts;
    const oldest = new Date(clock.now() - FIRINGS_MS);
    try {
      await db.deleteFrom('alert_firings').where('told_at', '<', oldest).execute();
    } catch (error) {
      logger.warn({ err: error }, 'old firings could not be removed; it will be tried again');
    }
  }
}
