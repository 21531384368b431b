import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';

const EVERY_MS = 3_600_000;

/** Something that is removed when nobody has a use for it any more. */
export interface Chore {
  /** What is removed, for the log, such as `old files`. */
  what: string;
  /** Where it is long, it breaks off when the signal is aborted. */
  remove: (stopping: AbortSignal) => Promise<unknown>;
}

interface Parts {
  clock: Clock;
  logger: Logger;
}

/** Does chores one after the other, at the start and every hour. Any number of replicas may do them. */
export class Housekeeping {
  readonly #parts: Parts;
  readonly #chores: readonly Chore[];
  readonly #stopping = new AbortController();
  #cancel: () => void = () => undefined;
  #running = Promise.resolve();

  constructor(parts: Parts, chores: readonly Chore[]) {
    this.#parts = parts;
    this.#chores = chores;
  }

  start(): void {
    const run = () => void (this.#running = this.#running.then(() => this.run()));
    this.#cancel = this.#parts.clock.every(EVERY_MS, run);
    run();
  }

  /** Waits for the chore that it is at. */
  async stop(): Promise<void> {
    this.#cancel();
    this.#stopping.abort();
    await this.#running;
  }

  /** Does all of them once. Never rejects: what could not be done is done the next time. */
  async run(): Promise<void> {
    const { signal } = this.#stopping;
    for (const { what, remove } of this.#chores) {
      if (signal.aborted) return;
      await remove(signal).catch((error: unknown) =>
        this.#parts.logger.warn(
          { err: error },
          `${what} could not be removed; it will be tried again`,
        ),
      );
    }
  }
}
