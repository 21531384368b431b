import Type from 'typebox';

/**
 * How the dollar rate of USDT is known, in the order in which it is looked for: see docs/adr on dollar rates. The first that
 * is there is taken.
 */
export const RATE_BASES = ['product', 'implied', 'usdc', 'last', 'peg'] as const;
export const RateBasisSchema = Type.Enum(RATE_BASES, {
  description:
    'product: trades of USDT against dollars; implied: what coins cost in either currency; usdc: what a USDC costs in ' +
    'USDT, a USDC taken for a dollar; last: the last rate that was known; peg: a USDT taken for a dollar',
});
export type RateBasis = (typeof RATE_BASES)[number];
