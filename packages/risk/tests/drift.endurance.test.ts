import { describe, expect, it } from 'vitest';
import { RollingRealizedVolatility, realizedVolatility } from '../src/volatility.ts';
import { seriesOf, type Point } from '../src/series.ts';
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
});
