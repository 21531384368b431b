import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Kysely } from 'kysely';
import type { ChannelStore } from '../channels/channel-store.ts';
import type { OpenChannel } from '../channels/channel.ts';
import { nextAttempt } from '../delivery/backoff-plan.ts';
import type { Message } from '../delivery/message.ts';
import type { Outcome } from '../delivery/outcome.ts';
import type { AlertTables } from '../tables.ts';
import type { DeliveryRow, DeliveryStore, Ended } from './delivery-store.ts';
import { digestOf } from './digest-of.ts';
import { messageOf, testMessage, type MessagePlace } from './message-of.ts';
import type { Sending } from './sending.ts';
import { readToldFirings } from './told-firings.ts';

/** As many or more that are due for a channel at once become one message. */
const DIGEST_FROM = 3;
/** After a message, for how long the channel is sent nothing, ms. */
const REST_MS = 5_000;
/** The longest rest that the other side may ask for, ms; what has failed waits for as long as it says. */
const LONGEST_REST_MS = 3_600_000;
/** When a result that could not be written is written again, ms. */
const WRITE_AGAIN_MS = 1_000;

export interface DeliveryParts {
  db: Kysely<AlertTables>;
  clock: Clock;
  logger: Logger;
  store: DeliveryStore;
  channels: ChannelStore;
  sending: Sending;
  place: MessagePlace;
  /** Uniform in [0, 1). */
  random: () => number;
}

/** Sends one message to a channel, of the deliveries that this process has claimed for it, and writes down how that went. */
export class ChannelDelivery {
  readonly #parts: DeliveryParts;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /**
   * What is not part of the message is given back. Where the signal is aborted before the other side has answered, all are.
   * @param due in the order in which they are told
   * @returns for how long the channel rests, ms
   */
  async deliver(
    channelId: string,
    due: readonly DeliveryRow[],
    signal: AbortSignal,
  ): Promise<number> {
    const { channels, store } = this.#parts;
    const row = await channels.find(channelId);
    // Deleted, and what waited for it too.
    if (!row) return 0;
    const channel = channels.open(row);
    if (!channel || channel.gone) {
      await store.bury(channelId, channel ? 'the channel is gone' : 'the channel is not readable');
      return 0;
    }
    const batch = batchOf(due);
    await store.release(idsOf(due.filter((one) => !batch.includes(one))));
    const ours = new Set(await store.renew(idsOf(batch)));
    const held = batch.filter(({ id }) => ours.has(id));
    const message = await this.#messageOf(held, channel);
    return message ? this.#send(channel, held, message, signal) : 0;
  }

  /** Null: nothing of it is there any more. */
  async #messageOf(held: readonly DeliveryRow[], channel: OpenChannel): Promise<Message | null> {
    const { db, place } = this.#parts;
    const [first] = held;
    if (!first) return null;
    if (first.firing_id === null) {
      return testMessage(first.id, channel.name, first.created_at, place);
    }
    const ids = held.flatMap(({ firing_id }) => firing_id ?? []);
    const firings = await readToldFirings(db, ids);
    const [one] = firings;
    if (!one) return null;
    return firings.length === 1 ? messageOf(one, place) : digestOf(firings, place);
  }

  async #send(
    channel: OpenChannel,
    held: readonly DeliveryRow[],
    message: Message,
    signal: AbortSignal,
  ): Promise<number> {
    const { sending, store, clock, random } = this.#parts;
    const ids = idsOf(held);
    const outcome = await sending.send(channel, message, signal);
    if ('until' in outcome) {
      await store.postpone(ids, outcome.until, outcome.why);
      return 0;
    }
    if (!outcome.ok && signal.aborted) {
      await store.release(ids);
      return 0;
    }
    await this.#write(channel, endings(held, outcome, clock.now(), random), outcome, signal);
    return Math.min(Math.max(REST_MS, outcome.retryAfterMs ?? 0), LONGEST_REST_MS);
  }

  /** Goes on until it is written: what this process has sent, it does not send again. */
  async #write(
    { channel_id }: OpenChannel,
    ended: readonly Ended[],
    outcome: Outcome,
    signal: AbortSignal,
  ): Promise<void> {
    const { store, channels, logger, clock } = this.#parts;
    for (;;) {
      try {
        const written = await store.record(ended);
        if (written.length < ended.length) {
          logger.warn({ channel_id }, 'what was sent was claimed, ended or deleted meanwhile');
        }
        if (outcome.gone !== true) return;
        await channels.setGone(channel_id, true);
        await store.bury(channel_id, 'the channel is gone');
        return;
      } catch (error) {
        logger.warn({ err: error, channel_id }, 'how sending went is not written yet');
        await clock.sleep(WRITE_AGAIN_MS, signal);
      }
    }
  }
}

/** What goes out in one message: a test by itself, three or more together, else the first. */
function batchOf(due: readonly DeliveryRow[]): readonly DeliveryRow[] {
  const test = due.find(({ firing_id }) => firing_id === null);
  if (test) return [test];
  return due.length >= DIGEST_FROM ? due : due.slice(0, 1);
}

/** Those that have failed as often wait equally long, so that they go out together again. */
function endings(
  held: readonly DeliveryRow[],
  { ok, answer, retryAfterMs, permanent, gone }: Outcome,
  now: number,
  random: () => number,
): Ended[] {
  const drawn = random();
  return held.map(({ id, firing_id, attempts }) => {
    const isLast = ok || permanent || gone === true || firing_id === null;
    const wait = isLast ? null : nextAttempt(attempts + 1, retryAfterMs, () => drawn);
    return { delivery_id: id, ok, answer, nextAt: wait === null ? null : now + wait };
  });
}

function idsOf(rows: readonly DeliveryRow[]): string[] {
  return rows.map(({ id }) => id);
}
