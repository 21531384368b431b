import { Decimal } from 'decimal.js';

/** Money and coins: decimals of 60 digits, so that sums of what is kept to 18 places are exact below 10^42. */
export const Amount = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_EVEN });
export type Amount = Decimal;

/** Places behind the point that money and coins are kept to. */
const PLACES = 18;

/** Rounds to 18 places towards 0. */
export function roundedDown(amount: Amount): Amount {
  return amount.toDecimalPlaces(PLACES, Decimal.ROUND_DOWN);
}

/** Rounds to 18 places away from 0. */
export function roundedUp(amount: Amount): Amount {
  return amount.toDecimalPlaces(PLACES, Decimal.ROUND_UP);
}

/** A percentage as a fraction, exact: 0.1 is 0.001. */
export function fractionOf(percent: number): Amount {
  return new Amount(percent).div(100);
}

/** All digits, never an exponent. */
export function amountText(amount: Amount): string {
  return amount.toFixed();
}

/** A part of a whole that is not 0, in percent; rounded to a number once, at the end. */
export function percentOf(part: Amount, whole: Amount): number {
  return part.times(100).div(whole).toNumber();
}
