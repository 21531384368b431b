import type { Bar } from '@tidemark/indicators/bar';
import type { IndicatorKind, Parameter } from '@tidemark/indicators/indicator-kind';
import { sentimentKind } from '../src/sentiment-kind.ts';

/** Stand-ins for indicators, simple enough to be worked out in the head; `made` counts the states that were created. */
export const made = { count: 0 };

const period = (usual: number, name = 'period'): Parameter => ({
  name,
  default: usual,
  min: 1,
  max: 500,
  integer: true,
});

/** Warm after as many bars as the first parameter says (one without parameters); then says the outputs of each bar. */
function kind(
  name: string,
  parameters: readonly Parameter[],
  outputs: Readonly<Record<string, (bars: readonly Bar[]) => number>>,
): IndicatorKind {
  return {
    name,
    title: name,
    formula: name,
    parameters,
    outputs: Object.keys(outputs),
    warmUp: ([bars = 1]) => bars,
    create: ([length = 1]) => {
      made.count++;
      const bars: Bar[] = [];
      return {
        next(bar) {
          if (bar === null) return null;
          bars.push(bar);
          const window = bars.slice(-length);
          const warm = window.length === length;
          return Object.values(outputs).map((output) => (warm ? output(window) : null));
        },
      };
    },
  };
}

const mean = (bars: readonly Bar[]) => bars.reduce((sum, bar) => sum + bar.close, 0) / bars.length;

export const KINDS: readonly IndicatorKind[] = [
  kind('sma', [period(20)], { value: mean }),
  kind('ema', [period(20)], { value: mean }),
  kind('rsi', [period(14)], { value: (bars) => (bars[0]?.close ?? 0) % 100 }),
  kind('obv', [], { value: (bars) => bars[0]?.volume ?? 0 }),
  kind('macd', [period(12, 'fast'), period(26, 'slow'), period(9, 'signal')], {
    macd: mean,
    signal: () => 0,
    histogram: mean,
  }),
  kind('bands', [period(20), { ...period(2, 'width'), integer: false }], {
    upper: (bars) => Math.max(...bars.map((bar) => bar.close)),
    middle: mean,
    lower: (bars) => Math.min(...bars.map((bar) => bar.close)),
  }),
  sentimentKind(({ close }, hours) => (close < 0 ? null : close / hours)),
];
