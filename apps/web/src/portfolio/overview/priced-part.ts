import type { PortfolioPerformance } from '@tidemark/contracts/portfolio-value';
import { sumOf } from '../../format/amount.ts';

/** Value of what has a price, for when the value of all is not known. */
export function pricedPart({
  positions,
  money,
}: Pick<PortfolioPerformance, 'positions' | 'money'>) {
  const known = positions.flatMap(({ value }) => value ?? []);
  return { value: known.reduce(sumOf, '0'), count: known.length, of: positions.length, money };
}
