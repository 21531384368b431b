import type { Amount } from '@tidemark/ledger/amount';
import type { MovementRole, TransactionKind } from '@tidemark/ledger/transaction';
import type { Known } from './known.ts';

interface Part {
  readonly asset: string;
  readonly wallet: string;
  readonly time: number;
  /** Index of the transaction. */
  readonly transaction: number;
  readonly kind: TransactionKind;
  /** Above zero. */
  readonly quantity: Amount;
}

/** Comes in, at a cost. */
export interface Acquisition extends Part {
  readonly type: 'acquisition';
  /** Base currency, with fees. */
  readonly cost: Known;
  /** What part of the cost is fees. */
  readonly fees: Known;
  /** Base currency for a unit before fees, which HIFO and LOFO by price go by. */
  readonly price: Known;
}

/** Goes out, for proceeds: what makes a gain. */
export interface Disposing extends Part {
  readonly type: 'disposal';
  /** `fee` where a fee is paid in the asset. */
  readonly role: MovementRole;
  /** Base currency, before fees. */
  readonly proceeds: Known;
  /** Fees to take from the proceeds. */
  readonly fees: Known;
}

/** Goes out at its cost, without a gain. */
export interface Departure extends Part {
  readonly type: 'departure';
  /** At spot; null where nobody knows. */
  readonly worth: Known;
}

/** From one wallet to another, with its cost. */
export interface Move extends Part {
  readonly type: 'move';
  readonly to: string;
}

/** What a transaction does to what one has of an asset other than the base currency. */
export type Leg = Acquisition | Disposing | Departure | Move;
