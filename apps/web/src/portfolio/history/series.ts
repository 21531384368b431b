import type { PortfolioHistory } from '@tidemark/contracts/portfolio-history';

export type HistoryPoint = PortfolioHistory['points'][number];

/** What the same money would be worth elsewhere. */
export const BENCHMARKS = ['bitcoin', 'cash', 'equal_weight'] as const;
export type Benchmark = (typeof BENCHMARKS)[number];
export type SeriesId = Benchmark | 'value';

/** How each line looks: its colour, and its dashes for whoever does not tell colours. */
export const SERIES: Record<
  SeriesId,
  { name: string; says: string; color: string; dashes?: string }
> = {
  value: { name: 'Value', says: 'at the close of each day, UTC', color: 'var(--accent)' },
  bitcoin: {
    name: 'Bitcoin',
    says: 'had the same money bought and sold bitcoin',
    ...{ color: 'var(--slice-2)', dashes: '6 3' },
  },
  cash: {
    name: 'Cash',
    says: 'had the same money stayed money',
    ...{ color: 'var(--band)', dashes: '2 3' },
  },
  equal_weight: {
    name: 'Equal weight',
    says: 'had it bought all coins held that day in equal parts',
    ...{ color: 'var(--slice-3)', dashes: '10 3 2 3' },
  },
};

/** A day as it is drawn; null leaves a hole in the line. */
export type DrawnDay = Record<SeriesId | 'percent', number | null> & { day: string };

const numberOf = (amount: string | null) => (amount === null ? null : Number(amount));

function drawn(point: HistoryPoint): DrawnDay {
  return {
    day: point.day,
    value: numberOf(point.value),
    bitcoin: numberOf(point.bitcoin),
    cash: numberOf(point.cash),
    equal_weight: numberOf(point.equal_weight),
    percent: point.time_weighted_percent,
  };
}

/** Points of a line: more of them than the screen has pixels cost time and show nothing. */
const MOST_DRAWN = 400;

/** The days to draw: at equal distances where there are many, the first and the last among them. */
export function drawnDays(points: readonly HistoryPoint[]): DrawnDay[] {
  const step = Math.max(1, Math.ceil(points.length / MOST_DRAWN));
  const last = points.length - 1;
  return points.filter((_, index) => (last - index) % step === 0 || index === 0).map(drawn);
}

/** What an axis spans: all that is drawn, with some room, also around a line that is flat. */
export function axisSpan(days: readonly DrawnDay[], ids: readonly (keyof DrawnDay)[]) {
  const values = days.flatMap((day) =>
    ids.map((id) => day[id]).filter((each) => typeof each === 'number'),
  );
  if (values.length === 0) return [0, 1] as const;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high > low ? (high - low) * 0.08 : Math.max(1, Math.abs(high) * 0.1);
  // What was never below nothing is not drawn as if it could be.
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room] as const;
}

/** Days whose value is not known. */
export function daysWithoutValue(points: readonly HistoryPoint[]): number {
  return points.filter(({ value }) => value === null).length;
}
