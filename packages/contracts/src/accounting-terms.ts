import Type, { type Static } from 'typebox';

/** Which of what one has is disposed of; `docs/portfolio.md` says how. */
export const AccountingMethodSchema = Type.Enum(
  ['fifo', 'lifo', 'hifo', 'lofo', 'average', 'uk_pool'],
  { title: 'AccountingMethod' },
);
export type AccountingMethod = Static<typeof AccountingMethodSchema>;

/** How a portfolio counts; what the method leaves open and a person may choose. */
export const AccountingTermsSchema = Type.Object({
  method: AccountingMethodSchema,
  pools: Type.Enum(['one', 'per_wallet'], {
    title: 'AccountingPools',
    description: 'lots of all places together, or each wallet for itself',
  }),
  oversold: Type.Enum(['refuse', 'extrapolate'], {
    title: 'OversoldRule',
    description:
      'more given away than there is: not booked, and sums are not known; or booked at the average cost of what is there',
  }),
});
export type AccountingTerms = Static<typeof AccountingTermsSchema>;
