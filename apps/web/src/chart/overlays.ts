import type { Indicators } from '@tidemark/contracts/analytics';
import {
  OVERLAY_IDS,
  type IndicatorChoice,
  type OverlayId,
  type Periods,
} from './indicator-choice.ts';

/** What an overlay says of one closed bar. */
export interface OverlayPoint {
  /** The bar's open, epoch ms. */
  time: number;
  /** One price; for the bands the upper and the lower one; for volatility percent of the average. */
  values: readonly number[];
}

/** An indicator that is drawn with the price. */
export interface Overlay {
  id: OverlayId;
  /** Short, with its parameters: `SMA 20`. */
  label: string;
  /** Of the closed bars that it has a value for, oldest first. */
  points: readonly OverlayPoint[];
}

interface OverlayKind {
  label: (periods: Periods) => string;
  /** The indicators and outputs that its values are made of, as the service names them. */
  sources: (periods: Periods) => readonly (readonly [name: string, output: string])[];
  values: (numbers: readonly number[]) => readonly number[];
}

/** Bars of the bands and of volatility, and how many deviations the bands are away. */
const WINDOW = 20;
const DEVIATIONS = 2;
const BANDS = `bollinger(${WINDOW},${DEVIATIONS})`;

const asItIs = (numbers: readonly number[]) => numbers;

const KINDS: Record<OverlayId, OverlayKind> = {
  sma: {
    label: ({ sma }) => `SMA ${sma}`,
    sources: ({ sma }) => [[`sma(${sma})`, 'value']],
    values: asItIs,
  },
  ema: {
    label: ({ ema }) => `EMA ${ema}`,
    sources: ({ ema }) => [[`ema(${ema})`, 'value']],
    values: asItIs,
  },
  bollinger: {
    label: () => `BB ${WINDOW}, ${DEVIATIONS}`,
    sources: () => [
      [BANDS, 'upper'],
      [BANDS, 'lower'],
    ],
    values: asItIs,
  },
  // The service's deviation in percent of its average, so that coins of any price compare.
  volatility: {
    label: () => `Volatility ${WINDOW}`,
    sources: () => [
      [`stddev(${WINDOW})`, 'value'],
      [`sma(${WINDOW})`, 'value'],
    ],
    values: ([deviation = NaN, mean = NaN]) => [100 * (deviation / mean)],
  },
};

const chosen = ({ on }: IndicatorChoice) => OVERLAY_IDS.filter((id) => on[id]);

/** What to ask the service for, each once; empty when nothing is shown. */
export function namesOf(choice: IndicatorChoice): string {
  const names = chosen(choice).flatMap((id) => KINDS[id].sources(choice.periods));
  return [...new Set(names.map(([name]) => name))].join(',');
}

/** The overlays that are shown, with the values that an answer has for them. */
export function overlaysOf(choice: IndicatorChoice, answer: Indicators | undefined): Overlay[] {
  return chosen(choice).map((id) => {
    const { label, sources, values } = KINDS[id];
    const columns = sources(choice.periods).map(([name, output]) => column(answer, name, output));
    const points = (answer?.times ?? []).map((time, row) => ({
      time,
      values: values(columns.map((numbers) => numbers[row] ?? NaN)),
    }));
    const isWarm = ({ values }: OverlayPoint) => values.every(Number.isFinite);
    return { id, label: label(choice.periods), points: points.filter(isWarm) };
  });
}

function column(answer: Indicators | undefined, name: string, output: string) {
  const series = answer?.indicators.find((candidate) => candidate.name === name);
  const index = series?.outputs.indexOf(output) ?? -1;
  return series?.values.map((row) => row[index] ?? null) ?? [];
}

/**
 * The values of the bar that opens at `time`, or of the newest closed bar for null. Null where there are none, as for a
 * bar that is still open.
 */
export function valuesAt({ points }: Overlay, time: number | null): readonly number[] | null {
  const point = time === null ? points.at(-1) : points.find((candidate) => candidate.time === time);
  return point?.values ?? null;
}

const STEP = 250;
/** The service answers for no more: on bars before those the overlays end. */
const MOST = 1000;

/** Closed bars to ask for, so that `bars` are covered. In steps, so that each new bar is not another question. */
export function overlayLimit(bars: number): number {
  return Math.min(MOST, Math.max(1, Math.ceil(bars / STEP)) * STEP);
}
