import type { Amount } from '@tidemark/ledger/amount';
import type { MovementRole, TransactionKind } from '@tidemark/ledger/transaction';
import type { Disposal } from './disposal.ts';
import { plus, type Known } from './known.ts';
import type { Acquisition, Departure, Disposing } from './leg.ts';
import type { Origin } from './lot.ts';

/** All that was acquired, or disposed of, of one asset on one day (TCGA 1992 s. 105), as far as it is not matched. */
export interface Pooled {
  quantity: Amount;
  /** The cost with fees, or the proceeds before them. */
  cost: Known;
  fees: Known;
  /** The first acquisition, or the last disposal. */
  origin: Origin;
  kind: TransactionKind;
  role: MovementRole;
  readonly transactions: number[];
}

/** What happened to one asset on one day. */
export interface AssetDay {
  acquired?: Pooled;
  disposed?: Pooled;
  readonly departures: Departure[];
  /** What its disposals were matched to so far. */
  readonly made: Disposal[];
}

export function newAssetDay(): AssetDay {
  return { departures: [], made: [] };
}

export function enterLeg(day: AssetDay, leg: Acquisition | Disposing | Departure): void {
  if (leg.type === 'departure') day.departures.push(leg);
  else if (leg.type === 'acquisition') day.acquired = pooled(day.acquired, leg, leg.cost);
  else day.disposed = pooled(day.disposed, leg, leg.proceeds);
}

/** The same, to be changed by itself. */
export function copyAssetDay({ acquired, disposed, departures, made }: AssetDay): AssetDay {
  return {
    ...(acquired && { acquired: copyPooled(acquired) }),
    ...(disposed && { disposed: copyPooled(disposed) }),
    departures: [...departures],
    made: [...made],
  };
}

function copyPooled(pooled: Pooled): Pooled {
  return { ...pooled, transactions: [...pooled.transactions] };
}

function pooled(day: Pooled | undefined, leg: Acquisition | Disposing, cost: Known): Pooled {
  const { time, transaction, kind, quantity, fees } = leg;
  const origin = { time, transaction };
  const role = leg.type === 'disposal' ? leg.role : 'amount';
  if (day === undefined) {
    return { quantity, cost, fees, origin, kind, role, transactions: [transaction] };
  }
  day.quantity = day.quantity.plus(quantity);
  day.cost = plus(day.cost, cost);
  day.fees = plus(day.fees, fees);
  if (day.transactions.at(-1) !== transaction) day.transactions.push(transaction);
  if (leg.type === 'disposal') {
    day.origin = origin;
    // A day that has more than fees is called by its last sale.
    if (role === 'amount') [day.kind, day.role] = [kind, role];
  }
  return day;
}
