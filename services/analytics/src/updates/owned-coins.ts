import { CANDLES } from '@tidemark/contracts/topics';
import type { EventBus, Subscription } from '@tidemark/event-bus/event-bus';

/** Replicas share the coins: each coin's updates are told, and its daily metrics stored, by one of them. */
const GROUP = 'analytics';

/**
 * The coins that fall to this replica. The group's messages themselves are of no use here, since every replica follows
 * all candles; what counts is whose partition a coin is in.
 */
export class OwnedCoins {
  readonly #bus: EventBus;
  readonly #partitions = new Set<number>();
  readonly #onGained: () => void;
  #subscription: Subscription | undefined;

  /** `onGained` is called when coins came, after `owns` tells of them. */
  constructor(bus: EventBus, onGained: () => void) {
    this.#bus = bus;
    this.#onGained = onGained;
  }

  owns(coinId: string): boolean {
    return this.#partitions.has(this.#bus.partitionFor(CANDLES, coinId));
  }

  async start(): Promise<void> {
    this.#subscription = await this.#bus.subscribe(CANDLES, {
      group: GROUP,
      onBatch: () => undefined,
      onAssigned: async (partitions) => {
        for (const partition of partitions) this.#partitions.add(partition);
        this.#onGained();
      },
      onRevoked: async (partitions) => {
        for (const partition of partitions) this.#partitions.delete(partition);
      },
    });
  }

  async stop(): Promise<void> {
    await this.#subscription?.close();
    this.#partitions.clear();
  }
}
