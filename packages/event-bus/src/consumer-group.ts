import type { GroupMember } from './group-member.ts';
import type { PartitionLog } from './partition-log.ts';

/** Members that share a topic's partitions, and how far they have got. */
export class ConsumerGroup {
  readonly name: string;
  /** A broadcast: a group of one that is gone when its member leaves. */
  readonly broadcast: boolean;
  readonly #logs: readonly PartitionLog[];
  readonly #committed: number[];
  readonly #owners: (GroupMember | undefined)[];
  readonly #onCommit: (partition: number) => void;
  #members: readonly GroupMember[] = [];
  #rebalanced: Promise<void> = Promise.resolve();

  constructor(options: {
    name: string;
    broadcast: boolean;
    logs: readonly PartitionLog[];
    onCommit: (partition: number) => void;
  }) {
    this.name = options.name;
    this.broadcast = options.broadcast;
    this.#logs = options.logs;
    this.#onCommit = options.onCommit;
    this.#committed = options.logs.map((log) => log.end);
    this.#owners = options.logs.map(() => undefined);
  }

  get members(): readonly GroupMember[] {
    return this.#members;
  }

  committed(partition: number): number {
    return this.#committed[partition] ?? 0;
  }

  /** Next offset that will be read: the commit where nobody reads. */
  position(partition: number): number {
    return this.#owners[partition]?.position(partition) ?? this.committed(partition);
  }

  isRead(partition: number): boolean {
    return this.#owners[partition] !== undefined;
  }

  /** Messages that were published and not committed. */
  lag(): number {
    return this.#logs.reduce((sum, log, partition) => sum + log.end - this.committed(partition), 0);
  }

  /** Only the partition's owner commits, and never backwards. */
  commit(member: GroupMember, partition: number, offset: number): void {
    if (this.#owners[partition] === member) this.#moveCommit(partition, offset);
  }

  /** Gives up what is before `offset`; answers how many messages that were. */
  abandon(partition: number, offset: number): number {
    const lost = Math.max(0, offset - this.committed(partition));
    this.#owners[partition]?.skipTo(partition, offset);
    this.#moveCommit(partition, offset);
    return lost;
  }

  join(member: GroupMember): Promise<void> {
    return this.#rebalance([...this.#members, member]);
  }

  async leave(member: GroupMember): Promise<void> {
    await this.#rebalance(this.#members.filter((other) => other !== member));
  }

  wake(): void {
    for (const member of this.#members) member.wake();
  }

  #moveCommit(partition: number, offset: number): void {
    const to = Math.min(offset, this.#logs[partition]?.end ?? 0);
    if (to <= this.committed(partition)) return;
    this.#committed[partition] = to;
    this.#onCommit(partition);
  }

  /** One after the other: first those who lose partitions hand them back, then those who gain take them. */
  #rebalance(members: readonly GroupMember[]): Promise<void> {
    const before = this.#members;
    this.#members = members;
    this.#rebalanced = this.#rebalanced.then(() => this.#reassign(before, members));
    return this.#rebalanced;
  }

  async #reassign(before: readonly GroupMember[], after: readonly GroupMember[]): Promise<void> {
    const shares = assignPartitions(this.#logs.length, after.length);
    const target = new Map(after.map((member, i) => [member, new Set(shares[i])]));
    const everyone = new Set([...before, ...after]);
    const changed = [...everyone].filter((member) => !sameShare(member, target.get(member)));
    await Promise.all(changed.map((member) => member.hold()));
    await Promise.all(changed.map((member) => this.#revoke(member, target.get(member))));
    await Promise.all(changed.map((member) => this.#assign(member, target.get(member))));
    for (const member of changed) if (target.has(member)) member.resume();
  }

  async #revoke(member: GroupMember, keep: ReadonlySet<number> = new Set()): Promise<void> {
    const lost = member.partitions.filter((partition) => !keep.has(partition));
    await member.revoke(lost);
    for (const partition of lost) this.#owners[partition] = undefined;
  }

  async #assign(member: GroupMember, share: ReadonlySet<number> = new Set()): Promise<void> {
    const gained = [...share].filter((partition) => member.position(partition) === undefined);
    for (const partition of gained) this.#owners[partition] = member;
    await member.assign(gained);
  }
}

function sameShare(member: GroupMember, share: ReadonlySet<number> = new Set()): boolean {
  const { partitions } = member;
  return partitions.length === share.size && partitions.every((partition) => share.has(partition));
}

/**
 * Which partitions each member gets: runs of nearly equal length in the order of the members, as Kafka's range
 * assignor gives them. Members beyond the number of partitions get none.
 */
export function assignPartitions(partitions: number, members: number): number[][] {
  const assigned: number[][] = [];
  for (let member = 0; member < members; member += 1) {
    const from = Math.floor((member * partitions) / members);
    const to = Math.floor(((member + 1) * partitions) / members);
    assigned.push(Array.from({ length: to - from }, (_, i) => from + i));
  }
  return assigned;
}
