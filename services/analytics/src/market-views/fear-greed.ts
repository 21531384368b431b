import type { FearGreedView } from '@tidemark/contracts/market-views';
import { percent } from '@tidemark/indicators/indicator-kind';
import { MIN_RANKED_DAYS, percentileRank, RANKED_DAYS, type ByDay } from './by-day.ts';
import type { DailyMarket } from './daily-market.ts';
import { FEAR_GREED_COMPONENTS, type FearGreedComponent } from './fear-greed-components.ts';

const LABELS = ['extreme fear', 'fear', 'neutral', 'greed', 'extreme greed'];
/** Where each label ends; the last has no end. */
const ENDS = [25, 45, 55, 75];

/** A day's index, and what it is made of. */
type FearGreedDay = FearGreedView['days'][number];

/** A component with what it measured on every day. */
interface Measured {
  readonly component: FearGreedComponent;
  readonly figures: ByDay;
}

/**
 * `fear-greed`, our own: each component's figure is ranked among its own figures of the last 365 days (90 at least), so
 * that no threshold is ours, or has a scale of its own; the scores are averaged by weight. One for each of the last `days`
 * days, oldest first.
 */
export function fearGreed(
  market: DailyMarket,
  days = 1,
  components: readonly FearGreedComponent[] = FEAR_GREED_COMPONENTS,
): FearGreedDay[] {
  const measured = components.map((component) => ({
    component,
    figures: component.figures(market),
  }));
  const first = Math.max(market.times.length - days, 0);
  return market.times.slice(first).map((time, i) => ofDay(time, first + i, measured));
}

function ofDay(time: number, day: number, measured: readonly Measured[]): FearGreedDay {
  const scored = measured.map((one) => ({ ...one, score: scoreOf(one, day) }));
  const known = scored.filter(({ score }) => score !== null);
  const weight = sumOfWeights(known);
  const parts = scored.map(({ component, figures, score }) => ({
    name: component.name,
    measures: component.measures,
    value: figures[day] ?? null,
    score,
    weight: component.weight,
    share: score === null ? 0 : percent(component.weight, weight),
    absent: score === null ? whyUnknown(component, figures[day] ?? null, time) : null,
  }));
  const index = isEnough(measured, known) ? averageOf(parts) : null;
  return { time, index, label: index === null ? null : labelOf(index), components: parts };
}

function scoreOf({ component, figures }: Measured, day: number): number | null {
  const part = component.partOf
    ? partOf(component.partOf, figures[day])
    : percentileRank(figures, day);
  if (part === null) return null;
  return 100 * (component.highMeans === 'greed' ? part : 1 - part);
}

function partOf(scale: (figure: number) => number, figure: number | null | undefined) {
  return figure === null || figure === undefined ? null : scale(figure);
}

/** Half of the weight of what the index cannot do without. */
function isEnough(all: readonly Measured[], known: readonly Measured[]): boolean {
  const [whole, part] = [all, known].map((parts) =>
    sumOfWeights(parts.filter(({ component }) => !component.isOptional)),
  ) as [number, number];
  return part > 0 && part >= whole / 2;
}

function whyUnknown(component: FearGreedComponent, figure: number | null, time: number): string {
  const tooFew = `Fewer than ${MIN_RANKED_DAYS} of its last ${RANKED_DAYS} days are known.`;
  if (figure !== null) return tooFew;
  return component.whyUnknown?.(time) ?? 'Too few daily bars before this day are known.';
}

function sumOfWeights(measured: readonly Measured[]): number {
  return measured.reduce((sum, { component }) => sum + component.weight, 0);
}

/** Of the parts that have a score. Of weights in whole quarters: all at 100 make exactly 100. */
function averageOf(parts: FearGreedDay['components']): number {
  const known = parts.filter(({ score }) => score !== null);
  const sum = known.reduce((total, { score, weight }) => total + (score ?? 0) * weight, 0);
  return sum / known.reduce((total, { weight }) => total + weight, 0);
}

/** 25, 45, 55 and 75 part the labels; each belongs to the calmer side of it. */
export function labelOf(index: number): string {
  const place = ENDS.filter((end) => (end < 50 ? index >= end : index > end)).length;
  return LABELS[place] ?? 'neutral';
}
