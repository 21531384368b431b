import { randomUUID } from 'node:crypto';
import type { Clock } from '@tidemark/clock/clock';
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { AlertTables } from '../tables.ts';

/** How long a process that has claimed a delivery has it for itself, ms. */
export const LEASE_MS = 60_000;

export type DeliveryRow = Selectable<AlertTables['alert_deliveries']>;

/** How an attempt ended, for one of the deliveries that went out together. */
export interface Ended {
  delivery_id: string;
  ok: boolean;
  /** What the other side said. */
  answer: string;
  /** When it is tried again, epoch ms; null: not any more. */
  nextAt: number | null;
}

/**
 * Deliveries that wait, shared by all replicas: who claims one has it for 60 s. What is written about a delivery is written only
 * while nobody else has claimed it.
 */
export class DeliveryStore {
  readonly #db: Kysely<AlertTables>;
  readonly #clock: Clock;
  readonly #owner: string;

  /** @param parts.owner the name of this process, unique among all */
  constructor(parts: { db: Kysely<AlertTables>; clock: Clock; owner: string }) {
    this.#db = parts.db;
    this.#clock = parts.clock;
    this.#owner = parts.owner;
  }

  /**
   * Claims what is due and nobody has, longest due first; nothing of owners whom users does not know, which waits.
   * @param except channels that are not to be sent to now
   */
  async claim(most: number, except: readonly string[]): Promise<DeliveryRow[]> {
    const now = new Date(this.#clock.now());
    const rows = await this.#db
      .updateTable('alert_deliveries')
      .set(this.#lease())
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('alert_deliveries as due')
          .select('due.id')
          .where('due.state', '=', 'waiting')
          .where('due.next_at', '<=', now)
          .where((or) =>
            or.or([or('due.leased_until', 'is', null), or('due.leased_until', '<=', now)]),
          )
          .where(sql<boolean>`NOT (due.channel_id = ANY (${[...except]}::uuid[]))`)
          .where((eb) =>
            eb.not(
              eb.exists(
                eb
                  .selectFrom('alert_absent_owners as absent')
                  .select('absent.user_id')
                  .whereRef('absent.user_id', '=', 'due.user_id'),
              ),
            ),
          )
          .orderBy('due.next_at')
          .orderBy('due.id')
          .limit(most)
          .forUpdate()
          .skipLocked(),
      )
      .returningAll()
      .execute();
    return rows.sort((a, b) => +a.created_at - +b.created_at || (a.id < b.id ? -1 : 1));
  }

  /** Claims them for another 60 s. @returns those that nobody else has claimed meanwhile */
  async renew(ids: readonly string[]): Promise<string[]> {
    const rows = await this.#held(this.#db, ids).set(this.#lease()).returning('id').execute();
    return rows.map(({ id }) => id);
  }

  /** Gives them back as they were: another process may claim them at once. */
  async release(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#held(this.#db, ids).set(UNLEASED).execute();
  }

  /** Gives them back for later; that is no attempt. @param until epoch ms @param why for the log */
  async postpone(ids: readonly string[], until: number, why: string): Promise<void> {
    const values = { ...UNLEASED, next_at: new Date(until), answer: why };
    await this.#held(this.#db, ids).set(values).execute();
  }

  /**
   * Writes an attempt and what follows from it, in one transaction.
   * @returns ids of those written: the others have been claimed by somebody else, ended or deleted meanwhile
   */
  record(ended: readonly Ended[]): Promise<string[]> {
    return this.#db.transaction().execute(async (trx) => {
      const written: string[] = [];
      // In one order everywhere, so that no two wait for one another.
      for (const one of ended.toSorted((a, b) => (a.delivery_id < b.delivery_id ? -1 : 1))) {
        if (await this.#recordOne(trx, one)) written.push(one.delivery_id);
      }
      return written;
    });
  }

  /** Gives up what waits for a channel. @param why for the log */
  async bury(channelId: string, why: string): Promise<void> {
    await this.#db
      .updateTable('alert_deliveries')
      .set({ ...UNLEASED, state: 'dead', ended_at: new Date(this.#clock.now()), answer: why })
      .where('channel_id', '=', channelId)
      .where('state', '=', 'waiting')
      .execute();
  }

  async #recordOne(trx: Transaction<AlertTables>, one: Ended): Promise<boolean> {
    const { delivery_id: id, ok, answer, nextAt } = one;
    const at = new Date(this.#clock.now());
    const waits = !ok && nextAt !== null;
    const row = await this.#held(trx, [id])
      .set((eb) => ({
        ...UNLEASED,
        ...{ attempts: eb('attempts', '+', 1), answer },
        state: ok ? 'sent' : waits ? 'waiting' : 'dead',
        ...(waits ? { next_at: new Date(nextAt) } : { ended_at: at }),
      }))
      .returning('id')
      .executeTakeFirst();
    if (!row) return false;
    const attempt = { id: randomUUID(), delivery_id: id, at, ok, answer };
    await trx.insertInto('alert_attempts').values(attempt).execute();
    return true;
  }

  #lease() {
    const until = new Date(this.#clock.now() + LEASE_MS);
    return { leased_by: this.#owner, leased_until: until };
  }

  /** Those that wait and that this process was the last to claim. */
  #held(db: Kysely<AlertTables>, ids: readonly string[]) {
    return db
      .updateTable('alert_deliveries')
      .where('id', 'in', [...ids])
      .where('state', '=', 'waiting')
      .where('leased_by', '=', this.#owner);
  }
}

const UNLEASED = { leased_by: null, leased_until: null } as const;
