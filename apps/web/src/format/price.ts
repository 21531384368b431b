/** What stands where a value is not known. Never a zero. */
export const MISSING = '—';

const SIGNIFICANT_BELOW_ONE = 4;
const MOST_DECIMALS = 14;
const formats = new Map<number, Intl.NumberFormat>();

/**
 * Decimals that a price of this size is shown with: 2 from 10 up, 4 from 1 up, and below 1 as many
 * as four significant digits need, so 0.00001234 keeps its digits.
 */
export function priceDecimals(price: number): number {
  const size = Math.abs(price);
  if (size >= 10 || size === 0 || !Number.isFinite(size)) return 2;
  if (size >= 1) return 4;
  const leadingZeros = -Math.floor(Math.log10(size)) - 1;
  return Math.min(MOST_DECIMALS, leadingZeros + SIGNIFICANT_BELOW_ONE);
}

/** A price in USD without the sign of the currency: `57,996.66`, `0.00001234`, `—` for none. */
export function formatPrice(price: number | null | undefined): string {
  if (price === null || price === undefined || !Number.isFinite(price)) return MISSING;
  return formatWithDecimals(price, priceDecimals(price));
}

/** A number with exactly `decimals` decimals and grouped thousands. */
export function formatWithDecimals(value: number, decimals: number): string {
  let format = formats.get(decimals);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-US', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(decimals, format);
  }
  return format.format(value);
}
