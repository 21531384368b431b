import type { Topic } from '@tidemark/contracts/topics';
import type { BusLogger, SubscribeOptions } from '../event-bus.ts';
import type { DeadLetter } from '../dead-letter.ts';
import { GroupMember } from '../group-member.ts';
import { validatorOf } from '../message-codec.ts';
import type { Cluster } from './cluster.ts';
import { DeadLetters } from './dead-letters.ts';
import { Fetcher } from './fetcher.ts';

const DEFAULT_MAX_BATCH = 500;
/** Messages of a partition that may wait, in batches of the largest size. */
const BATCHES_AHEAD = 4;

/** What a subscription of either kind needs. */
export interface ReaderOptions {
  cluster: Cluster;
  topic: Topic;
  /** The topic as the broker knows it. */
  name: string;
  logger: BusLogger;
  subscriber: SubscribeOptions<unknown>;
  /** Stores a dead letter. */
  bury(letter: DeadLetter): Promise<void>;
}

/** Where the group's, or the broadcast's, positions are kept. */
export interface PositionKeeper {
  committed(partition: number): number;
  /** What is before `offset` is done. */
  commit(partition: number, offset: number): void;
  /** The partition is read, and was done up to `offset`. */
  take(partition: number, offset: number): void;
}

/** Fetches partitions and hands their messages to the subscriber, batch by batch. */
export class Reader {
  readonly member: GroupMember;
  readonly letters: DeadLetters;
  readonly #options: ReaderOptions;
  readonly #keeper: PositionKeeper;
  readonly #fetcher: Fetcher;
  #turn: Promise<void> = Promise.resolve();

  constructor(options: ReaderOptions, keeper: PositionKeeper) {
    this.#options = options;
    this.#keeper = keeper;
    this.letters = new DeadLetters({
      send: (letter) => options.bury(letter),
      logger: options.logger,
    });
    this.#fetcher = this.#newFetcher();
    this.member = this.#newMember();
  }

  /** Takes partitions, to be read from those offsets on, once the subscriber knows. */
  take(offsets: ReadonlyMap<number, number>): Promise<void> {
    return this.#atRest(async () => {
      for (const [partition, offset] of offsets) {
        this.#keeper.take(partition, offset);
        this.#fetcher.add(partition, offset);
      }
      await this.member.assign([...offsets.keys()]);
      this.#fetcher.pump();
    });
  }

  /** Hands partitions back: the subscriber commits what it has done. */
  release(partitions: readonly number[]): Promise<void> {
    return this.#atRest(async () => {
      await this.member.revoke(partitions);
      for (const partition of partitions) this.#fetcher.remove(partition);
    });
  }

  /** After the last partition was released. */
  async close(): Promise<void> {
    await this.member.hold();
    await this.#fetcher.close();
    await this.letters.stored();
  }

  /** One after the other, while no batch is in hand. */
  #atRest(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      await this.member.hold();
      await work();
      this.member.resume();
    });
    return this.#turn;
  }

  #moveTo(partition: number, offset: number): Promise<void> {
    return this.#atRest(async () => {
      const from = this.member.position(partition);
      if (from === undefined) return;
      const fields = { topic: this.#options.name, partition, from, to: offset };
      this.#options.logger.error(
        fields,
        'the broker has no message where reading was; it goes on with the oldest',
      );
      this.#keeper.take(partition, offset);
      this.#fetcher.add(partition, offset);
      this.member.moveTo(partition, offset);
    });
  }

  #advanced(): void {
    for (const partition of this.member.partitions) {
      this.#fetcher.logs[partition]?.trim(this.member.position(partition) ?? 0);
    }
    this.#fetcher.pump();
  }

  #newFetcher(): Fetcher {
    const { cluster, name, subscriber } = this.#options;
    return new Fetcher({
      cluster,
      topic: name,
      maxBuffered: (subscriber.maxBatch ?? DEFAULT_MAX_BATCH) * BATCHES_AHEAD,
      position: (partition) => this.member.position(partition),
      onFetched: () => this.member.wake(),
      onMissing: (partition, offset) => this.#moveTo(partition, offset),
    });
  }

  #newMember(): GroupMember {
    const { cluster, topic, logger, subscriber } = this.#options;
    const source = {
      topic: topic.name,
      logs: this.#fetcher.logs,
      validator: validatorOf(topic.schema),
      clock: cluster.clock,
      logger,
      committed: (partition: number) => this.#keeper.committed(partition),
      commit: (_member: GroupMember, partition: number, offset: number) =>
        this.#keeper.commit(partition, offset),
      advanced: () => this.#advanced(),
      refused: (partition: number, offset: number, reason: string) =>
        this.#bury(partition, offset, reason),
    };
    return new GroupMember(source, subscriber);
  }

  #bury(partition: number, offset: number, reason: string): void {
    const log = this.#fetcher.logs[partition];
    if (!log) return;
    const key = log.key(offset);
    const value = log.json(offset);
    this.letters.add({ topic: this.#options.topic.name, partition, offset, key, value, reason });
  }
}
