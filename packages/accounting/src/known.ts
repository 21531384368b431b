import { ZERO, type Amount } from '@tidemark/ledger/amount';

/** An amount, or null where it would take a price that nobody knows: whatever is computed from it is null too, never zero. */
export type Known = Amount | null;

export function plus(a: Known, b: Known): Known {
  return a === null || b === null ? null : a.plus(b);
}

export function minus(a: Known, b: Known): Known {
  return a === null || b === null ? null : a.minus(b);
}

export function times(a: Known, b: Known): Known {
  return a === null || b === null ? null : a.times(b);
}

/** The exact sum, null where any part is. */
export function total(parts: Iterable<Known>): Known {
  let sum: Known = ZERO;
  for (const part of parts) {
    sum = plus(sum, part);
    if (sum === null) return null;
  }
  return sum;
}

/**
 * What falls to `part` of a `whole`, to 40 digits after the point, and exactly all of it where the part is the whole.
 * Whoever splits gives the rest to what remains, and so loses nothing.
 */
export function shareOf(value: Known, part: Amount, whole: Amount): Known {
  if (value === null || value.eq(0) || part.eq(whole)) return value;
  return value.share(part, whole);
}

/** Splits a value by weights, of which an unknown one leaves all parts unknown. The last part is what the others leave. */
export function allocate(value: Known, weights: readonly Known[]): Known[] {
  if (weights.length === 1) return [value];
  const whole = total(weights);
  if (value === null || whole === null) return weights.map(() => null);
  let rest: Amount = value;
  return weights.map((weight, i) => {
    const isLast = i === weights.length - 1;
    const share = whole.eq(0) ? ZERO : shareOf(value, weight ?? ZERO, whole);
    const part = isLast ? rest : (share ?? ZERO);
    rest = rest.minus(part);
    return part;
  });
}

/** What one unit is worth, to 40 digits after the point. */
export function perUnit(value: Known, quantity: Amount): Known {
  return value && value.div(quantity);
}
