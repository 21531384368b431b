import { REFRESH_TOKEN_S } from '@tidemark/contracts/session';
import type { UsersParts } from './assemble.ts';

const EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Sessions are forgotten so long after they are over, ms. */
const SESSIONS_KEPT_MS = DAY_MS;

type Parts = Pick<
  UsersParts,
  'db' | 'clock' | 'config' | 'logger' | 'delays' | 'signingKeys' | 'stopping'
>;

/** Forgets what is over, at the start and every hour. Any number of replicas may do it. */
export class Housekeeping {
  readonly #parts: Parts;
  #cancel: () => void = () => undefined;
  #running = Promise.resolve();

  constructor(parts: Parts) {
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
    const { logger, delays, signingKeys, stopping } = this.#parts;
    const chores: [string, () => Promise<void>][] = [
      ['sessions', () => this.#forgetSessions()],
      ['sign-in delays', () => delays.prune()],
      ['signing keys', () => signingKeys.prune()],
      ['security events', () => this.#forgetEvents()],
    ];
    for (const [what, chore] of chores) {
      if (stopping.aborted) return;
      await chore().catch((error: unknown) =>
        logger.warn({ err: error }, `old ${what} could not be removed; it will be tried again`),
      );
    }
  }

  /** Refresh tokens too that were used so long ago that they would have expired: those end no session any more. */
  async #forgetSessions(): Promise<void> {
    const { db } = this.#parts;
    const before = this.#ago(SESSIONS_KEPT_MS);
    await db
      .deleteFrom('sessions')
      .where((eb) => eb.or([eb('expires_at', '<', before), eb('ended_at', '<', before)]))
      .execute();
    const expired = this.#ago(REFRESH_TOKEN_S * 1000);
    await db.deleteFrom('refresh_tokens').where('used_at', '<', expired).execute();
  }

  async #forgetEvents(): Promise<void> {
    const { db, config } = this.#parts;
    const before = this.#ago(config.SECURITY_LOG_RETENTION_DAYS * DAY_MS);
    await db.deleteFrom('security_events').where('at', '<', before).execute();
  }

  #ago(ms: number): Date {
    return new Date(this.#parts.clock.now() - ms);
  }
}
