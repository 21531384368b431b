import {
  COOPERATIVE_STICKY_ASSIGNOR,
  cooperativeStickyAssigner,
  decodeConsumerProtocolAssignment,
  decodeConsumerProtocolSubscription,
  encodeConsumerProtocolAssignment,
  encodeConsumerProtocolSubscription,
  type ClusterMetadata,
} from '@platformatic/kafka';

export const SHARING = COOPERATIVE_STICKY_ASSIGNOR;
const VERSION = 3;
const SETTLED = Buffer.from([1]);
const UNSETTLED = Buffer.from([0]);

export interface Share {
  partitions: number[];
  /** False while some partitions wait for their owner to hand them back: another round follows. */
  settled: boolean;
}

export interface EncodedShare {
  memberId: string;
  assignment: Buffer;
}

/** What a member says when it joins: its topic, and the partitions that it has from the generation before. */
export function encodeMember(topic: string, owned: readonly number[], generation: number): Buffer {
  const ownedPartitions = owned.length > 0 ? [{ topic, partitions: [...owned] }] : [];
  const generationId = owned.length > 0 ? generation : -1;
  return encodeConsumerProtocolSubscription({
    version: VERSION,
    topics: [topic],
    ownedPartitions,
    generationId,
  });
}

/**
 * The leader's work: nearly equal shares that move as few partitions as possible. A partition that moves is nobody's in
 * this round; its owner, told so, hands it back and joins again, and the next round gives it away (Kafka's KIP-429).
 */
export function shareOut(
  members: readonly { memberId: string; metadata: Buffer }[],
  topic: string,
  metadata: ClusterMetadata,
): EncodedShare[] {
  const described = new Map(
    members.map(({ memberId, metadata: said }) => [
      memberId,
      { ...decodeConsumerProtocolSubscription(said), memberId },
    ]),
  );
  const shares = cooperativeStickyAssigner('', described, new Set([topic]), metadata).map(
    ({ memberId, assignments }) => ({
      memberId,
      partitions: assignments.get(topic)?.partitions ?? [],
    }),
  );
  const given = shares.reduce((sum, { partitions }) => sum + partitions.length, 0);
  const settled = given === metadata.topics.get(topic)?.partitionsCount;
  return shares.map(({ memberId, partitions }) => ({
    memberId,
    assignment: encodeShare(topic, { partitions, settled }),
  }));
}

export function encodeShare(topic: string, { partitions, settled }: Share): Buffer {
  return encodeConsumerProtocolAssignment({
    version: VERSION,
    assignedPartitions: [{ topic, partitions }],
    userData: settled ? SETTLED : UNSETTLED,
  });
}

/** A share as its member reads it; what says nothing about being settled is. */
export function decodeShare(topic: string, encoded: Buffer): Share {
  const { assignedPartitions, userData } = decodeConsumerProtocolAssignment(encoded);
  const partitions = assignedPartitions.find((own) => own.topic === topic)?.partitions ?? [];
  return { partitions: [...partitions], settled: !UNSETTLED.equals(userData) };
}
