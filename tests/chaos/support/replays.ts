import { setTimeout as sleep } from 'node:timers/promises';
import { Admin } from '@platformatic/kafka';
import { TRADES } from '@tidemark/contracts/topics';
import { until } from '@tidemark/testkit/until';
import type { StoreReader } from './store-reader.ts';

const LOOK_EVERY_MS = 500;
const TOPIC = `simulated.${TRADES.name}`;
const GROUP = `simulated.market-data.${TRADES.name}`;
/** Kafka's way to ask for the end of a partition. */
const LATEST = -1n;

/** Whether a promise was kept. */
const SAID = [() => true, () => false] as const;

/** One partition of `trades`: what is committed, where it ends, and how often it was claimed. */
interface Place {
  committed: number;
  end: number;
  epoch: number;
}

/**
 * Counts the messages of `trades` that are delivered a second time. A replica that takes a partition over claims it in
 * the database and goes on from the commit: what lies between the commit and the end of the partition comes again. The
 * end is that of the fault's beginning where the owner died of it, else that of the last look before the claim.
 */
export class Replays {
  readonly #admin: Admin;
  readonly #store: StoreReader;
  readonly #ownerDies: boolean;
  readonly #watching: Promise<void>;
  #first: ReadonlyMap<number, Place> = new Map();
  #last: ReadonlyMap<number, Place> = new Map();
  #count = 0;
  #stopped = false;

  /** @param ownerDies whether the owner of a partition stops reading it at the fault */
  constructor(brokers: string, store: StoreReader, ownerDies: boolean) {
    this.#admin = new Admin({
      clientId: 'chaos',
      bootstrapBrokers: brokers.split(','),
      retries: 0,
      timeout: 2_000,
    });
    this.#store = store;
    this.#ownerDies = ownerDies;
    this.#watching = this.#watch();
  }

  /** Notes where the partitions end now, just before the fault. */
  async mark(): Promise<void> {
    await until('the commits of market-data', () => this.#look().then(...SAID), 30_000);
    this.#first = this.#last;
  }

  /** Ends the watch; messages delivered again since it began. */
  async stop(): Promise<number> {
    if (this.#stopped) return this.#count;
    this.#stopped = true;
    await this.#watching;
    await this.#look().catch(() => undefined);
    await this.#admin.close();
    return this.#count;
  }

  async #watch(): Promise<void> {
    while (!this.#stopped) {
      await this.#look().catch(() => undefined);
      await sleep(LOOK_EVERY_MS);
    }
  }

  async #look(): Promise<void> {
    const [epochs, committed, ends] = await Promise.all([
      this.#store.epochs(),
      this.#committed(),
      this.#ends(),
    ]);
    const places = new Map<number, Place>();
    for (const [partition, epoch] of epochs) {
      const end = ends.get(partition) ?? 0;
      // Nothing is committed of a partition without a message.
      places.set(partition, { epoch, end, committed: committed.get(partition) ?? end });
    }
    for (const [partition, { epoch }] of places) this.#compare(partition, epoch);
    this.#last = places;
  }

  #compare(partition: number, epoch: number): void {
    const before = this.#last.get(partition);
    if (!before || epoch <= before.epoch) return;
    const read = (this.#ownerDies ? this.#first.get(partition) : before)?.end ?? before.end;
    this.#count += Math.max(0, read - before.committed);
  }

  async #committed(): Promise<Map<number, number>> {
    const [group] = await this.#admin.listConsumerGroupOffsets({ groups: [GROUP] });
    const topic = group?.topics.find(({ name }) => name === TOPIC);
    if (!topic) throw new Error(`the group ${GROUP} has committed nothing`);
    const known = topic.partitions.filter(({ committedOffset }) => committedOffset >= 0n);
    return new Map(
      known.map(({ partitionIndex, committedOffset }) => [partitionIndex, Number(committedOffset)]),
    );
  }

  async #ends(): Promise<Map<number, number>> {
    const partitions = Array.from({ length: TRADES.partitions }, (_, partitionIndex) => ({
      partitionIndex,
      timestamp: LATEST,
    }));
    const [topic] = await this.#admin.listOffsets({ topics: [{ name: TOPIC, partitions }] });
    return new Map(topic?.partitions.map((p) => [p.partitionIndex, Number(p.offset)]));
  }
}
