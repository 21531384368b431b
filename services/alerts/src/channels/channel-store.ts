import { randomUUID } from 'node:crypto';
import type { Clock } from '@tidemark/clock/clock';
import {
  MAX_ALERT_CHANNELS,
  type AlertChannelRequest,
  type AlertChannelSettings,
} from '@tidemark/contracts/alert-channel';
import { TidemarkError } from '@tidemark/contracts/errors';
import { seal, unseal } from '@tidemark/service/sealed';
import { sql, type Kysely } from 'kysely';
import { webhookSecret } from '../delivery/webhook-signature.ts';
import type { AlertTables } from '../tables.ts';
import { channelName, checkAddress, noSuchChannel } from './channel.ts';
import type { ChannelRow, OpenChannel } from './channel.ts';

/** Channels of accounts. Settings and secret are encrypted for the channel's id: moved to another they do not open. */
export class ChannelStore {
  readonly #db: Kysely<AlertTables>;
  readonly #clock: Clock;
  readonly #key: Buffer;

  /** @param parts.key 32 bytes to encrypt with */
  constructor(parts: { db: Kysely<AlertTables>; clock: Clock; key: Buffer }) {
    this.#db = parts.db;
    this.#clock = parts.clock;
    this.#key = parts.key;
  }

  /** @throws TidemarkError INVALID_REQUEST for a name or an address that is none; CONFLICT past 20 channels */
  async make(userId: string, asked: AlertChannelRequest): Promise<ChannelRow> {
    checkAddress(asked);
    const id = randomUUID();
    const { kind, settings } = asked;
    const secret = kind === 'webhook' ? webhookSecret() : null;
    const row: ChannelRow = {
      ...{ id, user_id: userId, kind, name: channelName(asked.name) },
      sealed: seal(this.#key, JSON.stringify({ settings, secret }), id),
      ...{ created_at: new Date(this.#clock.now()), gone_at: null },
    };
    await this.#db.transaction().execute(async (trx) => {
      const lock = `alert channels of ${userId}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(trx);
      const { count } = await trx
        .selectFrom('alert_channels')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow();
      if (count >= MAX_ALERT_CHANNELS) throw tooMany();
      await trx.insertInto('alert_channels').values(row).execute();
    });
    return row;
  }

  /** Oldest first. */
  list(userId: string): Promise<ChannelRow[]> {
    return this.#db
      .selectFrom('alert_channels')
      .selectAll()
      .where('user_id', '=', userId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
  }

  /** @throws TidemarkError RESOURCE_NOT_FOUND also for another's; INVALID_REQUEST for a blank name */
  async rename(userId: string, id: string, name: string): Promise<ChannelRow> {
    const row = await this.#db
      .updateTable('alert_channels')
      .set({ name: channelName(name) })
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .returningAll()
      .executeTakeFirst();
    if (!row) throw noSuchChannel();
    return row;
  }

  /** For good, with what waits for it and its log. @throws TidemarkError RESOURCE_NOT_FOUND also for another's */
  async remove(userId: string, id: string): Promise<void> {
    const row = await this.#db
      .deleteFrom('alert_channels')
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .returning('id')
      .executeTakeFirst();
    if (!row) throw noSuchChannel();
  }

  async find(id: string): Promise<ChannelRow | undefined> {
    return this.#db
      .selectFrom('alert_channels')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
  }

  /** Null: it was encrypted with another key, and is not readable. */
  open(row: ChannelRow): OpenChannel | null {
    try {
      const { settings, secret } = JSON.parse(unseal(this.#key, row.sealed, row.id)) as {
        settings: AlertChannelSettings['settings'];
        secret: string | null;
      };
      const { id, user_id, name, kind } = row;
      const gone = row.gone_at !== null;
      return { channel_id: id, user_id, name, kind, settings, secret, gone } as OpenChannel;
    } catch {
      return null;
    }
  }

  /** Whether the other side is no more. */
  async setGone(id: string, isGone: boolean): Promise<void> {
    await this.#db
      .updateTable('alert_channels')
      .set({ gone_at: isGone ? new Date(this.#clock.now()) : null })
      .where('id', '=', id)
      .where('gone_at', isGone ? 'is' : 'is not', null)
      .execute();
  }
}

function tooMany(): TidemarkError {
  const message = `An account has at most ${MAX_ALERT_CHANNELS} channels; delete one first.`;
  return new TidemarkError('CONFLICT', message);
}
