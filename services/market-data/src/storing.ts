import type { Logger } from '@tidemark/telemetry/logger';
import { SingleFlight } from '@tidemark/waiting/single-flight';

/**
 * Runs a write one at a time, as often as it is asked for. A failing store is told once, and once more when it works
 * again: what could not be written stays with those who asked.
 */
export class Storing {
  readonly #write: () => Promise<void>;
  readonly #logger: Logger;
  readonly #running = new SingleFlight<void>();
  #failing = false;

  constructor(write: () => Promise<void>, logger: Logger) {
    this.#write = write;
    this.#logger = logger;
  }

  /** Whether the last write failed. */
  get failing(): boolean {
    return this.#failing;
  }

  /** Starts a write, or joins the one that runs. Never rejects. */
  run(): Promise<void> {
    return this.#running.run(() => this.#once());
  }

  /** Resolves when no write runs. */
  async drain(): Promise<void> {
    while (this.#running.running) await this.#running.running;
  }

  async #once(): Promise<void> {
    try {
      await this.#write();
      if (this.#failing) this.#logger.info('the store works again');
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#logger.error({ err: error }, 'the store does not answer');
      this.#failing = true;
    }
  }
}
