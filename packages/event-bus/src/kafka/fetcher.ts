import { fetchV12, type ConnectionPool } from '@platformatic/kafka';
import { PartitionLog } from '../partition-log.ts';
import { responseOf } from './broker-errors.ts';
import type { Cluster } from './cluster.ts';
import { readAnswer, type FetchedPartition } from './fetch-answer.ts';
import { EARLIEST, logOffsets } from './log-offsets.ts';
import { pauseMs, slept } from './patience.ts';

/** A broker without news answers after this. */
const MAX_WAIT_MS = 250;
const MIN_BYTES = 1;
const MAX_BYTES = 4 * 1024 * 1024;
const MAX_PARTITION_BYTES = 512 * 1024;
const READ_UNCOMMITTED = 0;
/** A request that stands alone: no fetch session to lose. */
const NO_SESSION = { id: 0, epoch: -1 };
const EPOCH_UNKNOWN = -1;
const OFFSET_OUT_OF_RANGE = 1;
const UNKNOWN_LEADER = -1;

export interface FetcherOptions {
  cluster: Cluster;
  /** The topic as the broker knows it. */
  topic: string;
  /** A partition of which this many messages wait is left alone until there are fewer. */
  maxBuffered: number;
  /** Next offset that the reader will read. */
  position(partition: number): number | undefined;
  /** Messages were added to `logs`. */
  onFetched(): void;
  /** The broker has nothing at the offset that was asked for; `offset` is the oldest that it has. */
  onMissing(partition: number, offset: number): Promise<void>;
}

/** Reads partitions ahead of their reader, within bounds: one request at a time to each broker that leads some. */
export class Fetcher {
  /** What came and is not trimmed, by partition. */
  readonly logs: PartitionLog[] = [];
  readonly #options: FetcherOptions;
  readonly #pool: ConnectionPool;
  readonly #reading = new Set<number>();
  readonly #asked = new Set<number>();
  readonly #stop = new AbortController();
  #failures = 0;

  constructor(options: FetcherOptions) {
    this.#options = options;
    this.#pool = options.cluster.openPool();
  }

  /** Reads a partition from `offset` on. */
  add(partition: number, offset: number): void {
    this.logs[partition] = new PartitionLog(offset);
    this.#reading.add(partition);
  }

  remove(partition: number): void {
    this.#reading.delete(partition);
    this.logs[partition] = new PartitionLog();
  }

  /** Asks every broker that is not asked already and leads a partition with room. */
  pump(): void {
    if (this.#stop.signal.aborted) return;
    const { cluster, topic } = this.#options;
    const hungry = [...this.#reading].filter((partition) => this.#hasRoom(partition));
    const byLeader = Map.groupBy(
      hungry,
      (partition) => cluster.leader(topic, partition) ?? UNKNOWN_LEADER,
    );
    for (const [leader, partitions] of byLeader) {
      if (!this.#asked.has(leader)) void this.#ask(leader, partitions);
    }
  }

  async close(): Promise<void> {
    this.#stop.abort(new Error('The subscription is closed.'));
    await this.#pool.close();
  }

  #hasRoom(partition: number): boolean {
    const position = this.#options.position(partition) ?? 0;
    return this.#log(partition).end - position < this.#options.maxBuffered;
  }

  async #ask(leader: number, partitions: readonly number[]): Promise<void> {
    this.#asked.add(leader);
    const { cluster, topic } = this.#options;
    try {
      if (leader === UNKNOWN_LEADER) await this.#findLeaders(partitions);
      else await this.#fetch(leader, partitions);
      this.#failures = 0;
      cluster.faults.worked(`reading "${topic}"`);
    } catch (error) {
      await this.#recover(error);
    }
    this.#asked.delete(leader);
    this.pump();
  }

  async #recover(error: unknown): Promise<void> {
    const { cluster, topic } = this.#options;
    if (this.#stop.signal.aborted) return;
    cluster.faults.failed(`reading "${topic}"`, error);
    await slept(cluster.clock, pauseMs(this.#failures++), this.#stop.signal);
    await cluster.refresh(topic).catch(() => {});
  }

  async #findLeaders(partitions: readonly number[]): Promise<void> {
    const { cluster, topic } = this.#options;
    await cluster.refresh(topic);
    if (partitions.every((partition) => cluster.leader(topic, partition) === undefined)) {
      throw new Error(`Nobody leads the partitions of "${topic}".`);
    }
  }

  async #fetch(leader: number, partitions: readonly number[]): Promise<void> {
    const logs = new Map(partitions.map((partition) => [partition, this.#log(partition)]));
    const from = new Map([...logs].map(([partition, log]) => [partition, log.end]));
    const { answer, error } = await this.#request(leader, from);
    const fetched = readAnswer(answer, (partition) => from.get(partition) ?? 0);
    for (const part of fetched) {
      const log = logs.get(part.partition);
      if (log && this.logs[part.partition] === log) this.#append(log, part);
    }
    this.#options.onFetched();
    const missing = fetched.filter(({ errorCode }) => errorCode === OFFSET_OUT_OF_RANGE);
    await this.#skipMissing(missing.map(({ partition }) => partition));
    if (error && missing.length === 0) throw error;
  }

  /** Parts of an answer may be errors: the others count. */
  async #request(
    leader: number,
    from: ReadonlyMap<number, number>,
  ): Promise<{ answer: fetchV12.FetchResponse; error?: Error }> {
    const connection = await this.#options.cluster.connectTo(this.#pool, leader);
    try {
      const answer = await fetchV12.api.async(
        connection,
        MAX_WAIT_MS,
        MIN_BYTES,
        MAX_BYTES,
        READ_UNCOMMITTED,
        NO_SESSION.id,
        NO_SESSION.epoch,
        [{ topicId: this.#options.topic, partitions: [...from].map(asPartition) }],
        [],
        '',
      );
      return { answer };
    } catch (error) {
      const answer = responseOf(error) as fetchV12.FetchResponse | undefined;
      if (!answer || !(error instanceof Error)) throw error;
      return { answer, error };
    }
  }

  #append(log: PartitionLog, { records, next }: FetchedPartition): void {
    for (const { offset, key, json } of records) {
      log.leaveOut(offset);
      log.append(key, json);
    }
    log.leaveOut(next);
  }

  /** Too old, or of another topic that had this name: reading goes on with the oldest that is there. */
  async #skipMissing(partitions: readonly number[]): Promise<void> {
    if (partitions.length === 0) return;
    const { cluster, topic } = this.#options;
    const oldest = await logOffsets(cluster, this.#pool, topic, partitions, EARLIEST);
    for (const [partition, offset] of oldest) {
      await this.#options.onMissing(partition, offset);
    }
  }

  #log(partition: number): PartitionLog {
    return (this.logs[partition] ??= new PartitionLog());
  }
}

function asPartition([partition, offset]: [number, number]) {
  return {
    partition,
    currentLeaderEpoch: EPOCH_UNKNOWN,
    fetchOffset: BigInt(offset),
    lastFetchedEpoch: EPOCH_UNKNOWN,
    partitionMaxBytes: MAX_PARTITION_BYTES,
  };
}
