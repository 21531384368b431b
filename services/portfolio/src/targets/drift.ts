import type { Position } from '@tidemark/contracts/portfolio-value';

/** The positions with the shares that are wanted of them, and how far theirs are off; as they are where none are wanted. */
export function withDrift(
  positions: readonly Position[],
  targets: ReadonlyMap<string, number>,
): Position[] {
  if (targets.size === 0) return [...positions];
  return positions.map((position) => {
    const { asset, share_percent: share } = position;
    const target = targets.get(asset) ?? 0;
    return {
      ...position,
      target_percent: target,
      drift_percent: share === null ? null : share - target,
    };
  });
}
