import type { Amount } from '@tidemark/ledger/amount';
import type { Account } from './account-figures.ts';
import type { Disposal } from './disposal.ts';
import { total, type Known } from './known.ts';
import type { Origin } from './lot.ts';
import type { Departed, Holding } from './match.ts';

/** What one transaction acquired of an asset, and everything that became of it. */
export interface LotHistory {
  readonly asset: string;
  readonly acquired: Origin;
  /** When it was acquired. */
  readonly quantity: Amount;
  /** When it was acquired, with fees. */
  readonly cost: Known;
  readonly disposals: readonly Disposal[];
  readonly departures: readonly Departed[];
  /** What is left, in each place to which it was moved. */
  readonly left: readonly Holding[];
}

/**
 * Lots with their history, in the order of their acquisition. Empty where a method knows no lots; under the UK's rules what was
 * matched to a day, as one lot, and nothing of the pool.
 */
export function lotsOf({ disposals, departures, holdings }: Account): LotHistory[] {
  const lots = new Map<string, Parts>();
  const lotOf = (asset: string, acquired: Origin | null): Parts | null => {
    if (acquired === null) return null;
    const key = `${acquired.transaction} ${asset}`;
    const lot = lots.get(key) ?? { asset, acquired, disposals: [], departures: [], left: [] };
    lots.set(key, lot);
    return lot;
  };
  for (const each of disposals) lotOf(each.asset, each.acquired)?.disposals.push(each);
  for (const each of departures) lotOf(each.asset, each.acquired)?.departures.push(each);
  for (const each of holdings) lotOf(each.asset, each.acquired)?.left.push(each);
  return [...lots.values()]
    .sort((a, b) => {
      const [first, second] = [a.acquired, b.acquired];
      return first.time - second.time || first.transaction - second.transaction;
    })
    .map(whole);
}

interface Parts {
  readonly asset: string;
  readonly acquired: Origin;
  readonly disposals: Disposal[];
  readonly departures: Departed[];
  readonly left: Holding[];
}

/** Nothing is lost when a lot is split: it was the sum of its parts. */
function whole(lot: Parts): LotHistory {
  const parts = [...lot.disposals, ...lot.departures, ...lot.left];
  const [first, ...others] = parts.map(({ quantity }) => quantity);
  return {
    ...lot,
    quantity: others.reduce((sum, quantity) => sum.plus(quantity), first as Amount),
    cost: total(parts.map(({ cost }) => cost)),
  };
}
