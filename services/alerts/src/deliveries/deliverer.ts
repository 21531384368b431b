import { within } from '@tidemark/waiting/within';
import { ChannelDelivery, type DeliveryParts } from './channel-delivery.ts';
import { ChannelTurns } from './channel-turns.ts';
import type { DeliveryRow } from './delivery-store.ts';

const ROUND_MS = 1_000;
/** Claimed at once. */
const MOST = 200;
/** How long what is under way has when the process stops, ms, and then what was cut off, to be written down. */
const DRAIN_MS = 5_000;
const LAST_MS = 1_000;

/**
 * Sends what is due, looking every second and whenever it is woken. Any number of replicas share the work. A process that
 * dies after sending and before writing that down leaves it to be sent again, with the same id: receivers drop by it what
 * they have.
 */
export class Deliverer {
  readonly #parts: DeliveryParts;
  readonly #delivery: ChannelDelivery;
  readonly #turns: ChannelTurns;
  readonly #aborting = new AbortController();
  #cancel: () => void = () => undefined;
  #round: Promise<void> | null = null;
  #isWoken = false;
  #isStopping = false;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
    this.#delivery = new ChannelDelivery(parts);
    this.#turns = new ChannelTurns(parts.clock);
  }

  start(): void {
    this.#cancel = this.#parts.clock.every(ROUND_MS, () => this.wake());
  }

  /** Looks at once, or once more where it is looking: something new is due. */
  wake(): void {
    if (this.#isStopping) return;
    this.#isWoken = true;
    this.#round ??= this.#look().finally(() => (this.#round = null));
  }

  /** Begins nothing more, gives back what is not begun, and waits for what is; after 5 s that is cut off. */
  async stop(): Promise<void> {
    this.#cancel();
    this.#isStopping = true;
    const { clock, logger } = this.#parts;
    const settled = this.settled();
    if (await within(clock, DRAIN_MS, settled)) return;
    this.#aborting.abort();
    if (await within(clock, LAST_MS, settled)) return;
    logger.error({}, 'deliveries were under way at the stop; they are sent again');
  }

  /** Resolves once nothing is looked for or under way. */
  async settled(): Promise<void> {
    await this.#round;
    await this.#turns.idle();
  }

  /** Never throws: what could not be claimed is claimed the next time. */
  async #look(): Promise<void> {
    while (this.#isWoken && !this.#isStopping) {
      this.#isWoken = false;
      if (this.#turns.isFull) return;
      try {
        const rows = await this.#parts.store.claim(MOST, this.#turns.occupied());
        for (const [id, due] of Map.groupBy(rows, (row) => row.channel_id)) this.#begin(id, due);
      } catch (error) {
        this.#parts.logger.warn({ err: error }, 'nothing can be claimed; it is tried again');
      }
    }
  }

  #begin(channelId: string, due: readonly DeliveryRow[]): void {
    const userId = due[0]?.user_id ?? '';
    this.#turns.take(channelId, userId, () => this.#deliver(channelId, due));
  }

  /** Never throws: whose lease is not given back is claimed anew once it is over. */
  async #deliver(channelId: string, due: readonly DeliveryRow[]): Promise<number> {
    const { store, logger } = this.#parts;
    try {
      if (!this.#isStopping) {
        return await this.#delivery.deliver(channelId, due, this.#aborting.signal);
      }
      await store.release(due.map(({ id }) => id));
    } catch (error) {
      logger.warn({ err: error, channel_id: channelId }, 'a delivery was broken off');
    }
    return 0;
  }
}
