import type { Targets } from '@tidemark/contracts/portfolio-history';
import { assetOf } from '../entries/entry-values.ts';
import { refusedFields } from '@tidemark/service/refused-fields';

/** Percents are binary numbers: three of 33.3 and one of 0.1 may come to a little more than 100. */
const ROUNDING = 1e-9;

/**
 * Targets as they are to be stored: assets as they are named in balances.
 * @throws TidemarkError INVALID_REQUEST where an asset is named twice, or all together are more than 100 %
 */
export function checkedTargets({ targets }: Targets): Targets {
  const named = targets.map(({ asset, percent }) => ({ asset: assetOf(asset), percent }));
  const seen = new Set<string>();
  const twice = named.findIndex(({ asset }) => seen.size === seen.add(asset).size);
  if (twice >= 0) {
    const field = `body.targets.${twice}.asset`;
    throw refusedFields([{ field, reason: 'is named twice' }]);
  }
  const sum = named.reduce((total, { percent }) => total + percent, 0);
  if (sum > 100 + ROUNDING) {
    throw refusedFields([{ field: 'body.targets', reason: 'must be at most 100 % together' }]);
  }
  return { targets: named };
}
