import type { Position, Subscription } from '../event-bus.ts';
import type { Cluster } from './cluster.ts';
import { Committer } from './committer.ts';
import { Coordinator } from './coordinator.ts';
import { GroupOffsets } from './group-offsets.ts';
import { GroupSession, type PartitionOwner } from './group-session.ts';
import { EARLIEST, logOffsets } from './log-offsets.ts';
import { Membership } from './membership.ts';
import { Reader, type ReaderOptions } from './reader.ts';

/** A member of a group: reads the partitions that it is given from the group's commits on. */
export class GroupSubscription implements Subscription, PartitionOwner {
  readonly #cluster: Cluster;
  readonly #name: string;
  readonly #partitions: number;
  readonly #coordinator: Coordinator;
  readonly #offsets: GroupOffsets;
  readonly #committer: Committer;
  readonly #reader: Reader;
  readonly #session: GroupSession;
  readonly #stop = new AbortController();
  #closing: Promise<void> | undefined;

  /** `group` is the group as the broker knows it. */
  constructor(options: ReaderOptions, group: string) {
    this.#cluster = options.cluster;
    this.#name = options.name;
    this.#partitions = options.topic.partitions;
    this.#coordinator = new Coordinator(options.cluster, group);
    this.#offsets = new GroupOffsets(this.#coordinator, group, options.name);
    const membership = new Membership(options.cluster, group, options.name, this.#coordinator);
    this.#committer = new Committer({
      offsets: this.#offsets,
      membership: () => membership.current,
      ready: () => this.#reader.letters.stored(),
      clock: options.cluster.clock,
      faults: options.cluster.faults,
      logger: options.logger,
      group,
    });
    this.#reader = new Reader(options, {
      committed: (partition) => this.#committer.committed(partition),
      commit: (partition, offset) => void this.#committer.commit([{ partition, offset }]),
      take: (partition, offset) => this.#committer.take(partition, offset),
    });
    this.#session = new GroupSession(options.cluster, membership, this);
  }

  /** Resolves once the group has its beginning and this member its first share; waits while the broker is away. */
  async start(): Promise<void> {
    const all = Array.from({ length: this.#partitions }, (_, partition) => partition);
    await this.#cluster.withPool((pool) =>
      this.#cluster.untilDone('beginning a group', this.#stop.signal, () =>
        this.#offsets.begin(this.#cluster, pool, all),
      ),
    );
    await this.#session.start();
  }

  commit(positions: readonly Position[]): Promise<void> {
    return this.#committer.commit(positions);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  owned(): number[] {
    return this.#reader.member.partitions;
  }

  async revoke(partitions: readonly number[]): Promise<void> {
    await this.#reader.release(partitions);
    await this.#committer.flush();
    for (const partition of partitions) this.#committer.release(partition);
  }

  async assign(partitions: readonly number[], signal: AbortSignal): Promise<void> {
    const offsets = await this.#cluster.untilDone('reading commits', signal, () =>
      this.#starts(partitions),
    );
    await this.#reader.take(offsets);
  }

  /** The group's commits; the beginning for partitions that came after the group did. */
  async #starts(partitions: readonly number[]): Promise<Map<number, number>> {
    const committed = await this.#offsets.committed(partitions);
    const others = partitions.filter((partition) => !committed.has(partition));
    if (others.length === 0) return committed;
    const oldest = await this.#cluster.withPool((pool) =>
      logOffsets(this.#cluster, pool, this.#name, others, EARLIEST),
    );
    return new Map([...committed, ...oldest]);
  }

  async #close(): Promise<void> {
    this.#stop.abort(new Error('The subscription is closed.'));
    await this.#session.close();
    await this.#reader.close();
    await this.#coordinator.close();
  }
}
