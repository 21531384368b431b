import type { PortfolioParts } from './assemble.ts';

const EVERY_MS = 3_600_000;

type Parts = Pick<PortfolioParts, 'answers' | 'clock' | 'departed' | 'logger' | 'staged'>;

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
    const { answers, departed, logger, staged } = this.#parts;
    const { signal } = this.#stopping;
    const chores: [string, () => Promise<void>][] = [
      ['old answers', () => answers.prune()],
      ['old files', () => staged.prune()],
      ['what accounts left that are no more', () => departed.remove(signal)],
    ];
    for (const [what, chore] of chores) {
      if (signal.aborted) return;
      await chore().catch((error: unknown) =>
        logger.warn({ err: error }, `${what} could not be removed; it will be tried again`),
      );
    }
  }
}
