import type { Amount } from '@tidemark/ledger/amount';
import type { TransactionKind } from '@tidemark/ledger/transaction';
import type { Disposal } from './disposal.ts';
import type { Known } from './known.ts';
import type { Origin } from './lot.ts';

/** What is left of an acquisition, or of a whole pool where acquisitions cannot be told apart. */
export interface Holding {
  readonly asset: string;
  /** Empty in one pool. */
  readonly wallet: string;
  readonly quantity: Amount;
  /** Base currency, with fees. */
  readonly cost: Known;
  /** What part of the cost is fees. */
  readonly fees: Known;
  readonly acquired: Origin | null;
}

/** What went at its cost, without a gain: a gift, a transfer to a place that nobody named. */
export interface Departed {
  readonly asset: string;
  readonly wallet: string;
  readonly kind: TransactionKind;
  readonly quantity: Amount;
  readonly cost: Known;
  readonly departed: Origin;
  readonly acquired: Origin | null;
}

/** More was to go than there was. */
export interface Shortfall {
  readonly asset: string;
  /** Empty in one pool. */
  readonly wallet: string;
  readonly time: number;
  /** Index of the transaction. */
  readonly transaction: number;
  /** What was to go, and what there was. */
  readonly quantity: Amount;
  readonly held: Amount;
}

/** What became of everything that came and went. */
export interface Matched {
  readonly disposals: Disposal[];
  readonly departures: Departed[];
  readonly holdings: Holding[];
  /** Not booked: nothing of it is in any figure. */
  readonly refused: Shortfall[];
  /** Booked all the same, with an average cost for what was not there. */
  readonly extrapolated: Shortfall[];
}
