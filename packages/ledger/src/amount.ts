import { Big } from 'big.js';

/**
 * Decimals of any length. Sums, differences and products are exact, as big.js makes them; a quotient has 40 digits after
 * the point, so what has to be conserved is never divided and multiplied back.
 */
export const Amount = Big();
Amount.DP = 40;
Amount.RM = Big.roundHalfEven;
// Never in exponents.
Amount.NE = -1_000;
Amount.PE = 1_000;
export type Amount = Big;

export const ZERO: Amount = new Amount(0);

/** Digits with at most one point between, a sign before; no exponent, no grouping. */
const PLAIN = /^-?(?:\d+\.?\d*|\.\d+)$/;
const MAX_DIGITS = 200;

/** The amount that a text is; null where it is none: `1e3`, `0x1F`, `1_000`, `Infinity` and what is over 200 characters. */
export function readAmount(text: string): Amount | null {
  if (text.length > MAX_DIGITS || !PLAIN.test(text)) return null;
  return new Amount(text.startsWith('.') ? `0${text}` : text.replace(/\.$/, ''));
}

/** Without exponent and without zeros at the end: `0.00000001`, `1000`. Zero has no sign. */
export function writeAmount(amount: Amount): string {
  return amount.eq(0) ? '0' : amount.toFixed();
}

/** The exact sum; of nothing, zero. */
export function sumOf(amounts: Iterable<Amount>): Amount {
  let sum = ZERO;
  for (const amount of amounts) sum = sum.plus(amount);
  return sum;
}
