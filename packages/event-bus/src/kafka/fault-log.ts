import type { Clock } from '@tidemark/clock/clock';
import type { BusLogger } from '../event-bus.ts';
import { isAway, reasonOf } from './broker-errors.ts';

/** What works again sooner is not worth a line. */
const GRACE_MS = 1_000;
/** A broker that comes and goes is not reported more often than this. */
const REPEAT_AWAY_AFTER_MS = 30_000;

interface Fault {
  since: number;
  said: boolean;
}

/** Says once that something does not work, however often it is tried again, and once that the broker is back. */
export class FaultLog {
  readonly #clock: Clock;
  readonly #logger: BusLogger;
  /** By what fails, then by the reason. */
  readonly #faults = new Map<string, Map<string, Fault>>();
  #awaySince: number | undefined;
  #awaySaid = false;
  #awaySaidAt = -Infinity;

  constructor(clock: Clock, logger: BusLogger) {
    this.#clock = clock;
    this.#logger = logger;
  }

  /** `what` failed, having been tried for `lasted` milliseconds, and will be tried again. */
  failed(what: string, error: unknown, lasted = 0): void {
    const since = this.#clock.monotonic() - lasted;
    if (isAway(error)) this.#awayFrom(since, error);
    else this.#failedFrom(since, what, reasonOf(error));
  }

  /** `what` works: its next failure is news. */
  worked(what: string): void {
    this.#faults.delete(what);
    if (this.#awaySaid) this.#logger.warn({}, 'Kafka answers again');
    this.#awaySince = undefined;
    this.#awaySaid = false;
  }

  #failedFrom(since: number, what: string, reason: string): void {
    const reasons = this.#faults.get(what) ?? new Map<string, Fault>();
    this.#faults.set(what, reasons);
    const fault = reasons.get(reason) ?? { since, said: false };
    reasons.set(reason, fault);
    if (fault.said || this.#isYoung(fault.since)) return;
    fault.said = true;
    this.#logger.warn({ reason }, `${what} failed; it is tried again until it works`);
  }

  #awayFrom(since: number, error: unknown): void {
    this.#awaySince ??= since;
    const now = this.#clock.monotonic();
    const saidLately = now - this.#awaySaidAt < REPEAT_AWAY_AFTER_MS;
    if (this.#awaySaid || saidLately || this.#isYoung(this.#awaySince)) return;
    this.#awaySaid = true;
    this.#awaySaidAt = now;
    const message = 'Kafka does not answer; it is tried again until it does';
    this.#logger.warn({ reason: reasonOf(error) }, message);
  }

  #isYoung(since: number): boolean {
    return this.#clock.monotonic() - since < GRACE_MS;
  }
}
