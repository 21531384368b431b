import type { Clock } from '@tidemark/clock/clock';
import type { BusLogger } from '../bus-logger.ts';
import { isAway, nameOf } from './broker-errors.ts';

/** A broker that comes and goes is not reported more often than this. */
const REPEAT_AWAY_AFTER_MS = 30_000;

/** Says once that something does not work, however often it is tried again, and once that the broker is back. */
export class FaultLog {
  readonly #clock: Clock;
  readonly #logger: BusLogger;
  readonly #known = new Set<string>();
  #away = false;
  #awaySaidAt = -Infinity;

  constructor(clock: Clock, logger: BusLogger) {
    this.#clock = clock;
    this.#logger = logger;
  }

  /** `what` failed; it will be tried again. */
  failed(what: string, error: unknown, fields: object = {}): void {
    if (isAway(error)) {
      this.#sayAway(error);
      return;
    }
    const key = `${what}: ${nameOf(error)}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#logger.warn({ ...fields, err: error }, `${what} failed; it is tried again`);
  }

  /** `what` works: the next failure of it is news. */
  worked(what: string): void {
    for (const key of this.#known) if (key.startsWith(`${what}: `)) this.#known.delete(key);
    if (!this.#away) return;
    this.#away = false;
    this.#logger.warn({}, 'Kafka answers again');
  }

  #sayAway(error: unknown): void {
    const now = this.#clock.monotonic();
    if (this.#away || now - this.#awaySaidAt < REPEAT_AWAY_AFTER_MS) return;
    this.#away = true;
    this.#awaySaidAt = now;
    this.#logger.warn({ err: error }, 'Kafka does not answer; it is tried again until it does');
  }
}
