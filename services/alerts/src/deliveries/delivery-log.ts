import type { AlertDelivery, DeliveryState } from '@tidemark/contracts/alert-delivery';
import type { Clock } from '@tidemark/clock/clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import { pageOf, readCursor, type Page } from '@tidemark/service/page-cursor';
import { sql, type Kysely } from 'kysely';
import Type from 'typebox';
import type { AlertTables, FiringBody } from '../tables.ts';

/** Which deliveries of an account. */
export interface DeliveryQuery {
  userId: string;
  state?: DeliveryState | undefined;
  channelId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Where a page ends: time of its last delivery, epoch ms, and its id. */
const PlaceSchema = Type.Tuple([
  Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000 }),
  Type.String({ pattern: '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
]);

/** What was sent, waits and was given up on, as its owner sees it. */
export class DeliveryLog {
  readonly #db: Kysely<AlertTables>;
  readonly #clock: Clock;

  constructor({ db, clock }: { db: Kysely<AlertTables>; clock: Clock }) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Newest first. @throws TidemarkError INVALID_REQUEST for a cursor that is none */
  async list({
    userId,
    state,
    channelId,
    limit,
    cursor,
  }: DeliveryQuery): Promise<Page<AlertDelivery>> {
    const place = cursor === undefined ? null : readCursor(cursor, PlaceSchema);
    let query = logRows(this.#db, userId)
      .orderBy('delivery.created_at', 'desc')
      .orderBy('delivery.id', 'desc')
      .limit(limit + 1);
    if (state !== undefined) query = query.where('delivery.state', '=', state);
    if (channelId !== undefined) query = query.where('delivery.channel_id', '=', channelId);
    if (place) {
      const [time, id] = place;
      query = query.where(
        sql<boolean>`(delivery.created_at, delivery.id) < (${new Date(time)}, ${id}::uuid)`,
      );
    }
    const rows = await query.execute();
    return pageOf(rows, limit, ({ created_at, id }) => [created_at.getTime(), id], viewOf);
  }

  /**
   * Has one that was given up on sent again, as if it had not been tried. What its log says stays.
   * @throws TidemarkError RESOURCE_NOT_FOUND; CONFLICT where it was not given up on, was a test, or its channel is gone
   */
  async again(userId: string, id: string): Promise<AlertDelivery> {
    const found = await logRows(this.#db, userId).where('delivery.id', '=', id).executeTakeFirst();
    if (!found) throw new TidemarkError('RESOURCE_NOT_FOUND', 'No such delivery.');
    if (found.firing_id === null) throw conflict('A test is not sent again: make a new one.');
    if (found.gone_at !== null) throw conflict('Its channel is gone: test it, or make a new one.');
    const now = new Date(this.#clock.now());
    const changed = await this.#db
      .updateTable('alert_deliveries')
      .set({ state: 'waiting', attempts: 0, next_at: now, ended_at: null })
      .where('id', '=', id)
      .where('state', '=', 'dead')
      .returning('id')
      .executeTakeFirst();
    if (!changed) throw conflict('It was not given up on.');
    return viewOf(
      await logRows(this.#db, userId).where('delivery.id', '=', id).executeTakeFirstOrThrow(),
    );
  }
}

/** Attempts of a delivery, oldest first, as JSON. */
const attempts = sql<AlertDelivery['attempts']>`(
  SELECT coalesce(
    json_agg(
      json_build_object(
        'at', floor(extract(epoch FROM attempt.at) * 1000)::bigint,
        'ok', attempt.ok,
        'answer', attempt.answer
      ) ORDER BY attempt.at, attempt.id
    ), '[]'::json)
  FROM alert_attempts attempt WHERE attempt.delivery_id = delivery.id
)`;

function logRows(db: Kysely<AlertTables>, userId: string) {
  return db
    .selectFrom('alert_deliveries as delivery')
    .innerJoin('alert_channels as channel', 'channel.id', 'delivery.channel_id')
    .leftJoin('alert_firings as firing', 'firing.id', 'delivery.firing_id')
    .selectAll('delivery')
    .select(['channel.name as channel', 'channel.gone_at', 'firing.coin_id', 'firing.body'])
    .select(attempts.as('log'))
    .where('delivery.user_id', '=', userId);
}

type LogRow = Awaited<ReturnType<ReturnType<typeof logRows>['execute']>>[number];

function viewOf(row: LogRow): AlertDelivery {
  const body: FiringBody | null = row.body;
  return {
    ...{ delivery_id: row.id, firing_id: row.firing_id, channel_id: row.channel_id },
    ...{ channel: row.channel, alert: body?.name ?? null, coin_id: row.coin_id },
    ...{ state: row.state, answer: row.answer },
    created_at: row.created_at.getTime(),
    next_at: row.state === 'waiting' ? row.next_at.getTime() : null,
    ended_at: row.ended_at?.getTime() ?? null,
    attempts: row.log,
  };
}

function conflict(message: string): TidemarkError {
  return new TidemarkError('CONFLICT', message);
}
