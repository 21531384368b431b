import type { LeadLag } from '@tidemark/contracts/sentiment';

export const LAGS_HOURS = [-24, -12, -6, -3, -1, 0, 1, 3, 6, 12, 24] as const;
const HOUR_MS = 3_600_000;
const LEAST_SAMPLES = 30;
/** Of a normal distribution: what 95 % are within, and what 95 % are within of the furthest of eleven (Bonferroni). */
const Z_95 = 1.959964;
const Z_95_OF_ALL = 2.837684;

interface Step {
  lag_hours: number;
  correlation: number | null;
  low: number | null;
  high: number | null;
  samples: number;
  /** Whether zero is left out although eleven lags were looked at. */
  isSure: boolean;
}

/**
 * Correlation (Pearson) of the score at the end of an hour with the return of the hour `lag` hours later, with its 95 % interval by
 * Fisher's z. Both series depend on their own past, so that the interval counts n·(1 − ab)/(1 + ab) samples, a and b their
 * autocorrelations at one hour (Bartlett 1935).
 * @param scores by the hour's beginning, epoch ms @param returns the same, fractions
 */
export function leadLag(
  coinId: string,
  scores: ReadonlyMap<number, number>,
  returns: ReadonlyMap<number, number>,
): LeadLag {
  const steps = LAGS_HOURS.map((lag) => stepOf(lag, scores, returns));
  const samples = Math.max(...steps.map((step) => step.samples));
  return {
    ...{ coin_id: coinId, samples, verdict: verdictOf(steps, samples) },
    lags: steps.map(({ isSure: _, ...step }) => step),
  };
}

function stepOf(
  lag: number,
  scores: ReadonlyMap<number, number>,
  returns: ReadonlyMap<number, number>,
): Step {
  const pairs = [...scores].flatMap(([time, score]) => {
    const later = returns.get(time + lag * HOUR_MS);
    return later === undefined ? [] : [[score, later] as const];
  });
  const nothing = { lag_hours: lag, correlation: null, low: null, high: null, isSure: false };
  const samples = pairs.length;
  if (samples < LEAST_SAMPLES) return { ...nothing, samples };
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  const r = correlation(xs, ys);
  if (r === null) return { ...nothing, samples };
  const shared = autocorrelation(xs) * autocorrelation(ys);
  const effective = Math.min(samples, (samples * (1 - shared)) / (1 + shared));
  const [z, error] = [Math.atanh(r), 1 / Math.sqrt(Math.max(1, effective - 3))];
  const [low, high] = [Math.tanh(z - Z_95 * error), Math.tanh(z + Z_95 * error)];
  const isSure = Math.abs(z) > Z_95_OF_ALL * error;
  return { lag_hours: lag, correlation: r, low, high, samples, isSure };
}

function verdictOf(steps: readonly Step[], samples: number): string {
  if (samples < LEAST_SAMPLES) return `Too little is known so far: ${samples} hours of 30.`;
  const sure = steps.filter(({ isSure }) => isSure);
  if (sure.length === 0) {
    return 'There is no connection to be seen: zero is in the interval of every lag, eleven being looked at.';
  }
  const [most] = sure.toSorted(
    (a, b) => Math.abs(b.correlation ?? 0) - Math.abs(a.correlation ?? 0),
  );
  const { lag_hours: lag = 0, correlation: r = 0 } = most ?? {};
  const way = (r ?? 0) > 0 ? 'higher' : 'lower';
  if (lag > 0) return `Where the news was better, returns ${lag} h later were ${way}.`;
  if (lag < 0) return `Where returns were higher, the news ${-lag} h later was ${way}.`;
  return `News and returns of the same hour went together: better news, ${way} returns.`;
}

/** Null where one of them never changes. */
function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const [mx, my] = [meanOf(xs), meanOf(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  xs.forEach((x, i) => {
    const [dx, dy] = [x - mx, (ys[i] ?? 0) - my];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  });
  if (xx === 0 || yy === 0) return null;
  return Math.max(-0.999_999, Math.min(0.999_999, xy / Math.sqrt(xx * yy)));
}

/** At one step, in the order in which they come. */
function autocorrelation(xs: readonly number[]): number {
  return correlation(xs.slice(0, -1), xs.slice(1)) ?? 0;
}

function meanOf(xs: readonly number[]): number {
  return xs.reduce((sum, x) => sum + x, 0) / xs.length;
}
