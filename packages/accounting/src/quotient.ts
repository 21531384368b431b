import { Amount } from '@tidemark/ledger/amount';

const PLACES = Amount.DP;
const CHUNK = 15;
const POWERS = Array.from({ length: CHUNK + 1 }, (_, i) => 10n ** BigInt(i));

/**
 * value × part / whole, to as many digits after the point as an amount's quotient has, half to even. By whole numbers: big.js
 * divides digit by digit, which took more time than everything else in an account.
 */
export function quotient(value: Amount, part: Amount, whole: Amount): Amount {
  const [v, p, w] = [unscaled(value), unscaled(part), unscaled(whole)];
  const shift = PLACES + v.exponent + p.exponent - w.exponent;
  const product = v.digits * p.digits;
  const dividend = shift < 0 ? product : product * 10n ** BigInt(shift);
  const divisor = shift < 0 ? w.digits * 10n ** BigInt(-shift) : w.digits;
  return new Amount(`${halfEven(dividend, divisor)}e-${PLACES}`);
}

/** An amount as digits × 10^exponent. Digits go in chunks that a number holds. */
function unscaled({ s, e, c }: Amount): { digits: bigint; exponent: number } {
  let digits = 0n;
  for (let at = 0; at < c.length; at += CHUNK) {
    const end = Math.min(at + CHUNK, c.length);
    let chunk = 0;
    for (let i = at; i < end; i += 1) chunk = chunk * 10 + (c[i] as number);
    digits = digits * (POWERS[end - at] as bigint) + BigInt(chunk);
  }
  return { digits: s < 0 ? -digits : digits, exponent: e - c.length + 1 };
}

function halfEven(dividend: bigint, divisor: bigint): bigint {
  const [n, d] = divisor < 0n ? [-dividend, -divisor] : [dividend, divisor];
  const [quotient, rest] = [n / d, n % d];
  const twice = 2n * (rest < 0n ? -rest : rest);
  const away = twice > d || (twice === d && quotient % 2n !== 0n);
  return away ? quotient + (n < 0n ? -1n : 1n) : quotient;
}
