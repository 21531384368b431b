import { describe, expect, it } from 'vitest';
import { pearson } from '../src/correlation.ts';
import { historicalLoss } from '../src/value-at-risk.ts';
import { simpleReturns } from '../src/returns.ts';
import { RollingCorrelation } from '../src/rolling-correlation.ts';
import { RollingHistoricalLoss } from '../src/rolling-value-at-risk.ts';
import { RollingRealizedVolatility, RollingVolatility } from '../src/rolling-volatility.ts';
import { seriesOf, type Point } from '../src/series.ts';
import { realizedVolatility, volatility } from '../src/volatility.ts';
import { relativeDifference } from './naive.ts';
import { HOUR, walk } from './rough-series.ts';

const BARS = 10_000_000;
const PERIOD = 240;

/** The last bars of a run are compared with a computation that has seen nothing else. */
const CHECKED = 50;

/** Feeds ten million bars with jumps of 10^6; answers with the end of the run. */
function run<Answer>(
  seed: number,
  next: (bar: Point) => Answer,
): { bars: Point[]; answers: Answer[] } {
  const price = walk(seed);
  const bars: Point[] = [];
  const answers: Answer[] = [];
  for (let i = 0; i < BARS; i += 1) {
    const bar = { time: i * HOUR, value: price() };
    const answer = next(bar);
    if (i >= BARS - CHECKED - PERIOD - 1) bars.push(bar);
    if (i >= BARS - CHECKED) answers.push(answer);
  }
  return { bars, answers };
}

/** What `batch` says of the `length` bars that end at each of the last ones. */
function fresh<Answer>(bars: Point[], length: number, batch: (bars: Point[]) => Answer): Answer[] {
  return Array.from({ length: CHECKED }, (_, i) => {
    const end = bars.length - CHECKED + i + 1;
    return batch(bars.slice(end - length, end));
  });
}

describe('after ten million bars', () => {
  it('rolling volatility is that of its window', { timeout: 60_000 }, () => {
    const rolling = new RollingVolatility(PERIOD);
    const { bars, answers } = run(1, (bar) => rolling.next(bar.value));
    const expected = fresh(bars, PERIOD, (part) => volatility(part.map((bar) => bar.value))!);
    for (const [i, answer] of answers.entries()) {
      expect(relativeDifference(answer!.volatility, expected[i]!.volatility)).toBeLessThan(1e-12);
      expect(relativeDifference(answer!.sma, expected[i]!.sma)).toBeLessThan(1e-12);
    }
  });

  it('rolling realized volatility is that of its window', { timeout: 60_000 }, () => {
    const rolling = new RollingRealizedVolatility(PERIOD, HOUR);
    const { bars, answers } = run(2, (bar) => rolling.next(bar));
    const expected = fresh(
      bars,
      PERIOD + 1,
      (part) => realizedVolatility(seriesOf(part), HOUR)!.annualized,
    );
    for (const [i, answer] of answers.entries()) {
      expect(relativeDifference(answer!, expected[i]!)).toBeLessThan(1e-12);
    }
  });

  it('rolling correlation of prices is that of its window', { timeout: 60_000 }, () => {
    const rolling = new RollingCorrelation(PERIOD, HOUR, 'prices');
    const second = walk(4);
    const others: number[] = [];
    const { bars, answers } = run(3, ({ time, value }) => {
      const other = second();
      if (time >= (BARS - CHECKED - PERIOD - 1) * HOUR) others.push(other);
      return rolling.next({ time, x: value, y: other });
    });
    const places = bars.map((bar, i) => ({ time: bar.time, value: i }));
    const expected = fresh(places, PERIOD, (part) =>
      pearson(
        part.map(({ value }) => bars[value]!.value),
        part.map(({ value }) => others[value]!),
      ),
    );
    for (const [i, answer] of answers.entries()) {
      expect(Math.abs(answer! - expected[i]!)).toBeLessThan(1e-12);
    }
  });

  it(
    'the rolling historical value at risk is that of its window, to the bit',
    { timeout: 60_000 },
    () => {
      const rolling = new RollingHistoricalLoss(PERIOD, 0.99);
      let before = 0;
      const { bars, answers } = run(5, ({ value }) => {
        const answer = before > 0 ? rolling.next(value / before - 1) : null;
        before = value;
        return answer;
      });
      const expected = fresh(bars, PERIOD + 1, (part) =>
        historicalLoss(simpleReturns(seriesOf(part), HOUR).values, 0.99),
      );
      expect(answers).toEqual(expected);
    },
  );
});
