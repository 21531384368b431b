import { heartbeatV4, joinGroupV9, leaveGroupV5, syncGroupV5 } from '@platformatic/kafka';
import { answered, givenMemberId, isNotAMember } from './broker-errors.ts';
import type { Cluster } from './cluster.ts';
import { Coordinator } from './coordinator.ts';
import type { Committing } from './group-offsets.ts';
import {
  decodeShare,
  encodeMember,
  SHARING,
  shareOut,
  type EncodedShare,
  type Share,
} from './group-shares.ts';

/** The coordinator gives a silent member's partitions away after this. */
export const SESSION_TIMEOUT_MS = 10_000;
/** How long a rebalance waits for a member that is still at work on what it must hand back. */
const REBALANCE_TIMEOUT_MS = 30_000;
const JOIN_TIMEOUT_MS = REBALANCE_TIMEOUT_MS + 5_000;
const PROTOCOL_TYPE = 'consumer';
const NO_INSTANCE = null;

/** One member of a group, as the coordinator sees it: Kafka's classic group protocol, step by step. ADR 0010. */
export class Membership {
  readonly #cluster: Cluster;
  /** The group as the broker knows it. */
  readonly group: string;
  readonly #topic: string;
  readonly #coordinator: Coordinator;
  /** Joining waits for other members; heartbeats and commits must not wait behind it. */
  readonly #joining: Coordinator;
  #memberId = '';
  #generation = -1;
  #current: Committing | undefined;

  constructor(cluster: Cluster, group: string, topic: string, coordinator: Coordinator) {
    this.#cluster = cluster;
    this.group = group;
    this.#topic = topic;
    this.#coordinator = coordinator;
    this.#joining = new Coordinator(cluster, group, JOIN_TIMEOUT_MS);
  }

  /** Who commits now; undefined when not in the group. */
  get current(): Committing | undefined {
    return this.#current;
  }

  /** Joins, or joins again, with the partitions that it has; resolves once the leader has shared out. */
  async join(owned: readonly number[]): Promise<Share> {
    try {
      const joined = await this.#join(owned);
      this.#memberId = joined.memberId;
      this.#generation = joined.generationId;
      const share = await this.#sync(joined);
      this.#current = { memberId: this.#memberId, generation: this.#generation };
      return share;
    } catch (error) {
      this.#forgetIfUnknown(error);
      throw error;
    }
  }

  async beat(): Promise<void> {
    const { api } = heartbeatV4;
    const generation = this.#generation;
    try {
      const member = this.#memberId;
      await this.#coordinator.call(api, this.group, generation, member, NO_INSTANCE);
    } catch (error) {
      if (generation === this.#generation) this.#forgetIfUnknown(error);
      throw error;
    }
  }

  /** The partitions may be another's: nothing is committed until the next join. */
  lose(): void {
    this.#current = undefined;
  }

  async leave(): Promise<void> {
    this.#current = undefined;
    if (this.#memberId === '') return;
    await this.#coordinator.call(leaveGroupV5.api, this.group, [{ memberId: this.#memberId }]);
  }

  async close(): Promise<void> {
    await this.#joining.close();
  }

  async #join(owned: readonly number[]): Promise<joinGroupV9.JoinGroupResponse> {
    try {
      return await this.#joinAs(owned);
    } catch (error) {
      const given = givenMemberId(error);
      if (given === undefined) throw error;
      this.#memberId = given;
      return await this.#joinAs(owned);
    }
  }

  #joinAs(owned: readonly number[]): Promise<joinGroupV9.JoinGroupResponse> {
    const metadata = encodeMember(this.#topic, owned, this.#generation);
    return this.#joining.call(
      joinGroupV9.api,
      this.group,
      SESSION_TIMEOUT_MS,
      REBALANCE_TIMEOUT_MS,
      this.#memberId,
      NO_INSTANCE,
      PROTOCOL_TYPE,
      [{ name: SHARING, metadata }],
    );
  }

  async #sync({
    leader,
    memberId,
    generationId,
    members,
  }: joinGroupV9.JoinGroupResponse): Promise<Share> {
    const shares = leader === memberId ? await this.#shareOut(members) : [];
    const answer = await this.#joining.call(
      syncGroupV5.api,
      this.group,
      generationId,
      memberId,
      NO_INSTANCE,
      PROTOCOL_TYPE,
      SHARING,
      shares,
    );
    return decodeShare(this.#topic, answer.assignment);
  }

  async #shareOut(members: joinGroupV9.JoinGroupResponseMember[]): Promise<EncodedShare[]> {
    const { topics } = await this.#cluster.refresh(this.#topic);
    const partitions = topics.get(this.#topic)?.partitionsCount;
    if (!partitions) throw new Error(`The topic "${this.#topic}" is gone.`);
    return shareOut(members, this.#topic, partitions);
  }

  #forgetIfUnknown(error: unknown): void {
    if (!isNotAMember(error)) return;
    this.#current = undefined;
    if (!answered(error, 'ILLEGAL_GENERATION')) this.#memberId = '';
  }
}
