/**
 * What the methods leave open and tools answer in different ways. `docs/portfolio.md` says what each choice means in money.
 */
export interface Convention {
  /**
   * A fee taken in a coin that is given away, beside the amount.
   * - `part_of_disposal`: that much more is disposed of for the same proceeds.
   * - `charged`: a disposal of its own at spot, whose value is taken from the proceeds.
   * - `expensed`: a disposal of its own at spot, whose value is an expense beside the gains.
   */
  readonly feeInCoinGiven: 'part_of_disposal' | 'charged' | 'expensed';
  /** A fee taken from the coin that is bought: that much less arrives for the same cost, or a disposal as with `charged`. */
  readonly feeInCoinBought: 'less_arrives' | 'charged';
  /** A trade's fee in a coin that is not part of it: a disposal at spot, and then as above. */
  readonly feeInOtherCoin: 'charged' | 'expensed';
  /** Lots of all places together, or each wallet for itself. `uk_pool` is one pool always. */
  readonly pools: 'one' | 'per_wallet';
  /** Which lots a move between wallets takes along: those of the method, or the oldest. Matters `per_wallet` alone. */
  readonly movedLots: 'by_method' | 'oldest';
  /** Within one millisecond: what comes in before what goes out, or as the rows stand. Rows decide among the rest. */
  readonly equalTimes: 'acquisitions_first' | 'row_order';
  /** What is high for HIFO and low for LOFO: the price paid, or the cost of a unit with its fees. */
  readonly rank: 'price' | 'unit_cost';
  /** More given away than there is: refused with its row, or booked with the average cost of what is there, and flagged. */
  readonly oversold: 'refuse' | 'extrapolate';
  /** A gift given: leaves at its cost without a gain, or is a disposal at spot. */
  readonly gifts: 'at_cost' | 'at_spot';
  /** What is lost or stolen: a disposal for nothing, or at spot. */
  readonly losses: 'at_zero' | 'at_spot';
  /** Long-term: after the day of the anniversary, after more than 365 times 24 hours, or from 365 whole days on. */
  readonly longTerm: 'after_anniversary' | 'over_365_days' | 'from_365_days';
  /** Each disposal's proceeds, cost and fees to a hundredth (half to even), before its gain is taken. */
  readonly rounding: 'none' | 'hundredths';
}

export const CONVENTION_NAMES = ['tidemark', 'rp2', 'coinbasis', 'bittytax'] as const;
export type ConventionName = (typeof CONVENTION_NAMES)[number];

/** The default: ADR 0033. */
const tidemark: Convention = {
  feeInCoinGiven: 'charged',
  feeInCoinBought: 'less_arrives',
  feeInOtherCoin: 'charged',
  pools: 'one',
  movedLots: 'by_method',
  equalTimes: 'acquisitions_first',
  rank: 'unit_cost',
  oversold: 'refuse',
  gifts: 'at_cost',
  losses: 'at_zero',
  longTerm: 'after_anniversary',
  rounding: 'none',
};

/** Ours, and what rp2 1.7.2, coinbasis 0.1.0 and BittyTax 0.6.0 were seen to do. */
export const CONVENTIONS: Readonly<Record<ConventionName, Convention>> = {
  tidemark,
  rp2: {
    ...tidemark,
    feeInCoinGiven: 'part_of_disposal',
    feeInOtherCoin: 'expensed',
    rank: 'price',
    gifts: 'at_spot',
    losses: 'at_spot',
    longTerm: 'from_365_days',
  },
  coinbasis: {
    ...tidemark,
    feeInCoinGiven: 'expensed',
    feeInOtherCoin: 'expensed',
    pools: 'per_wallet',
    movedLots: 'oldest',
    equalTimes: 'row_order',
    longTerm: 'over_365_days',
  },
  bittytax: {
    ...tidemark,
    feeInCoinBought: 'charged',
    oversold: 'extrapolate',
    gifts: 'at_spot',
    rounding: 'hundredths',
  },
};
