import {
  COOPERATIVE_STICKY_ASSIGNOR,
  decodeConsumerProtocolAssignment,
  decodeConsumerProtocolSubscription,
  encodeConsumerProtocolAssignment,
  encodeConsumerProtocolSubscription,
} from '@platformatic/kafka';
import { planShares } from './group-plan.ts';

/** The protocol's name for rounds in which members keep what they have. */
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

/** The leader's work: every member's share, as the members will read it. */
export function shareOut(
  members: readonly { memberId: string; metadata: Buffer }[],
  topic: string,
  partitions: number,
): EncodedShare[] {
  const claimants = members.map(({ memberId, metadata }) => {
    const said = decodeConsumerProtocolSubscription(metadata);
    const owned = said.ownedPartitions.find((own) => own.topic === topic)?.partitions ?? [];
    return { memberId, owned, generation: said.generationId };
  });
  const { shares, settled } = planShares(partitions, claimants);
  return [...shares].map(([memberId, share]) => ({
    memberId,
    assignment: encodeShare(topic, { partitions: [...share], settled }),
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
