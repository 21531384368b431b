import { halfEven } from './half-even.ts';

/** What an amount is made of: another one, a whole number, or a decimal as text or number, with an exponent too. */
export type AmountSource = Amount | bigint | number | string;

/** How many digits after the point a quotient has. */
const PLACES = 40;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

/**
 * Decimals of any length, which do not change. Sums, differences and products are exact; a quotient has 40 digits after the point,
 * rounded half to even, so what has to be conserved is never divided and multiplied back. Why it is ours: ADR 0035.
 */
export class Amount {
  /** The amount × 10^{@link places}. One amount can be written in several ways: {@link eq} compares. */
  readonly digits: bigint;
  /** Digits after the point. */
  readonly places: number;

  /**
   * A decimal, or a whole number with its point `places` from the right: `new Amount(150n, 2)` is 1.5.
   *
   * @throws RangeError where it is no decimal
   */
  constructor(value: AmountSource, places = 0) {
    if (typeof value === 'bigint') {
      this.digits = value;
      this.places = places;
      return;
    }
    const read = value instanceof Amount ? value : readDecimal(String(value));
    this.digits = read.digits;
    this.places = read.places;
  }

  plus(other: AmountSource): Amount {
    const b = amountOf(other);
    if (b.digits === 0n) return this;
    if (this.digits === 0n) return b;
    const shift = this.places - b.places;
    if (shift === 0) return new Amount(this.digits + b.digits, this.places);
    return shift > 0
      ? new Amount(this.digits + b.digits * tenTo(shift), this.places)
      : new Amount(this.digits * tenTo(-shift) + b.digits, b.places);
  }

  minus(other: AmountSource): Amount {
    const b = amountOf(other);
    if (b.digits === 0n) return this;
    const shift = this.places - b.places;
    if (shift === 0) return new Amount(this.digits - b.digits, this.places);
    return shift > 0
      ? new Amount(this.digits - b.digits * tenTo(shift), this.places)
      : new Amount(this.digits * tenTo(-shift) - b.digits, b.places);
  }

  times(other: AmountSource): Amount {
    const b = amountOf(other);
    return new Amount(this.digits * b.digits, this.places + b.places);
  }

  /** @throws RangeError where it is divided by zero */
  div(other: AmountSource): Amount {
    return this.share(ONE, amountOf(other));
  }

  /**
   * this × part / whole, rounded once.
   *
   * @throws RangeError where the whole is zero
   */
  share(part: Amount, whole: Amount): Amount {
    const shift = PLACES + whole.places - this.places - part.places;
    const product = this.digits * part.digits;
    const dividend = shift > 0 ? product * tenTo(shift) : product;
    const divisor = shift < 0 ? whole.digits * tenTo(-shift) : whole.digits;
    return new Amount(halfEven(dividend, divisor), PLACES);
  }

  neg(): Amount {
    return new Amount(-this.digits, this.places);
  }

  abs(): Amount {
    return this.digits < 0n ? this.neg() : this;
  }

  /** To a power of ten or another whole power; below zero it is a quotient. */
  pow(power: number): Amount {
    if (power < 0) return ONE.div(this.pow(-power));
    return new Amount(this.digits ** BigInt(power), this.places * power);
  }

  /** To so many digits after the point, half to even. */
  round(places = 0): Amount {
    if (places >= this.places) return this;
    return new Amount(halfEven(this.digits, tenTo(this.places - places)), places);
  }

  /** Below zero where this is less than the other, zero where they are equal. */
  cmp(other: AmountSource): number {
    const b = amountOf(other);
    const shift = this.places - b.places;
    const left = shift < 0 ? this.digits * tenTo(-shift) : this.digits;
    const right = shift > 0 ? b.digits * tenTo(shift) : b.digits;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  eq(other: AmountSource): boolean {
    return other === 0 ? this.digits === 0n : this.cmp(other) === 0;
  }

  gt(other: AmountSource): boolean {
    return other === 0 ? this.digits > 0n : this.cmp(other) > 0;
  }

  gte(other: AmountSource): boolean {
    return this.cmp(other) >= 0;
  }

  lt(other: AmountSource): boolean {
    return other === 0 ? this.digits < 0n : this.cmp(other) < 0;
  }

  lte(other: AmountSource): boolean {
    return this.cmp(other) <= 0;
  }

  /** Without an exponent: as many digits after the point as it takes, or as asked for, half to even. */
  toFixed(places?: number): string {
    const { digits, places: point } = places === undefined ? this : this.round(places);
    const sign = digits < 0n ? '-' : '';
    const text = (digits < 0n ? -digits : digits).toString().padStart(point + 1, '0');
    const [whole, part] = [text.slice(0, text.length - point), text.slice(text.length - point)];
    const shown = places === undefined ? part.replace(/0+$/, '') : part.padEnd(places, '0');
    return `${sign}${whole}${shown === '' ? '' : `.${shown}`}`;
  }

  toString(): string {
    return this.toFixed();
  }

  toJSON(): string {
    return this.toFixed();
  }

  /** The nearest number. */
  toNumber(): number {
    return Number(this.toFixed());
  }
}

export const ZERO = new Amount(0n);
const ONE = new Amount(1n);

const MAX_DIGITS = 200;
/** Digits with at most one point between, a sign before; no exponent, no grouping. */
const PLAIN = /^-?(?:\d+\.?\d*|\.\d+)$/;

/** The amount that a text is; null where it is none: `1e3`, `0x1F`, `1_000`, `Infinity` and what is over 200 characters. */
export function readAmount(text: string): Amount | null {
  if (text.length > MAX_DIGITS || !PLAIN.test(text)) return null;
  return plain(text);
}

/** Without exponent and without zeros at the end: `0.00000001`, `1000`. Zero has no sign. */
export function writeAmount(amount: Amount): string {
  return amount.toFixed();
}

/** The exact sum; of nothing, zero. */
export function sumOf(amounts: Iterable<Amount>): Amount {
  let sum = ZERO;
  for (const amount of amounts) sum = sum.plus(amount);
  return sum;
}

function amountOf(source: AmountSource): Amount {
  return source instanceof Amount ? source : new Amount(source);
}

function readDecimal(text: string): Amount {
  const [, sign = '', whole = '', part = '', exponent = '0'] = DECIMAL.exec(text) ?? [];
  if (whole === '' && part === '') throw new RangeError(`${text} is no decimal`);
  const digits = BigInt(`${sign}${whole}${part}`);
  const places = part.length - Number(exponent);
  return places < 0 ? new Amount(digits * tenTo(-places)) : new Amount(digits, places);
}

function plain(text: string): Amount {
  const point = text.indexOf('.');
  if (point < 0) return new Amount(BigInt(text));
  const digits = BigInt(text.slice(0, point) + text.slice(point + 1));
  return new Amount(digits, text.length - point - 1);
}

const POWERS: bigint[] = [];

/** 10^power, kept. */
function tenTo(power: number): bigint {
  return (POWERS[power] ??= 10n ** BigInt(power));
}
