/** A member that takes part in a round, and what it says it has. */
export interface Claimant {
  memberId: string;
  owned: readonly number[];
  /** The generation in which it was given that. */
  generation: number;
}

export interface Plan {
  /** By member. */
  shares: ReadonlyMap<string, readonly number[]>;
  /** False while some partitions wait for their owner to hand them back: another round follows. */
  settled: boolean;
}

/**
 * Shares that differ by one partition at most, each member keeping what it has as far as it can. A partition that has
 * to move is nobody's in this round: its owner, seeing that, hands it back and joins again, and the next round gives it
 * away. So no partition has two readers (the idea of Kafka's KIP-429).
 */
export function planShares(partitions: number, claimants: readonly Claimant[]): Plan {
  const owners = ownersOf(claimants);
  const shares = keepUpToQuota(partitions, claimants, owners);
  const claimed = new Set(claimants.flatMap(({ owned }) => owned));
  const free = range(partitions).filter((partition) => !claimed.has(partition));
  for (const { share, quota } of shares.values()) {
    share.push(...free.splice(0, quota - share.length));
  }
  const result = new Map([...shares].map(([memberId, { share }]) => [memberId, share]));
  const given = [...result.values()].reduce((sum, share) => sum + share.length, 0);
  return { shares: result, settled: given === partitions };
}

/** Who has each partition. Of several who say so the latest generation is right; none is when that is not one. */
function ownersOf(claimants: readonly Claimant[]): Map<number, string | undefined> {
  const latest = new Map<number, number>();
  const owners = new Map<number, string | undefined>();
  for (const { memberId, owned, generation } of claimants) {
    for (const partition of owned) {
      const known = latest.get(partition) ?? -Infinity;
      if (generation > known) owners.set(partition, memberId);
      else if (generation === known) owners.set(partition, undefined);
      latest.set(partition, Math.max(known, generation));
    }
  }
  return owners;
}

/** Those who have most may keep one more where the partitions do not divide evenly: fewest then move. */
function keepUpToQuota(
  partitions: number,
  claimants: readonly Claimant[],
  owners: ReadonlyMap<number, string | undefined>,
): Map<string, { share: number[]; quota: number }> {
  const holdings = claimants.map(({ memberId, owned }) => ({
    memberId,
    own: owned.filter((partition) => partition < partitions && owners.get(partition) === memberId),
  }));
  holdings.sort((a, b) => b.own.length - a.own.length || (a.memberId < b.memberId ? -1 : 1));
  const least = Math.floor(partitions / claimants.length);
  const withOneMore = partitions % claimants.length;
  return new Map(
    holdings.map(({ memberId, own }, i) => {
      const quota = least + (i < withOneMore ? 1 : 0);
      return [memberId, { share: own.slice(0, quota), quota }];
    }),
  );
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}
