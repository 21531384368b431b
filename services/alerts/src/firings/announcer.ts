import type { Clock } from '@tidemark/clock/clock';
import { ALERT_FIRINGS } from '@tidemark/contracts/topics';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';
import { SingleFlight } from '@tidemark/waiting/single-flight';
import type { Kysely } from 'kysely';
import type { AlertTables } from '../tables.ts';
import { toFiring } from './firing.ts';

/** How often is looked for what was not told, ms. */
const ROUND_MS = 2_000;
const BATCH = 500;

interface Parts {
  db: Kysely<AlertTables>;
  bus: EventBus;
  clock: Clock;
  logger: Logger;
}

/** Tells the bus of what fired. A replica that dies between telling and noting it has it told twice, under one id. */
export class Announcer {
  readonly #parts: Parts;
  readonly #round = new SingleFlight<void>();
  #cancel: () => void = () => undefined;
  #isAgain = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    this.#cancel = this.#parts.clock.every(ROUND_MS, () => this.wake());
  }

  /** Something fired: it is told now, or after what is under way. */
  wake(): void {
    this.#isAgain = true;
    void this.#round.run(() => this.#tellAll());
  }

  async stop(): Promise<void> {
    this.#cancel();
    await this.#round.running;
  }

  /** Never throws: what was not told is told the next time. */
  async #tellAll(): Promise<void> {
    try {
      while (this.#isAgain) {
        this.#isAgain = false;
        while (await this.#tell());
      }
    } catch (error) {
      this.#parts.logger.warn({ err: error }, 'what fired was not told; it will be');
    }
  }

  /** Whether there may be more. */
  async #tell(): Promise<boolean> {
    const { db, bus } = this.#parts;
    const rows = await db
      .selectFrom('alert_firings')
      .selectAll()
      .where('announced', '=', false)
      .orderBy('told_at')
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return false;
    await bus.publish(
      ALERT_FIRINGS,
      rows.map((row) => ({ key: row.user_id, value: toFiring(row) })),
    );
    const ids = rows.map(({ id }) => id);
    await db.updateTable('alert_firings').set({ announced: true }).where('id', 'in', ids).execute();
    return rows.length === BATCH;
  }
}
