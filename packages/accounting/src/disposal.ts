import type { Amount } from '@tidemark/ledger/amount';
import type { MovementRole, TransactionKind } from '@tidemark/ledger/transaction';
import type { Convention } from './convention.ts';
import { minus, plus, type Known } from './known.ts';
import type { Origin } from './lot.ts';
import type { Term } from './term.ts';

/** Which of the UK's rules matched a disposal. */
export type UkRule = 'same_day' | 'thirty_days' | 'section_104';

/** One disposal, or the part of one that was matched to one lot: what makes a gain. */
export interface Disposal {
  readonly asset: string;
  /** Empty in one pool. */
  readonly wallet: string;
  readonly kind: TransactionKind;
  /** `fee` where a fee was paid in the asset. */
  readonly role: MovementRole;
  readonly quantity: Amount;
  /** Base currency, less the fees charged to the disposal. */
  readonly proceeds: Known;
  /** Base currency, with the fees of the acquisition. */
  readonly cost: Known;
  /** proceeds − cost. */
  readonly gain: Known;
  /** What the proceeds were lessened by, and what part of the cost is fees. */
  readonly fees: { readonly disposing: Known; readonly acquiring: Known };
  readonly disposed: Origin;
  /** The lot; null where a pool knows none, and for what was never there. */
  readonly acquired: Origin | null;
  /** Null where `acquired` is. */
  readonly term: Term | null;
  /** Of `uk_pool` alone. All disposals of an asset on one day are one. */
  readonly uk?: {
    readonly rule: UkRule;
    /** Indexes of the day's transactions. */
    readonly disposedBy: readonly number[];
    readonly acquiredBy: readonly number[];
  };
}

/** The figures of a disposal. */
export type Figures = Pick<Disposal, 'proceeds' | 'cost' | 'gain' | 'fees'>;

/**
 * The figures of a disposal from what it brought before fees, and what it had cost with fees. Rounded, they are what
 * BittyTax prints: proceeds, cost and all fees each to a hundredth, and the gain is what these leave.
 */
export function figuresOf(
  gross: Known,
  disposing: Known,
  cost: Known,
  acquiring: Known,
  rounding: Convention['rounding'],
): Figures {
  const fees = { disposing: round(disposing, rounding), acquiring };
  if (rounding === 'hundredths') {
    fees.acquiring = minus(round(plus(disposing, acquiring), rounding), fees.disposing);
  }
  const proceeds = minus(round(gross, rounding), fees.disposing);
  const whole =
    rounding === 'none' ? cost : plus(round(minus(cost, acquiring), rounding), fees.acquiring);
  return { proceeds, cost: whole, gain: minus(proceeds, whole), fees };
}

function round(value: Known, rounding: Convention['rounding']): Known {
  return value === null || rounding === 'none' ? value : value.round(2);
}
