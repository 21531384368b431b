/**
 * A quotient as a whole number, the nearest one, of two equally near the even one.
 *
 * @throws RangeError where the divisor is zero
 */
export function halfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const rest = dividend - quotient * divisor;
  if (rest === 0n) return quotient;
  const twice = rest < 0n ? -rest - rest : rest + rest;
  const whole = divisor < 0n ? -divisor : divisor;
  const isAway = twice > whole || (twice === whole && quotient % 2n !== 0n);
  if (!isAway) return quotient;
  return dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n;
}
