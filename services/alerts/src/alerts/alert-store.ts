import { randomUUID } from 'node:crypto';
import type { Clock } from '@tidemark/clock/clock';
import { MAX_ALERTS, type AlertChange, type AlertRequest } from '@tidemark/contracts/alert';
import { TidemarkError } from '@tidemark/contracts/errors';
import { changedMeanwhile, isWanted, type Wanted } from '@tidemark/service/if-match';
import { refusedFields } from '@tidemark/service/refused-fields';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { AlertTables } from '../tables.ts';
import { beginsAnew, columnsOf, requestOf } from './alert-form.ts';
import type { AlertRow, StateRow } from './alert.ts';

type Trx = Transaction<AlertTables>;

/** Alerts of accounts. */
export class AlertStore {
  readonly #db: Kysely<AlertTables>;
  readonly #clock: Clock;

  constructor(db: Kysely<AlertTables>, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /**
   * All of them or none.
   * @param placeOf where the one at an index stands in the request
   * @throws TidemarkError INVALID_REQUEST naming fields; CONFLICT past 1,000 alerts
   */
  create(
    userId: string,
    asked: readonly AlertRequest[],
    placeOf: (i: number) => string = () => 'body',
  ): Promise<AlertRow[]> {
    const at = new Date(this.#clock.now());
    return this.#db.transaction().execute(async (trx) => {
      await hold(trx, userId, asked.length);
      const rows: AlertRow[] = [];
      for (const [i, one] of asked.entries()) {
        const columns = columnsOf(one, at.getTime(), placeOf(i));
        await mustOwn(trx, userId, one.channels ?? []);
        const when = { created_at: at, since: at, changed_at: at };
        rows.push(
          await trx
            .insertInto('alerts')
            .values({ id: randomUUID(), user_id: userId, ...columns, ...when })
            .returningAll()
            .executeTakeFirstOrThrow(),
        );
      }
      return rows;
    });
  }

  /** The newest first. */
  list(userId: string): Promise<AlertRow[]> {
    return this.#db
      .selectFrom('alerts')
      .selectAll()
      .where('user_id', '=', userId)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
  }

  /** @throws TidemarkError RESOURCE_NOT_FOUND where it is another's, or there is none */
  async need(userId: string, id: string): Promise<AlertRow> {
    const row = await this.#db
      .selectFrom('alerts')
      .selectAll()
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    if (!row) throw noSuchAlert();
    return row;
  }

  /** @throws TidemarkError RESOURCE_NOT_FOUND, PRECONDITION_FAILED, INVALID_REQUEST */
  change(userId: string, id: string, wanted: Wanted, change: AlertChange): Promise<AlertRow> {
    const at = new Date(this.#clock.now());
    return this.#db.transaction().execute(async (trx) => {
      const before = await holdOne(trx, userId, id, wanted);
      // What is past already may stay: only what is said anew is looked at.
      const kept = requestOf(before);
      const asked = { ...kept, ...change };
      const now = change.expires_at === undefined ? -Infinity : at.getTime();
      const columns = columnsOf(asked, now);
      const added = (change.channels ?? []).filter((id) => !before.channels.includes(id));
      await mustOwn(trx, userId, added);
      const isAnew = beginsAnew(before, change);
      return trx
        .updateTable('alerts')
        .set((eb) => ({
          ...columns,
          version: eb('version', '+', 1),
          changed_at: at,
          ...(isAnew && { since: at, generation: eb('generation', '+', 1) }),
        }))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
    });
  }

  /** @throws TidemarkError RESOURCE_NOT_FOUND, PRECONDITION_FAILED */
  remove(userId: string, id: string, wanted: Wanted): Promise<void> {
    return this.#db.transaction().execute(async (trx) => {
      await holdOne(trx, userId, id, wanted);
      await trx.deleteFrom('alerts').where('id', '=', id).execute();
    });
  }

  /** How far alerts have come, by alert. Of generations that are over there is nothing. */
  async states(rows: readonly AlertRow[]): Promise<Map<string, StateRow[]>> {
    const byAlert = new Map<string, StateRow[]>();
    if (rows.length === 0) return byAlert;
    const generations = new Map(rows.map(({ id, generation }) => [id, generation]));
    const states = await this.#db
      .selectFrom('alert_states')
      .selectAll()
      .where(sql<boolean>`alert_id = any(${[...generations.keys()]}::uuid[])`)
      .execute();
    for (const state of states) {
      if (generations.get(state.alert_id) !== state.generation) continue;
      byAlert.set(state.alert_id, [...(byAlert.get(state.alert_id) ?? []), state]);
    }
    return byAlert;
  }
}

export function noSuchAlert(): TidemarkError {
  return new TidemarkError('RESOURCE_NOT_FOUND', 'No such alert.');
}

/** Locks the account's alerts, so that what is made at the same time is counted too. */
async function hold(trx: Trx, userId: string, more: number): Promise<void> {
  const lock = `alerts of ${userId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(trx);
  const { count } = await trx
    .selectFrom('alerts')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  if (Number(count) + more > MAX_ALERTS) {
    const message = `An account has at most ${MAX_ALERTS} alerts; delete some first.`;
    throw new TidemarkError('CONFLICT', message);
  }
}

async function holdOne(trx: Trx, userId: string, id: string, wanted: Wanted): Promise<AlertRow> {
  const row = await trx
    .selectFrom('alerts')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw noSuchAlert();
  if (!isWanted(wanted, row)) throw changedMeanwhile();
  return row;
}

/** @throws TidemarkError INVALID_REQUEST for a channel that is another's, or is none */
async function mustOwn(trx: Trx, userId: string, channels: readonly string[]): Promise<void> {
  if (channels.length === 0) return;
  const own = await trx
    .selectFrom('alert_channels')
    .select('id')
    .where('user_id', '=', userId)
    .execute();
  const known = new Set(own.map(({ id }) => id));
  const faults = channels.flatMap((id, i) =>
    known.has(id.toLowerCase())
      ? []
      : [{ field: `body.channels.${i}`, reason: 'is no channel of yours' }],
  );
  if (faults.length > 0) throw refusedFields(faults);
}
