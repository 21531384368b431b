import type { AlertsParts } from './assemble.ts';

const EVERY_MS = 3_600_000;
/** How long what fired is kept, with what was sent of it, ms. */
const FIRINGS_MS = 365 * 86_400_000;

type Parts = Pick<AlertsParts, 'clock' | 'db' | 'departed' | 'logger'>;

/** Removes what nobody has a use for any more, at the start and every hour. Any number of replicas may do it. */
export class Housekeeping {
  readonly #parts: Parts;
  readonly #stopping = new AbortController();
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
    this.#stopping.abort();
    await this.#running;
  }

  /** Never throws: what could not be done is done the next time. */
  async #run(): Promise<void> {
    const { departed, logger } = this.#parts;
    const { signal } = this.#stopping;
    const chores: [string, () => Promise<void>][] = [
      ['old firings', () => this.#removeOld()],
      ['what accounts left that are no more', () => departed.remove(signal)],
    ];
    for (const [what, chore] of chores) {
      if (signal.aborted) return;
      await chore().catch((error: unknown) =>
        logger.warn({ err: error }, `${what} could not be removed; it will be tried again`),
      );
    }
  }

  async #removeOld(): Promise<void> {
    const { clock, db } = this.#parts;
    const oldest = new Date(clock.now() - FIRINGS_MS);
    await db.deleteFrom('alert_firings').where('told_at', '<', oldest).execute();
  }
}
