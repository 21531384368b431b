import type { Position } from '@tidemark/contracts/portfolio-value';

const SHOWN = 3;

/** Positions above their cost and below it, the furthest first; money and what is not known are neither. */
export function bestAndWorst(positions: readonly Position[]) {
  const moved = positions.filter(({ kind, unrealised_percent }) => {
    return kind !== 'money' && unrealised_percent !== null && unrealised_percent !== 0;
  });
  const percentOf = ({ unrealised_percent }: Position) => unrealised_percent ?? 0;
  const ordered = moved.toSorted((a, b) => percentOf(b) - percentOf(a));
  return {
    best: ordered.filter((each) => percentOf(each) > 0).slice(0, SHOWN),
    worst: ordered
      .filter((each) => percentOf(each) < 0)
      .toReversed()
      .slice(0, SHOWN),
  };
}
