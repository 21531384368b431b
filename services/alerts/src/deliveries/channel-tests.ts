import { randomUUID } from 'node:crypto';
import type { Clock } from '@tidemark/clock/clock';
import type { AlertChannelTest } from '@tidemark/contracts/alert-delivery';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Kysely, Transaction } from 'kysely';
import type { ChannelStore } from '../channels/channel-store.ts';
import { noSuchChannel, type ChannelRow } from '../channels/channel.ts';
import { failed, type Outcome } from '../delivery/outcome.ts';
import type { AlertTables } from '../tables.ts';
import { LEASE_MS, type DeliveryStore } from './delivery-store.ts';
import { testMessage, type MessagePlace } from './message-of.ts';
import type { Sending } from './sending.ts';

/** Between two tests of a channel, ms. */
const BETWEEN_MS = 5_000;
/** How long the log has tests, ms. */
const KEPT_MS = 30 * 86_400_000;

/** A test came too soon after another. */
export class TestedJustNow extends TidemarkError {
  /** Whole seconds, at least 1. */
  readonly retryAfterS: number;

  constructor(waitMs: number) {
    super('RATE_LIMITED', 'This channel was tested just now. Wait a moment, then try again.');
    this.retryAfterS = Math.max(1, Math.ceil(waitMs / 1000));
  }
}

interface Parts {
  db: Kysely<AlertTables>;
  clock: Clock;
  store: DeliveryStore;
  channels: ChannelStore;
  sending: Sending;
  place: MessagePlace;
  /** The name of this process, as the store has it. */
  owner: string;
}

/** Sends a message to a channel at once, to see whether it comes; that is in the log and is not tried again. */
export class ChannelTests {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws TestedJustNow; TidemarkError RESOURCE_NOT_FOUND also for another's */
  async run(userId: string, channelId: string): Promise<AlertChannelTest> {
    const { db, clock, store, channels } = this.#parts;
    const id = randomUUID();
    const now = clock.now();
    const row = await db.transaction().execute((trx) => this.#claim(trx, userId, channelId, id));
    const { ok, answer, gone } = await this.#send(row, id, new Date(now));
    await store.record([{ delivery_id: id, ok, answer, nextAt: null }]);
    if (ok || gone === true) await channels.setGone(channelId, !ok);
    if (gone === true && !ok) await store.bury(channelId, 'the channel is gone');
    return { delivery_id: id, ok, answer };
  }

  /** The channel, with a delivery of it that this process has for itself. */
  async #claim(
    trx: Transaction<AlertTables>,
    userId: string,
    channelId: string,
    id: string,
  ): Promise<ChannelRow> {
    const now = this.#parts.clock.now();
    const row = await trx
      .selectFrom('alert_channels')
      .selectAll()
      .where('id', '=', channelId)
      .where('user_id', '=', userId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw noSuchChannel();
    const last = await trx
      .selectFrom('alert_deliveries')
      .select(({ fn }) => fn.max<Date | null>('created_at').as('at'))
      .where('channel_id', '=', channelId)
      .where('firing_id', 'is', null)
      .executeTakeFirstOrThrow();
    const waitMs = (last.at?.getTime() ?? -Infinity) + BETWEEN_MS - now;
    if (waitMs > 0) throw new TestedJustNow(waitMs);
    await trx
      .deleteFrom('alert_deliveries')
      .where('channel_id', '=', channelId)
      .where('firing_id', 'is', null)
      .where('created_at', '<', new Date(now - KEPT_MS))
      .execute();
    const at = new Date(now);
    const lease = { leased_by: this.#parts.owner, leased_until: new Date(now + LEASE_MS) };
    await trx
      .insertInto('alert_deliveries')
      .values({
        ...{ id, firing_id: null, channel_id: channelId, user_id: userId, state: 'waiting' },
        ...{ next_at: at, created_at: at, ...lease },
      })
      .execute();
    return row;
  }

  async #send(row: ChannelRow, id: string, at: Date): Promise<Outcome> {
    const { channels, sending, place } = this.#parts;
    const channel = channels.open(row);
    if (!channel) return failed('the channel is not readable: make it anew', { permanent: true });
    const message = testMessage(id, row.name, at, place);
    const outcome = await sending.send(channel, message, new AbortController().signal);
    return 'until' in outcome ? failed(outcome.why, { permanent: false }) : outcome;
  }
}
