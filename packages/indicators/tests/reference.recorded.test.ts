import { describe, expect, it } from 'vitest';
import type { Bar } from '../src/bar.ts';
import {
  asPrinted,
  barOf,
  compare,
  halfUnit,
  inSingle,
  readings,
  REFERENCES_PRESENT,
  rowsOf,
  singleStep,
  type Tolerance,
} from './reference-table.ts';

/** The reference had closes with more digits than it prints: ours may be off by what those do. */
const roundedCloses =
  (propagated: number): Tolerance =>
  (printed, ours) =>
    halfUnit(printed) + propagated + 1e-12 * Math.abs(ours);

function flatBar(time: number, price: number, volume = 0): Bar {
  return { time, open: price, high: price, low: price, close: price, volume };
}

describe.skipIf(!REFERENCES_PRESENT)('every printed value of the references (../shared)', () => {
  it('ATR 14', () => {
    const rows = rowsOf('lean-spy_atr_wilder.txt');
    const ours = readings('atr(14)', 'value', rows.map(barOf));
    const result = compare(rows, 'Average True Range 14', ours, asPrinted);
    expect(result).toEqual({ compared: 488, early: 0, faults: [] });
  });

  it('EMA 14', () => {
    const rows = rowsOf('lean-spy_ema.csv');
    const ours = readings('ema(14)', 'value', rows.map(barOf));
    const result = compare(rows, 'EMA14', ours, asPrinted);
    expect(result).toEqual({ compared: 351, early: 0, faults: [] });
  });

  it.each([
    ['adx(14)', 'plus_di', '+DI14', 490],
    ['adx(14)', 'minus_di', '-DI14', 490],
    ['adx(14)', 'adx', 'ADX 14', 477],
    ['adxr(14)', 'value', 'ADXR 14', 464],
  ])('%s %s', (call, output, column, compared) => {
    const rows = rowsOf('lean-spy_with_adx.txt');
    const ours = readings(call, output, rows.map(barOf));
    expect(compare(rows, column, ours, asPrinted)).toEqual({ compared, early: 0, faults: [] });
  });

  describe('Bollinger bands 20, 2', () => {
    const TOP = 'Bollinger Bands® 20 2 Top';
    const BOTTOM = 'Bollinger Bands® 20 2 Bottom';
    const MIDDLE = 'Moving Average 20';
    const table = () => rowsOf('lean-spy_bollinger_bands.txt');
    const all = { compared: 481, early: 0, faults: [] };
    const check = (output: string, column: string, tolerance: Tolerance) => {
      const rows = table();
      const ours = readings('bollinger(20,2)', output, rows.map(barOf));
      expect(compare(rows, column, ours, tolerance)).toEqual(all);
    };
    /** How far a printed band may be from the exact one, and how wide the bands are. */
    const band = (row: ReadonlyMap<string, string>) => {
      const [top, bottom] = [Number(row.get(TOP)), Number(row.get(BOTTOM))];
      return { off: 5e-5 + singleStep(top), width: top - bottom };
    };

    it('middle, to the printed digits', () => check('middle', MIDDLE, asPrinted));
    it('upper, which the reference computed in single precision', () =>
      check('upper', TOP, inSingle));
    it('lower, likewise', () => check('lower', BOTTOM, inSingle));

    it('the reference took bandwidth and %B from the bands as it printed them', () => {
      const rows = table();
      const printed = rows.map((row) =>
        [TOP, BOTTOM, MIDDLE, 'Close'].map((c) => Number(row.get(c))),
      );
      const widths = printed.map(([top, bottom, middle]) => (100 * (top! - bottom!)) / middle!);
      const shares = printed.map(([top, bottom, , close]) => (close! - bottom!) / (top! - bottom!));
      const cold = (values: number[]) => values.map((v) => (Number.isFinite(v) ? v : null));
      expect(compare(rows, 'BandWidth', cold(widths), asPrinted)).toMatchObject({ faults: [] });
      expect(compare(rows, '%B', cold(shares), asPrinted)).toMatchObject({ faults: [] });
    });
    it('bandwidth, within what the printed bands leave open', () =>
      check('bandwidth', 'BandWidth', (printed, _, row) => {
        return halfUnit(printed) + (200 * band(row).off) / Number(row.get(MIDDLE));
      }));
    it('%B, within what the printed bands leave open', () =>
      check('percent_b', '%B', (printed, ours, row) => {
        const { off, width } = band(row);
        return halfUnit(printed) + ((1 + 2 * Math.abs(ours)) * off) / width;
      }));
  });

  describe('the indicators of one file', () => {
    const table = () => rowsOf('lean-spy_with_indicators.txt');
    it.each([
      ['sma(14)', 'value', 'SMA14', 487, roundedCloses(0.005)],
      ['ema(14)', 'value', 'EMA14', 487, roundedCloses(0.005)],
      ['macd(12,26,9)', 'macd', 'MACD 12 26', 475, roundedCloses(0.01)],
      ['rsi(14)', 'value', 'RSI 14 Wilder', 486, asPrinted],
    ])('%s %s', (call, output, column, compared, tolerance) => {
      const rows = table();
      const ours = readings(call, output, rows.map(barOf));
      expect(compare(rows, column, ours, tolerance)).toEqual({ compared, early: 0, faults: [] });
    });

    it('its plain “RSI 14” is Cutler’s, on simple averages: not ours', () => {
      const rows = table();
      const bars = rows.map(barOf);
      const changes = bars.map((bar, i) => bar.close - bars[Math.max(i - 1, 0)]!.close);
      const average = (part: (change: number) => number) =>
        readings(
          'sma(14)',
          'value',
          changes.slice(1).map((c, i) => flatBar(i, part(c))),
        );
      const [gains, losses] = [average((c) => Math.max(c, 0)), average((c) => Math.max(-c, 0))];
      const cutler = rows.map((_, i) => {
        const [gain, loss] = [gains[i - 1] ?? null, losses[i - 1] ?? null];
        return gain === null || loss === null ? null : (100 * gain) / (gain + loss);
      });
      // Its closes had more digits than are printed: the averages, of some 50 points each, are off by less than 0.001.
      const result = compare(rows, 'RSI 14', cutler, (printed) => halfUnit(printed) + 1e-3);
      expect(result).toEqual({ compared: 485, early: 1, faults: [] });
    });

    it('OBV goes where the close goes; its volumes are known from its own changes alone', () => {
      const rows = table();
      const printed = rows.map((row) => Number(row.get('OBV')));
      const bars = rows.map((row, i) => {
        const before = printed[i - 1] ?? 0;
        const volume = i === 1 ? printed[1]! : Math.abs(printed[i]! - before);
        return { ...barOf(row, i), volume };
      });
      const ours = readings('obv', 'value', bars);
      const result = compare(rows, 'OBV', ours, (_, value) => 1e-9 * Math.abs(value));
      expect(result).toEqual({ compared: 499, early: 1, faults: [] });
    });
  });

  // Its first values are 179 months after its first bar: the months before are not printed, so ours is early.
  it.each([
    ['macd', 'MACD', 154],
    ['signal', 'Signal', 146],
    ['histogram', 'Histogram', 146],
  ])('MACD 12, 26, 9: %s, from closes in single precision', (output, column, early) => {
    const rows = rowsOf('lean-spy_with_macd.txt');
    const ours = readings('macd(12,26,9)', output, rows.map(barOf));
    const tolerance: Tolerance = (printed, value, row) =>
      inSingle(Number(printed).toPrecision(7), value, row) +
      singleStep(Number(row.get('Close'))) / 2;
    expect(compare(rows, column, ours, tolerance)).toEqual({ compared: 183, early, faults: [] });
  });

  it('OBV, each change and the whole, from volumes printed to seven digits', () => {
    const rows = rowsOf('lean-spy_with_obv.txt');
    const ours = readings('obv', 'value', rows.map(barOf));
    let open = halfUnit(rows[0]!.get('Volume')!);
    const whole = compare(rows, 'OBV', ours, (printed, _, row) => {
      open += halfUnit(row.get('Volume')!);
      return open + halfUnit(printed);
    });
    expect(whole).toEqual({ compared: 500, early: 1, faults: [] });
    const stepped = ours.map((value, i) => {
      const before = rows[i - 1]?.get('OBV');
      return before ? Number(before) + (value! - ours[i - 1]!) : value;
    });
    const steps = compare(rows, 'OBV', stepped, (printed, _, row) => {
      const before = rows[rows.indexOf(row) - 1]!.get('OBV')!;
      const volume = halfUnit(row.get('Volume')!);
      return halfUnit(printed) + volume + (before ? halfUnit(before) : volume);
    });
    expect(steps).toEqual({ compared: 500, early: 1, faults: [] });
  });

  describe('a relative moving average, which is not Wilder’s', () => {
    // The columns of 5 and of 15 have each other's name; what the first bars need is before the file.
    const table = () => rowsOf('lean-spy_with_rma.csv');
    const sma = (period: number) => readings(`sma(${period})`, 'value', table().map(barOf));
    it.each([
      [5, 'SMA15', 1022],
      [10, 'SMA10', 1017],
      [15, 'SMA5', 1012],
    ])('its simple average of %i', (period, column, compared) => {
      const rows = table().slice(period - 1);
      const ours = sma(period).slice(period - 1);
      expect(compare(rows, column, ours, asPrinted)).toEqual({ compared, early: 0, faults: [] });
    });
    it('and their combination: SMA(n) - SMA(2n) + SMA(3n)', () => {
      const [short, middle, long] = [sma(5), sma(10), sma(15)];
      const ours = long.map((value, i) => (value === null ? null : short[i]! - middle[i]! + value));
      const result = compare(table().slice(14), 'RMA5', ours.slice(14), asPrinted);
      expect(result).toEqual({ compared: 1012, early: 0, faults: [] });
    });
  });

  it.each([
    ['k', 'Stochastics 12 %K 3', 488],
    ['d', '%D 5', 484],
  ])('stochastic 12, 3, 5: %s, in single precision', (output, column, compared) => {
    const rows = rowsOf('lean-spy_with_stoch12k3.txt');
    const bars = rows.map((row, i): Bar => {
      const { time, open, high, low, close, volume } = barOf(row, i);
      const [o, h, l, c] = [open, high, low, close].map(Math.fround);
      return { time, open: o!, high: h!, low: l!, close: c!, volume };
    });
    const ours = readings('stochastic(12,3,5)', output, bars);
    expect(compare(rows, column, ours, inSingle)).toEqual({ compared, early: 0, faults: [] });
  });

  it('VWAP 50, of (open + high + low + close) / 4 as the reference takes it, in single precision', () => {
    const rows = rowsOf('lean-spy_with_vwap.txt');
    const bars = rows.map((row, i) => {
      const { time, open, high, low, close, volume } = barOf(row, i);
      return flatBar(time, (open + high + low + close) / 4, volume);
    });
    const ours = readings('vwap(50)', 'value', bars);
    const result = compare(rows, 'Moving VWAP 50', ours, inSingle);
    expect(result).toEqual({ compared: 452, early: 0, faults: [] });
  });
});
