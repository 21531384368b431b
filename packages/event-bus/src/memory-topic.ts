import type { BusLogger } from './event-bus.ts';
import { ConsumerGroup } from './consumer-group.ts';
import { partitionOf } from './murmur2.ts';
import { PartitionLog } from './partition-log.ts';

/** Keys whose partition is remembered; a topic's keys are few. */
const MAX_KNOWN_KEYS = 10_000;
/** How many times `maxBuffered` may be delivered and still not committed. */
const UNCOMMITTED_FACTOR = 10;

export interface EncodedMessage {
  key: string;
  json: string;
}

interface Waiting {
  messages: readonly EncodedMessage[];
  resolve: () => void;
}

const DONE = Promise.resolve();

/**
 * One topic in memory. A message is kept until every group has committed it. Publishers wait while a reader that is
 * there has `maxBuffered` messages of a partition still to read, or ten times that read and not committed.
 * For a group that nobody is in, the oldest beyond `maxBuffered` are dropped instead, as a broker's retention would.
 */
export class MemoryTopic {
  readonly name: string;
  readonly logs: readonly PartitionLog[];
  readonly groups = new Map<string, ConsumerGroup>();
  /** Messages that a reader lost because it did not come for them. */
  dropped = 0;
  readonly #maxBuffered: number;
  readonly #logger: BusLogger;
  readonly #knownKeys = new Map<string, number>();
  readonly #waiting: Waiting[] = [];

  constructor(name: string, partitions: number, maxBuffered: number, logger: BusLogger) {
    this.name = name;
    this.logs = Array.from({ length: partitions }, () => new PartitionLog());
    this.#maxBuffered = maxBuffered;
    this.#logger = logger;
  }

  /** Messages that some group has not committed. */
  kept(): number {
    return this.logs.reduce((sum, log) => sum + log.end - log.start, 0);
  }

  /** Publishers wait for room. */
  hasWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  partitionFor(key: string): number {
    let partition = this.#knownKeys.get(key);
    if (partition === undefined) {
      partition = partitionOf(key, this.logs.length);
      if (this.#knownKeys.size >= MAX_KNOWN_KEYS) this.#knownKeys.clear();
      this.#knownKeys.set(key, partition);
    }
    return partition;
  }

  /** Appends the messages, now or when there is room; publishers keep their order. */
  publish(messages: readonly EncodedMessage[]): Promise<void> {
    if (!this.hasWaiting() && this.hasRoomFor(messages)) {
      this.append(messages);
      return DONE;
    }
    return new Promise((resolve) => this.#waiting.push({ messages, resolve }));
  }

  hasRoomFor(messages: readonly EncodedMessage[]): boolean {
    return messages.every(({ key }) => !this.#isFull(this.partitionFor(key)));
  }

  append(messages: readonly EncodedMessage[]): void {
    const kept = this.groups.size > 0;
    for (const { key, json } of messages) {
      const log = this.#log(this.partitionFor(key));
      if (kept) log.append(key, json);
      else log.skip();
    }
    for (const group of this.groups.values()) group.wake();
  }

  /** Lets publishers on that wait for room. */
  release(): void {
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      if (!this.hasRoomFor(next.messages)) return;
      this.#waiting.shift();
      this.append(next.messages);
      next.resolve();
    }
  }

  /** The group of that name; a new one reads what is published from now on. */
  group(name: string, broadcast: boolean): ConsumerGroup {
    let group = this.groups.get(name);
    if (!group) {
      const onCommit = (partition: number): void => this.#trim(partition);
      group = new ConsumerGroup({ name, broadcast, logs: this.logs, onCommit });
      this.groups.set(name, group);
    }
    return group;
  }

  remove(group: ConsumerGroup): void {
    this.groups.delete(group.name);
    this.logs.forEach((_, partition) => this.#trim(partition));
    this.release();
  }

  /** Names of the groups that publishers wait for now. */
  holders(): string[] {
    const full = (group: ConsumerGroup): boolean =>
      this.logs.some((_, partition) => this.#isFullFor(group, partition));
    return [...this.groups.values()].filter(full).map((group) => group.name);
  }

  /** Broadcasts that hold publishers up lose what they have not read: they read on from the end. */
  overtakeBroadcasts(): void {
    for (const group of this.groups.values()) {
      if (!group.broadcast) continue;
      this.logs.forEach((log, partition) => {
        if (this.#isFullFor(group, partition)) this.#abandon(group, partition, log.end);
      });
    }
    this.release();
  }

  #isFull(partition: number): boolean {
    const log = this.#log(partition);
    if (log.end - log.start < this.#maxBuffered) return false;
    for (const group of this.groups.values()) {
      if (!group.isRead(partition)) this.#keepLatest(group, partition);
      else if (this.#isFullFor(group, partition)) return true;
    }
    return false;
  }

  #isFullFor(group: ConsumerGroup, partition: number): boolean {
    if (!group.isRead(partition)) return false;
    const { end } = this.#log(partition);
    return (
      end - group.position(partition) >= this.#maxBuffered ||
      end - group.committed(partition) >= this.#maxBuffered * UNCOMMITTED_FACTOR
    );
  }

  #keepLatest(group: ConsumerGroup, partition: number): void {
    const surplus = this.#log(partition).end - this.#maxBuffered + 1;
    if (surplus > group.committed(partition)) this.#abandon(group, partition, surplus);
  }

  #abandon(group: ConsumerGroup, partition: number, offset: number): void {
    const lost = group.abandon(partition, offset);
    if (this.dropped === 0) {
      const fields = { topic: this.name, group: group.name, partition };
      this.#logger.warn(fields, 'a reader did not come for its messages; the oldest are dropped');
    }
    this.dropped += lost;
  }

  #trim(partition: number): void {
    const log = this.#log(partition);
    let oldest = log.end;
    for (const group of this.groups.values()) {
      oldest = Math.min(oldest, group.committed(partition));
    }
    log.trim(oldest);
  }

  #log(partition: number): PartitionLog {
    const log = this.logs[partition];
    if (!log) throw new RangeError(`Topic "${this.name}" has no partition ${partition}.`);
    return log;
  }
}
