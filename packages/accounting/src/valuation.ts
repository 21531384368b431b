import type { Amount } from '@tidemark/ledger/amount';
import type { Account } from './account-figures.ts';
import { minus, plus, times, total, type Known } from './known.ts';
import type { Holding } from './match.ts';

/** A holding at a price. */
export interface ValuedHolding extends Holding {
  readonly value: Known;
  /** value − cost. */
  readonly unrealised: Known;
}

/** What an account is worth. Null where a price is missing; what has one has its figures. */
export interface Valuation {
  readonly holdings: readonly ValuedHolding[];
  /** The balance of the base currency and everything that is held, at the prices given. */
  readonly value: Known;
  readonly unrealised: Known;
  /** Assets without a price. */
  readonly unpriced: readonly string[];
  /**
   * What was gained in all: value − putIn + takenOut, which is realised + currency + income + unrealised − expenses, to the
   * last digit. Null where it is not known.
   */
  readonly gained: Known;
}

/** Values what an account holds, at base currency for one unit; null where nobody knows. */
export function valuation(
  { holdings, flows, refused }: Account,
  priceOf: (asset: string) => Amount | null,
): Valuation {
  const prices = new Map<string, Known>();
  for (const { asset } of holdings) {
    if (!prices.has(asset)) prices.set(asset, priceOf(asset));
  }
  const valued = holdings.map((holding) => {
    const value = times(holding.quantity, prices.get(holding.asset) ?? null);
    return { ...holding, value, unrealised: minus(value, holding.cost) };
  });
  const value = plus(total(valued.map((each) => each.value)), flows.money);
  const outside = minus(flows.putIn, flows.takenOut);
  return {
    holdings: valued,
    value,
    unrealised: total(valued.map((each) => each.unrealised)),
    unpriced: [...prices].flatMap(([asset, price]) => (price === null ? [asset] : [])),
    gained: refused.length > 0 ? null : minus(value, outside),
  };
}
