import { randomUUID } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { AlertRow, StateRow } from '../alerts/alert.ts';
import type { AlertTables } from '../tables.ts';
import type { NewState, Outcome } from './outcome.ts';
import { slicesOf } from './slices.ts';
import { writeFirings, type Fired } from './write-firings.ts';

type Trx = Transaction<AlertTables>;

/** Another replica owns a coin: what was worked out here is not true any more. */
export class FencedError extends Error {
  readonly coinId: string;

  constructor(coinId: string) {
    super(`${coinId} is another replica's`);
    this.coinId = coinId;
  }
}

/** What is stored of coins and their alerts. */
export class OutcomeStore {
  readonly #db: Kysely<AlertTables>;

  constructor(db: Kysely<AlertTables>) {
    this.#db = db;
  }

  /** Makes this replica the owner of a coin: what an earlier one writes is refused from now on. */
  async claim(coinId: string): Promise<{ epoch: number; seenAt: number | null }> {
    const { epoch, seen_at } = await this.#db
      .insertInto('alert_coins')
      .values({ coin_id: coinId, epoch: 1, seen_at: null })
      .onConflict((conflict) =>
        conflict.column('coin_id').doUpdateSet({ epoch: sql<number>`alert_coins.epoch + 1` }),
      )
      .returning(['epoch', 'seen_at'])
      .executeTakeFirstOrThrow();
    return { epoch: Number(epoch), seenAt: seen_at?.getTime() ?? null };
  }

  /** States of a coin's alerts, by alert. */
  async states(coinId: string): Promise<Map<string, StateRow>> {
    const rows = await this.#db
      .selectFrom('alert_states')
      .selectAll()
      .where('coin_id', '=', coinId)
      .execute();
    return new Map(rows.map((row) => [row.alert_id, row]));
  }

  /**
   * Stores what prices came to, all of it or nothing. Alerts that are another thing by now, or no more, are left out.
   * @param toldAt epoch ms
   * @returns whether anything fired
   * @throws FencedError where another replica owns one of the coins
   */
  write(outcomes: readonly Outcome[], toldAt: number): Promise<boolean> {
    return this.#db.transaction().execute(async (trx) => {
      for (const outcome of outcomes) await fence(trx, outcome);
      const ids = outcomes.flatMap(({ states }) => states.map(({ alertId }) => alertId));
      const alerts = await hold(trx, ids);
      const fired: Fired[] = [];
      for (const outcome of outcomes) {
        await writeLookbacks(trx, outcome);
        const valid = outcome.states.filter(
          ({ alertId, generation }) => alerts.get(alertId)?.generation === generation,
        );
        await writeStates(trx, outcome.coinId, valid);
        for (const state of valid) {
          const alert = alerts.get(state.alertId);
          if (alert && state.firing) fired.push({ alert, coinId: outcome.coinId, state });
        }
      }
      await writeFirings(trx, fired, toldAt);
      return fired.length > 0;
    });
  }

  /** Times that are to be looked at again, of these coins. */
  lookbacks(coinIds: readonly string[]) {
    return this.#db
      .selectFrom('alert_lookbacks')
      .selectAll()
      .where(sql<boolean>`coin_id = any(${coinIds}::text[])`)
      .orderBy('from_at')
      .execute();
  }
}

async function fence(trx: Trx, { coinId, epoch, seenAt }: Outcome): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('alert_coins')
    .set(seenAt === null ? { epoch } : { seen_at: new Date(seenAt) })
    .where('coin_id', '=', coinId)
    .where('epoch', '=', String(epoch))
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new FencedError(coinId);
}

/** Alerts as they are, which stay so until the end of the transaction. */
async function hold(trx: Trx, ids: readonly string[]): Promise<Map<string, AlertRow>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('alerts')
    .selectAll()
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::uuid[])`)
    .orderBy('id')
    .forShare()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The times that are to be looked at again, without the one that has been. */
async function writeLookbacks(trx: Trx, { coinId, blanks, lookbackId }: Outcome): Promise<void> {
  if (lookbackId !== undefined) {
    await trx.deleteFrom('alert_lookbacks').where('id', '=', lookbackId).execute();
  }
  for (const { from, to, states } of blanks) {
    await trx
      .insertInto('alert_lookbacks')
      .values({
        ...{ id: randomUUID(), coin_id: coinId, states: JSON.stringify(states) },
        ...{ from_at: new Date(from), to_at: new Date(to) },
      })
      .execute();
  }
}

async function writeStates(trx: Trx, coinId: string, states: readonly NewState[]): Promise<void> {
  // Of several states of an alert the last one counts.
  const last = new Map(states.map((state) => [state.alertId, state]));
  if (last.size === 0) return;
  const rows = [...last.values()].map(({ alertId, generation, state }) => ({
    ...{ alert_id: alertId, coin_id: coinId, generation, phase: state.phase, fired: state.fired },
    held_since: state.heldSince === null ? null : new Date(state.heldSince),
    fired_at: state.firedAt === null ? null : new Date(state.firedAt),
  }));
  for (const slice of slicesOf(rows)) {
    await trx
      .insertInto('alert_states')
      .values(slice)
      .onConflict((conflict) =>
        conflict.columns(['alert_id', 'coin_id']).doUpdateSet((eb) => ({
          generation: eb.ref('excluded.generation'),
          phase: eb.ref('excluded.phase'),
          held_since: eb.ref('excluded.held_since'),
          fired_at: eb.ref('excluded.fired_at'),
          fired: eb.ref('excluded.fired'),
        })),
      )
      .execute();
  }
}
