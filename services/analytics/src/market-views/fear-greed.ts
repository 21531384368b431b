import { percent } from '@tidemark/indicators/indicator-kind';
import type { ByDay } from './by-day.ts';
import type { DailyMarket } from './daily-market.ts';
import { FEAR_GREED_COMPONENTS, type FearGreedComponent } from './fear-greed-components.ts';
import { percentileRank } from './percentile-rank.ts';

export const FEAR_GREED_LABELS = [
  'extreme fear',
  'fear',
  'neutral',
  'greed',
  'extreme greed',
] as const;
export type FearGreedLabel = (typeof FEAR_GREED_LABELS)[number];

/** Where each label ends; the last has no end. */
const ENDS = [25, 45, 55, 75];

/** One part of a day's index. */
export interface FearGreedPart {
  readonly name: string;
  readonly measures: string;
  /** What was measured, in its own unit. */
  readonly value: number | null;
  /** 0 is fear, 100 greed: where the value stands among those of the year before; null: too little is known. */
  readonly score: number | null;
  /** Of 100, as the table has it. */
  readonly weight: number;
  /** Its part in this day's index, of 100: the weight of what is not known is shared among the rest. */
  readonly share: number;
}

export interface FearGreed {
  /** The day's open, epoch ms. */
  readonly time: number;
  /** 0 to 100; null when less than half of the weight is known. */
  readonly index: number | null;
  readonly label: FearGreedLabel | null;
  readonly parts: readonly FearGreedPart[];
}

/** A component with what it measured on every day. */
interface Measured {
  readonly component: FearGreedComponent;
  readonly figures: ByDay;
}

/**
 * `fear-greed`, our own: each component's figure is ranked among its own figures of the last 365 days (90 at least), so
 * that no threshold is ours; the scores are averaged by weight. One for each of the last `days` days, oldest first.
 */
export function fearGreed(
  market: DailyMarket,
  days = 1,
  components: readonly FearGreedComponent[] = FEAR_GREED_COMPONENTS,
): FearGreed[] {
  const measured = components.map((component) => ({
    component,
    figures: component.figures(market),
  }));
  const first = Math.max(market.times.length - days, 0);
  return market.times.slice(first).map((time, i) => ofDay(time, first + i, measured));
}

function ofDay(time: number, day: number, measured: readonly Measured[]): FearGreed {
  const scored = measured.map((one) => ({ ...one, score: scoreOf(one, day) }));
  const known = scored.filter(({ score }) => score !== null);
  const [all, weight] = [sumOfWeights(measured), sumOfWeights(known)];
  const parts = scored.map(({ component, figures, score }) => ({
    name: component.name,
    measures: component.measures,
    value: figures[day] ?? null,
    score,
    weight: component.weight,
    share: score === null ? 0 : percent(component.weight, weight),
  }));
  const index = weight === 0 || weight < all / 2 ? null : averageOf(parts);
  return { time, index, label: index === null ? null : labelOf(index), parts };
}

function scoreOf({ component, figures }: Measured, day: number): number | null {
  const rank = percentileRank(figures, day);
  if (rank === null) return null;
  return 100 * (component.highMeans === 'greed' ? rank : 1 - rank);
}

function sumOfWeights(measured: readonly Measured[]): number {
  return measured.reduce((sum, { component }) => sum + component.weight, 0);
}

/** Of the parts that have a score. Of whole weights: all at 100 make exactly 100. */
function averageOf(parts: readonly FearGreedPart[]): number {
  const known = parts.filter(({ score }) => score !== null);
  const sum = known.reduce((total, { score, weight }) => total + (score ?? 0) * weight, 0);
  return sum / known.reduce((total, { weight }) => total + weight, 0);
}

/** 25, 45, 55 and 75 part the labels; each belongs to the calmer side of it. */
export function labelOf(index: number): FearGreedLabel {
  const place = ENDS.filter((end) => (end < 50 ? index >= end : index > end)).length;
  return FEAR_GREED_LABELS[place] ?? 'neutral';
}
