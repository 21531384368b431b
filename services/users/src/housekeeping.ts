import { pruneSecurityEvents } from './audit/audit-pruning.ts';
import { pruneSessions } from './sessions/session-pruning.ts';
import type { UsersParts } from './assemble.ts';

const EVERY_MS = 3_600_000;

/** Forgets what is over, at the start and every hour. Any number of replicas may do it. */
export class Housekeeping {
  readonly #parts: UsersParts;
  #cancel: () => void = () => undefined;
  #running = Promise.resolve();

  constructor(parts: UsersParts) {
    this.#parts = parts;
  }

  start(): void {
    const run = () => (this.#running = this.run());
    this.#cancel = this.#parts.clock.every(EVERY_MS, () => void run());
    void run();
  }

  /** Waits for what it is at. */
  async stop(): Promise<void> {
    this.#cancel();
    await this.#running;
  }

  /** Never throws: what could not be done is done the next time. */
  async run(): Promise<void> {
    const { db, clock, config, logger, delays, signingKeys, stopping } = this.#parts;
    const now = clock.now();
    const chores: [string, () => Promise<void>][] = [
      ['sessions', () => pruneSessions(db, now)],
      ['sign-in delays', () => delays.prune()],
      ['signing keys', () => signingKeys.prune()],
      ['security events', () => pruneSecurityEvents(db, now, config.SECURITY_LOG_RETENTION_DAYS)],
    ];
    for (const [what, chore] of chores) {
      if (stopping.aborted) return;
      await chore().catch((error: unknown) =>
        logger.warn({ err: error }, `old ${what} could not be removed; it will be tried again`),
      );
    }
  }
}
