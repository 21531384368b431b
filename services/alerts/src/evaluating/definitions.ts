import type { Clock } from '@tidemark/clock/clock';
import { ALERT_CHANGES } from '@tidemark/contracts/topics';
import type { EventBus, Subscription } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';
import { SingleFlight } from '@tidemark/waiting/single-flight';
import type { Kysely } from 'kysely';
import type { AlertRow } from '../alerts/alert.ts';
import type { AlertTables } from '../tables.ts';

/** How often what changed is looked for without being told, ms. */
const LOOK_MS = 10_000;
/** How far a look goes back before the last one: a change may be committed later than it is dated, ms. */
const OVERLAP_MS = 60_000;

interface Parts {
  db: Kysely<AlertTables>;
  bus: EventBus;
  clock: Clock;
  logger: Logger;
}

/** Told of an alert that was made or changed; null: it is no more, or is off. */
export type OnDefinition = (alertId: string, row: AlertRow | null) => void;

/** Every alert that is on, as it is now: changes are told by the bus, and looked for in case they are not. */
export class Definitions {
  readonly #parts: Parts;
  readonly #rows = new Map<string, AlertRow>();
  readonly #listeners: OnDefinition[] = [];
  readonly #round = new SingleFlight<void>();
  #lookedAt = 0;
  #cancel: () => void = () => undefined;
  #subscription: Subscription | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  listen(listener: OnDefinition): void {
    this.#listeners.push(listener);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Those that wait for a coin. */
  *of(coinId: string): Generator<AlertRow> {
    for (const row of this.#rows.values()) {
      if (row.coins === null || row.coins.includes(coinId)) yield row;
    }
  }

  /** Rejects where the database is away: without the alerts there is nothing to evaluate. */
  async start(): Promise<void> {
    const { bus, clock, db } = this.#parts;
    this.#subscription = await bus.subscribe(ALERT_CHANGES, {
      onBatch: (messages) => this.#read(messages.map(({ value }) => value.alert_id)),
    });
    this.#lookedAt = clock.now();
    const rows = await db.selectFrom('alerts').selectAll().where('is_on', '=', true).execute();
    for (const row of rows) this.#set(row.id, row);
    this.#cancel = clock.every(LOOK_MS, () => void this.#round.run(() => this.#look()));
  }

  async stop(): Promise<void> {
    this.#cancel();
    await this.#subscription?.close();
    await this.#round.running;
  }

  /** Reads alerts again, such as those that were changed here. */
  async #read(ids: readonly string[]): Promise<void> {
    const { db } = this.#parts;
    const rows = await db.selectFrom('alerts').selectAll().where('id', 'in', ids).execute();
    const found = new Map(rows.map((row) => [row.id, row]));
    for (const id of ids) this.#set(id, found.get(id) ?? null);
  }

  /** Never throws: it is tried again. */
  async #look(): Promise<void> {
    const { db, clock, logger } = this.#parts;
    const now = clock.now();
    const since = new Date(this.#lookedAt - OVERLAP_MS);
    try {
      const changed = await db
        .selectFrom('alerts')
        .selectAll()
        .where('changed_at', '>=', since)
        .execute();
      for (const row of changed) this.#set(row.id, row);
      const there = await db.selectFrom('alerts').select('id').where('is_on', '=', true).execute();
      const ids = new Set(there.map(({ id }) => id));
      for (const id of this.#rows.keys()) if (!ids.has(id)) this.#set(id, null);
      this.#lookedAt = now;
    } catch (error) {
      logger.warn({ err: error }, 'alerts could not be read; it will be tried again');
    }
  }

  #set(id: string, row: AlertRow | null): void {
    const known = this.#rows.get(id);
    const now = row?.is_on ? row : null;
    if (now ? known?.version === now.version : !known) return;
    if (now) this.#rows.set(id, now);
    else this.#rows.delete(id);
    for (const listener of this.#listeners) listener(id, now);
  }
}
