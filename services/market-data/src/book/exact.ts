/**
 * Exact sums of decimals, as whole numbers of a power of ten: a candle adds millions of sizes, and BigInt does so
 * several times as fast as a decimal object. A volume counts units of 1e-18, a turnover (size × price) of 1e-36.
 */
export const VOLUME_PLACES = 18;
export const TURNOVER_PLACES = 36;

const POWERS = Array.from({ length: TURNOVER_PLACES + 1 }, (_, n) => 10n ** BigInt(n));

/**
 * The units in a plain decimal such as `0.086205`: digits, perhaps a point; no sign and no exponent.
 * @throws RangeError when it has more than `places` decimals; SyntaxError when it is no such decimal
 */
export function toUnits(text: string, places: number): bigint {
  const point = text.indexOf('.');
  if (point === -1) return BigInt(text) * power(places);
  const decimals = text.length - point - 1;
  return BigInt(text.slice(0, point) + text.slice(point + 1)) * power(places - decimals);
}

/** The plain decimal of a number of units, without needless zeros. */
export function fromUnits(units: bigint, places: number): string {
  const digits = units.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, -places);
  const decimals = digits.slice(-places).replace(/0+$/, '');
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

/** The nearest double of a number of units. */
export function unitsToNumber(units: bigint, places: number): number {
  return Number(fromUnits(units, places));
}

function power(exponent: number): bigint {
  const power = POWERS[exponent];
  if (power === undefined) throw new RangeError('a decimal has more places than are kept');
  return power;
}

/** Twelve significant digits: more than any venue quotes, fewer than a double's noise. */
export function significant(value: number): number {
  return Number(value.toPrecision(12));
}
