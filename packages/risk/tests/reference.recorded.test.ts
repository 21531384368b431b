import { describe, expect, it } from 'vitest';
import { downsideDeviation } from '../src/downside-deviation.ts';
import { pearson } from '../src/correlation.ts';
import { RollingCorrelation } from '../src/rolling-correlation.ts';
import { simpleReturns } from '../src/returns.ts';
import { seriesOf } from '../src/series.ts';
import { sortinoRatio } from '../src/sortino.ts';
import { spearman } from '../src/spearman.ts';
import { normalValueAtRisk } from '../src/value-at-risk.ts';
import { comparePrinted, REFERENCES_PRESENT, referenceRows } from './recorded-csv.ts';

/** One for each trading day; the reference knows no holes. */
const DAY = 86_400_000;

type Rows = Record<string, string>[];

const column = (rows: Rows, name: string): string[] => rows.map((row) => row[name] ?? '');
const closes = (rows: Rows): number[] => column(rows, 'close').map(Number);

/** The return of each row on the one before; as many as rows less one. */
function returnsOf(prices: readonly number[]): Float64Array {
  return simpleReturns(seriesOf(prices.map((value, i) => ({ time: i * DAY, value }))), DAY).values;
}

/** For each row what `measure` says of the last `period` returns; fewer at the beginning when `least` allows it. */
function rolling(
  prices: readonly number[],
  period: number,
  measure: (returns: Float64Array) => number | null,
  least = period,
): (number | null)[] {
  const returns = returnsOf(prices);
  return prices.map((_, i) =>
    i < least ? null : measure(returns.subarray(Math.max(i - period, 0), i)),
  );
}

if (!REFERENCES_PRESENT) console.warn('skipped: ../shared/data/indicators is not there');

describe.skipIf(!REFERENCES_PRESENT)('values that LEAN computed (../shared)', () => {
  describe('Pearson and Spearman of SPY and QQQ, closes, 252 days', () => {
    const rows = REFERENCES_PRESENT ? referenceRows('lean-spy_qqq_corr.csv') : [];
    const [spy, qqq] = ['SPY', 'QQQ'].map((symbol) => rows.filter((row) => row.Symbol === symbol));
    const [x, y] = [spy, qqq].map((side) => column(side ?? [], 'Close').map(Number));
    const warm = (_: unknown, i: number) => i >= 251;

    it('Pearson, streaming and batch', () => {
      const printed = column(qqq!, 'Correlation_Pearson').filter(warm);
      const streaming = new RollingCorrelation(252, DAY, 'prices');
      const streamed = x!.map((value, i) => streaming.next({ time: i * DAY, x: value, y: y![i]! }));
      const whole = x!.map((_, i) =>
        pearson(x!.slice(Math.max(i - 251, 0), i + 1), y!.slice(Math.max(i - 251, 0), i + 1)),
      );
      expect(comparePrinted(printed, streamed.filter(warm))).toBe(3713);
      expect(comparePrinted(printed, whole.filter(warm))).toBe(3713);
    });

    it('Spearman', () => {
      const printed = column(qqq!, 'Correlation_Spearman').filter(warm);
      const whole = x!.map((_, i) =>
        i < 251 ? null : spearman(x!.slice(i - 251, i + 1), y!.slice(i - 251, i + 1)),
      );
      expect(comparePrinted(printed, whole.filter(warm))).toBe(3713);
    });

    it('before 252 days have come there is no answer, where the reference prints 0', () => {
      const streaming = new RollingCorrelation(252, DAY, 'prices');
      const streamed = x!.map((value, i) => streaming.next({ time: i * DAY, x: value, y: y![i]! }));
      expect(streamed.slice(0, 251)).toEqual(new Array(251).fill(null));
      expect(new Set(column(qqq!, 'Correlation_Pearson').slice(0, 251))).toEqual(new Set(['0.0']));
    });
  });

  it('Sortino, 15 days, with a riskless return of 0 and of 1 % a day, and its parts', () => {
    const rows = referenceRows('lean-spy_sortino.csv');
    const prices = closes(rows);
    for (const target of [0, 0.01]) {
      const values = (name: string) => column(rows, `${name}_rf_${target}_period_15`);
      const ratio = rolling(prices, 15, (returns) => sortinoRatio(returns, target));
      const below = rolling(prices, 15, (returns) => downsideDeviation(returns, target));
      expect(comparePrinted(values('sortino'), ratio)).toBe(62);
      expect(comparePrinted(values('denominator'), below)).toBe(62);
    }
  });

  it('target downside deviation, 3 days, target 0', () => {
    const rows = referenceRows('lean-spy_tdd.csv');
    const below = rolling(closes(rows), 3, (returns) => downsideDeviation(returns));
    expect(comparePrinted(column(rows, 'tdd'), below)).toBe(5846);
  });

  it('value at risk by a normal fit, up to 252 days, as a return instead of a loss', () => {
    const rows = referenceRows('lean-spy_valueatrisk.csv');
    for (const [name, level] of [
      ['VaR_99', 0.99],
      ['VaR_95', 0.95],
      ['VaR_90', 0.9],
    ] as const) {
      const loss = rolling(closes(rows), 252, (returns) => normalValueAtRisk(returns, level), 2);
      const asReturn = loss.map((value) => value && -value);
      expect(comparePrinted(column(rows, name), asReturn)).toBe(5847);
    }
  });
});
