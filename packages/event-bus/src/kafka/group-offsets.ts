import { offsetCommitV8, offsetFetchV8, type ConnectionPool } from '@platformatic/kafka';
import { answered } from './broker-errors.ts';
import type { Cluster } from './cluster.ts';
import type { Coordinator } from './coordinator.ts';
import { LATEST, logOffsets } from './log-offsets.ts';

const EPOCH_UNKNOWN = -1;
/** Stands for a committer that is not a member; refused while the group has members. */
const NOBODY = { memberId: '', generation: -1 };

/** Who commits: the coordinator refuses a member of a past generation. */
export interface Committing {
  memberId: string;
  generation: number;
}

/** A group's committed offsets of one topic. */
export class GroupOffsets {
  readonly #coordinator: Coordinator;
  readonly #group: string;
  readonly #topic: string;

  constructor(coordinator: Coordinator, group: string, topic: string) {
    this.#coordinator = coordinator;
    this.#group = group;
    this.#topic = topic;
  }

  /** The committed offsets, by partition; a partition without a commit is not in the answer. */
  async committed(partitions: readonly number[]): Promise<Map<number, number>> {
    const topics = [{ name: this.#topic, partitionIndexes: [...partitions] }];
    const request = [{ groupId: this.#group, memberEpoch: EPOCH_UNKNOWN, topics }];
    const answer = await this.#coordinator.call(offsetFetchV8.api, request, true);
    const offsets = new Map<number, number>();
    for (const { partitionIndex, committedOffset } of answer.groups[0]?.topics[0]?.partitions ??
      []) {
      if (committedOffset >= 0n) offsets.set(partitionIndex, Number(committedOffset));
    }
    return offsets;
  }

  /** @throws the broker's answer when the member is not in the group, or a rebalance is on */
  async commit(
    offsets: ReadonlyMap<number, number>,
    { memberId, generation }: Committing,
  ): Promise<void> {
    const partitions = [...offsets].map(([partitionIndex, offset]) => ({
      partitionIndex,
      committedOffset: BigInt(offset),
      committedLeaderEpoch: EPOCH_UNKNOWN,
      committedMetadata: null,
    }));
    const topics = [{ name: this.#topic, partitions }];
    const { api } = offsetCommitV8;
    await this.#coordinator.call(api, this.#group, generation, memberId, null, topics);
  }

  /**
   * Commits where the topic ends now for the partitions that the group has no commit for: a group's first member does so
   * before it joins, so whatever is published once it has joined is read, even if everyone dies first. A group with
   * members was given its beginning by them, and the broker refuses another.
   */
  async begin(
    cluster: Cluster,
    pool: ConnectionPool,
    partitions: readonly number[],
  ): Promise<void> {
    const known = await this.committed(partitions);
    const unknown = partitions.filter((partition) => !known.has(partition));
    if (unknown.length === 0) return;
    const ends = await logOffsets(cluster, pool, this.#topic, unknown, LATEST);
    await this.commit(ends, NOBODY).catch((error: unknown) => {
      if (!answered(error, 'UNKNOWN_MEMBER_ID')) throw error;
    });
  }
}
