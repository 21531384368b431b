import type { DatabaseLogger } from './database.ts';

/** Remembers since when a server has been away and when it last answered; tells the log once of each change. */
export class ServerWatch {
  readonly place: string;
  readonly #logger: DatabaseLogger;
  #awaySince: number | undefined;
  #answeredAt = -Infinity;
  #brokeAt = -Infinity;

  constructor(place: string, logger: DatabaseLogger) {
    this.place = place;
    this.#logger = logger;
  }

  /** Since when no connection could be made, on the clock of `performance.now()`; undefined while all is well. */
  get awaySince(): number | undefined {
    return this.#awaySince;
  }

  /** When the server last answered anything. */
  get answeredAt(): number {
    return this.#answeredAt;
  }

  /** When a connection was last found broken: what was idle then is not to be trusted. */
  get brokeAt(): number {
    return this.#brokeAt;
  }

  answered(): void {
    this.#answeredAt = performance.now();
    if (this.#awaySince === undefined) return;
    const awayMs = Math.round(this.#answeredAt - this.#awaySince);
    this.#awaySince = undefined;
    this.#logger.info({ awayMs }, `${this.place} answers again`);
  }

  broke(reason: string): void {
    this.#brokeAt = performance.now();
    this.#logger.debug({ reason }, `a connection to ${this.place} broke`);
  }

  unreachable(reason: string): void {
    if (this.#awaySince !== undefined) return;
    this.#awaySince = performance.now();
    this.#logger.warn({ reason }, `${this.place} cannot be reached`);
  }
}
