import Type from 'typebox';

/**
 * How the dollar rate of USDT is known, in the order in which it is looked for: see docs/adr on dollar rates. The first that
 * is there is taken.
 */
export const RATE_BASES = ['product', 'implied', 'usdc', 'last', 'peg'] as const;
export const RateBasisSchema = Type.Enum(RATE_BASES, {
  title: 'RateBasis',
  description:
    'what USDT was taken for: product: its trades against dollars; implied: by coins; usdc: by USDC; ' +
    'last: as last known; peg: a dollar',
});
export type RateBasis = (typeof RATE_BASES)[number];
