import { listOffsetsV7, type ConnectionPool } from '@platformatic/kafka';
import type { Cluster } from './cluster.ts';

/** Which end of a partition; the protocol writes it as a timestamp. */
export const LATEST = -1n;
export const EARLIEST = -2n;
const ANY_REPLICA = -1;
const READ_UNCOMMITTED = 0;
const EPOCH_UNKNOWN = -1;

/** Offset of the next message (LATEST) or of the oldest that is kept (EARLIEST), by partition. */
export async function logOffsets(
  cluster: Cluster,
  pool: ConnectionPool,
  topic: string,
  partitions: readonly number[],
  end: bigint,
): Promise<Map<number, number>> {
  await cluster.refresh(topic);
  const offsets = new Map<number, number>();
  for (const [leader, led] of byLeader(cluster, topic, partitions)) {
    const connection = await cluster.connectTo(pool, leader);
    const asked = led.map((partitionIndex) => ({
      partitionIndex,
      currentLeaderEpoch: EPOCH_UNKNOWN,
      timestamp: end,
    }));
    const request = [{ name: topic, partitions: asked }];
    const api = listOffsetsV7.api;
    const answer = await api.async(connection, ANY_REPLICA, READ_UNCOMMITTED, request);
    for (const { partitionIndex, offset } of answer.topics[0]?.partitions ?? []) {
      offsets.set(partitionIndex, Number(offset));
    }
  }
  return offsets;
}

function byLeader(
  cluster: Cluster,
  topic: string,
  partitions: readonly number[],
): Map<number, number[]> {
  return Map.groupBy(partitions, (partition) => {
    const leader = cluster.leader(topic, partition);
    if (leader === undefined) throw new Error(`Nobody leads partition ${partition} of "${topic}".`);
    return leader;
  });
}
