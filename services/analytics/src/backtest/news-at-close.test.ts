import type { Bar } from '@tidemark/indicators/bar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewsHistory } from '../news/news-history.ts';
import { newsAssumptions, newsAtClose } from './news-at-close.ts';

const HOUR = 3_600_000;

const bar = (time: number): Bar => ({ time, open: 1, high: 1, low: 1, close: 1, volume: 1 });
/** Scores of hours, by the number of the hour. */
const history = (hours: readonly (readonly [hour: number, score: number])[]): NewsHistory => ({
  time: Float64Array.from(hours, ([hour]) => hour * HOUR),
  score: Float64Array.from(hours, ([, score]) => score),
});
/** At the close of the bar of an hour that begins with that hour. */
const at = (kept: NewsHistory, hour: number, hours: number, intervalMs = HOUR) =>
  newsAtClose(kept, intervalMs)(bar(hour * HOUR), hours);

describe('the news at a bar’s close', () => {
  const kept = history([
    [0, 0.5],
    [1, 0.25],
    [2, -0.75],
    [3, 1],
  ]);

  it('are the mean of the hours that ended by then', () => {
    expect(at(kept, 0, 1)).toBe(0.5);
    expect(at(kept, 1, 2)).toBe(0.375);
    expect(at(kept, 2, 3)).toBe(0);
    expect(at(kept, 3, 2)).toBe(0.125);
  });

  it('do not count an hour that is under way', () => {
    // Bars of 15 minutes: the one from 1:30 on closes at 1:45.
    expect(at(kept, 1.5, 1, HOUR / 4)).toBe(0.5);
    expect(at(kept, 1.75, 1, HOUR / 4)).toBe(0.25);
    // Of a day: hours 0 to 23.
    expect(at(kept, 0, 24, 24 * HOUR)).toBeNull();
  });

  it('are not known before the history, after it, or where fewer than half of the hours are kept', () => {
    expect(at(kept, -1, 1)).toBeNull();
    expect(at(kept, 4, 1)).toBeNull();
    expect(at(kept, 5, 4)).toBe(0.125);
    expect(at(kept, 6, 4)).toBeNull();
    expect(at(history([]), 3, 24)).toBeNull();
  });

  it('are never made of what came later, and lie among the scores that they are made of', () => {
    const score = fc.double({ min: -1, max: 1, noNaN: true });
    const kept = fc
      .array(fc.option(score, { freq: 5 }), { maxLength: 60 })
      .map((scores) => scores.flatMap((one, hour) => (one === null ? [] : [[hour, one] as const])));
    const minute = fc.integer({ min: -60, max: 70 * 60 });
    fc.assert(
      fc.property(kept, minute, fc.integer({ min: 1, max: 72 }), (all, open, hours) => {
        const interval = 5 * 60_000;
        const time = Math.floor(open / 5) * interval;
        const close = time + interval;
        const then = all.filter(([hour]) => (hour + 1) * HOUR <= close);
        const value = newsAtClose(history(all), interval)(bar(time), hours);
        expect(value).toBe(newsAtClose(history(then), interval)(bar(time), hours));
        const counted = then.filter(([hour]) => (hour + 1) * HOUR > close - hours * HOUR);
        const scores = counted.map(([, one]) => one);
        const isKnown = counted.length > 0 && counted.length >= hours / 2;
        expect(value !== null).toBe(isKnown);
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-12);
        expect(value).toBeLessThanOrEqual(Math.max(...scores) + 1e-12);
      }),
    );
  });
});

describe('what is assumed of the news', () => {
  it('says from when on they are known', () => {
    const kept = history([[10, 0.1]]);
    expect(newsAssumptions(kept, 20 * HOUR).join(' ')).toContain('1970-01-01T11:00:00.000Z');
  });

  it('says where there is no history', () => {
    for (const [kept, end] of [
      [history([]), 20 * HOUR],
      [history([[10, 0.1]]), 10 * HOUR],
      [history([[10, 0.1]]), null],
    ] as const) {
      expect(newsAssumptions(kept, end)).toEqual([expect.stringContaining('not known at any bar')]);
    }
  });
});
