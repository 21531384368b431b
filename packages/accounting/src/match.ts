import type { Amount } from '@tidemark/ledger/amount';
import type { TransactionKind } from '@tidemark/ledger/transaction';
import type { Known } from './known.ts';
import type { Leg } from './leg.ts';
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
  /** What it was to do. */
  readonly leg: Exclude<Leg['type'], 'acquisition'>;
  readonly time: number;
  /** Index of the transaction. */
  readonly transaction: number;
  /** What was to go, and what there was. */
  readonly quantity: Amount;
  readonly held: Amount;
}
