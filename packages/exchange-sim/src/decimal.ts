/** `units` × 10^-decimals as a decimal string with exactly `decimals` digits after the point. */
export function formatUnits(units: number, decimals: number): string {
  if (decimals === 0) return String(units);
  const digits = String(units).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The same for sums that may pass 2^53. */
export function formatBigUnits(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Drops the zeros at the end of a decimal, and a point with nothing behind it. */
export function trimZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** Binance's form: eight digits after the point (cut, never rounded, when there are more). */
export function eightDecimals(decimal: string): string {
  const point = decimal.indexOf('.');
  if (point < 0) return `${decimal}.00000000`;
  return (decimal + '00000000').slice(0, point + 9);
}

/** A decimal string in units of 10^-decimals; digits below that are cut. 0 for what is no decimal. */
export function parseUnits(decimal: string, decimals: number): bigint {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d*))?$/.exec(decimal) ?? [];
  if (whole === undefined) return 0n;
  return BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
}
