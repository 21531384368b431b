/** Σ amounts[i] × e^(−times[i] × x): what flows are worth at the rate e^x − 1. Times rise, and no amount is 0. */
export interface ExponentialSum {
  readonly amounts: readonly number[];
  readonly times: readonly number[];
}

/** Up to this many changes of sign all roots are found for certain; the work grows with them. */
const MAX_CERTAIN_CHANGES = 48;
const GRID = 2_000;
/** How far rounding alone moves a sum, as a fraction of its parts. */
const ROUNDING = 1e-14;

/**
 * All x at which the sum is 0, in order. There are at most as many as the amounts change sign (Laguerre's form of Descartes'
 * rule). Multiplied by e^(τx) with τ between two times where they do, the sum has the same roots, and its derivative one
 * change of sign fewer; between two neighbouring roots of the derivative there is at most one root, which bisection finds. So
 * none is missed, and no guess is made. With very many changes the intervals are those of a grid, in which a pair of roots
 * nearer than its step could be missed.
 */
export function rootsOf(sum: ExponentialSum): number[] {
  const change = changesOf(sum);
  const at = change[0];
  if (at === undefined) return [];
  const bounds = boundsOf(sum);
  if (change.length > MAX_CERTAIN_CHANGES) return rootsBetween(sum, grid(bounds));
  const tau = ((sum.times[at] as number) + (sum.times[at + 1] as number)) / 2;
  const scaled = sum.amounts.map((amount, i) => amount * (tau - (sum.times[i] as number)));
  const turns = change.length === 1 ? [] : rootsOf({ times: sum.times, amounts: scaled });
  const inside = turns.filter((x) => x > bounds.low && x < bounds.high);
  return rootsBetween(sum, [bounds.low, ...inside, bounds.high]);
}

/** Where the amounts change sign: the index before each change. */
function changesOf({ amounts }: ExponentialSum): number[] {
  return amounts.flatMap((amount, i) => {
    const next = amounts[i + 1];
    return next !== undefined && amount > 0 !== next > 0 ? [i] : [];
  });
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Beyond these the first or the last amount outweighs all others together: no root is there. */
function boundsOf({ amounts, times }: ExponentialSum): Bounds {
  const last = amounts.length - 1;
  const size = (i: number) => Math.abs(amounts[i] as number);
  const whole = amounts.reduce((sum, amount) => sum + Math.abs(amount), 0);
  const gap = (i: number) => (times[i + 1] as number) - (times[i] as number);
  return {
    low: -Math.max(0, Math.log(whole / size(last))) / gap(last - 1) - 1,
    high: Math.max(0, Math.log(whole / size(0))) / gap(0) + 1,
  };
}

/** Points between the bounds, the closer the nearer to 0. */
function grid({ low, high }: Bounds): number[] {
  const [from, to] = [Math.asinh(low * 10), Math.asinh(high * 10)];
  return Array.from(
    { length: GRID + 1 },
    (_, i) => Math.sinh(from + ((to - from) * i) / GRID) / 10,
  );
}

function rootsBetween(sum: ExponentialSum, points: readonly number[]): number[] {
  const roots: number[] = [];
  points.forEach((high, i) => {
    const low = points[i - 1];
    // A turning point that touches 0 is a root of its own.
    if (signAt(sum, high) === 0) roots.push(high);
    else if (low !== undefined && signAt(sum, low) * signAt(sum, high) < 0) {
      roots.push(bisect(sum, low, high));
    }
  });
  return roots;
}

/** −1, 0 or 1; 0 where nothing but rounding is left. */
function signAt({ amounts, times }: ExponentialSum, x: number): number {
  // The largest power is taken out, so that nothing overflows.
  const largest = -x * ((x > 0 ? times[0] : times.at(-1)) as number);
  let [value, parts] = [0, 0];
  amounts.forEach((amount, i) => {
    const part = amount * Math.exp(-x * (times[i] as number) - largest);
    value += part;
    parts += Math.abs(part);
  });
  return Math.abs(value) <= ROUNDING * parts ? 0 : Math.sign(value);
}

function bisect(sum: ExponentialSum, from: number, to: number): number {
  let [low, high] = [from, to];
  const sign = signAt(sum, low);
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    const found = signAt(sum, middle);
    if (found === 0) return middle;
    if (found === sign) low = middle;
    else high = middle;
  }
}
