/** `money` is what has a currency's sign or a scale ($90, 3 million), `count` any other that is no percentage. */
export type AmountKind = 'percent' | 'money' | 'count';

/** A number of a headline: 1.2 billion, $1.2B and 1,200,000,000 are one. */
export interface Amount {
  readonly value: number;
  readonly kind: AmountKind;
}

const SCALES: Readonly<Record<string, number>> = {
  ...{ k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, mln: 1e6, million: 1e6, mio: 1e6 },
  ...{ b: 1e9, bn: 1e9, bln: 1e9, billion: 1e9, t: 1e12, tn: 1e12, trillion: 1e12 },
};

/** What a word makes of the number before it; null for a word that belongs to none. */
export function scaleOf(word: string): number | null {
  return Object.hasOwn(SCALES, word) ? (SCALES[word] ?? null) : null;
}

/** Reads digits with commas and full stops: a comma before three digits groups, any other is a decimal mark. Null beyond what is a number. */
export function readDigits(digits: string): number | null {
  const plain = digits.replace(/,(?=\d{3}(?!\d))/g, '').replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** So far apart, as a share of the greater, numbers are the same; one may be the other, rounded; and sums may be estimates of one loss. */
const [SAME, ROUNDED, ESTIMATED] = [0.005, 0.03, 0.125];
/** From there on a sum is estimated by each in its own way, and is no price. */
const LEAST_SUM = 1e6;

/** 1 for the same, 0.5 for what may be rounded, 0.25 for sums that may be estimates, 0 otherwise. */
function agreementOf(a: Amount, b: Amount): number {
  if ((a.kind === 'percent') !== (b.kind === 'percent')) return 0;
  const apart = Math.abs(a.value - b.value) / Math.max(a.value, b.value, Number.MIN_VALUE);
  if (apart <= SAME) return 1;
  if (apart <= ROUNDED) return 0.5;
  const areSums = a.kind === 'money' && Math.min(a.value, b.value) >= LEAST_SUM;
  return areSums && apart <= ESTIMATED ? 0.25 : 0;
}

/**
 * How far two lists agree: 0 to 1, the mean over the shorter one's numbers; null where one has none. A number that none of the other list
 * equals disagrees only if that has one of its kind: a price and a percentage do not contradict each other.
 */
export function amountsAgree(a: readonly Amount[], b: readonly Amount[]): number | null {
  const [fromA, fromB] = [agreements(a, b), agreements(b, a)];
  const few = Math.min(fromA.length, fromB.length);
  if (few === 0) return null;
  const [meanA, meanB] = [meanOf(fromA), meanOf(fromB)];
  if (fromA.length === fromB.length) return (meanA + meanB) / 2;
  return fromA.length < fromB.length ? meanA : meanB;
}

const meanOf = (list: readonly number[]): number => list.reduce((s, x) => s + x, 0) / list.length;

/** How far each of a list is in another, those left out that it has nothing to say of. */
function agreements(list: readonly Amount[], other: readonly Amount[]): number[] {
  return list.flatMap((x) => {
    const best = Math.max(0, ...other.map((y) => agreementOf(x, y)));
    return best > 0 || other.some(({ kind }) => kind === x.kind) ? [best] : [];
  });
}

const [FIRST_YEAR, LAST_YEAR] = [1990, 2100];

/** Whether digits without a scale or a sign are a year: those are words, for many headlines share one by chance. */
export function isYear(digits: string): boolean {
  return /^\d{4}$/.test(digits) && Number(digits) >= FIRST_YEAR && Number(digits) <= LAST_YEAR;
}
