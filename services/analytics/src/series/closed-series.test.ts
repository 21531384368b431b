import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClosedBar } from '../market/bar-columns.ts';
import { anchorOf, BLOCK_BARS, ClosedSeries } from './closed-series.ts';

const MINUTE = 60_000;
/** In the middle of a block, so that histories cross an anchor or not, by their length. */
const START = 400 * BLOCK_BARS * MINUTE;

function barAt(minute: number, price = 100 + (minute % 17)): ClosedBar {
  const time = START + minute * MINUTE;
  const values = { open: price, high: price + 1, low: price - 1, close: price, volume: 5 };
  return { time, ...values, gap: false, lacking: [] };
}

/** Minutes with holes, in order. */
const history = fc
  .uniqueArray(fc.nat(3 * BLOCK_BARS), { minLength: 1, maxLength: 60 })
  .map((minutes) => minutes.sort((a, b) => a - b).map((minute) => barAt(minute)));

function contentOf(series: ClosedSeries) {
  return { bars: [...series.bars], fingerprint: series.fingerprint, newest: series.newest };
}

function wholeOf(bars: readonly ClosedBar[]) {
  const series = new ClosedSeries('bitcoin', '1m');
  series.take(0, bars);
  return contentOf(series);
}

test('a series is the same whether its bars came one by one, in pieces or at once', () => {
  fc.assert(
    fc.property(history, fc.array(fc.nat(60)), (bars, cuts) => {
      const series = new ClosedSeries('bitcoin', '1m');
      const ends = [...cuts.map((cut) => cut % (bars.length + 1)), bars.length];
      let from = 0;
      for (const end of ends.sort((a, b) => a - b)) {
        series.take((series.newest ?? -1) + 1, bars.slice(from, end));
        from = end;
      }
      expect(contentOf(series)).toEqual(wholeOf(bars));
    }),
  );
});

test('a series is the same whether a bar was mended later or was right from the first', () => {
  fc.assert(
    fc.property(history, fc.nat(), (bars, which) => {
      const index = which % bars.length;
      const right = bars.map((bar, i) => (i === index ? { ...bar, close: 1 } : bar));
      const series = new ClosedSeries('bitcoin', '1m');
      series.take(0, bars);
      const from = bars[index]!.time;
      series.take(
        from,
        right.filter(({ time }) => time >= from),
      );
      expect(contentOf(series)).toEqual(wholeOf(right));
    }),
  );
});

test('only the bars since the anchor are kept, and equal bars have equal fingerprints', () => {
  fc.assert(
    fc.property(history, (bars) => {
      const { bars: kept, fingerprint } = wholeOf(bars);
      const anchor = anchorOf(bars.at(-1)!.time, '1m');
      expect(kept).toEqual(bars.filter(({ time }) => time >= anchor));
      const changed = bars.map((bar) => ({ ...bar, volume: bar.volume + Number.EPSILON * 8 }));
      expect(wholeOf(bars).fingerprint).toBe(fingerprint);
      expect(wholeOf(changed).fingerprint).not.toBe(fingerprint);
    }),
  );
});

test('what changed is told: bars at the end, another history, or nothing', () => {
  const series = new ClosedSeries('bitcoin', '1m');
  expect(series.take(0, [])).toBeNull();
  expect(series.take(0, [barAt(1), barAt(2)])).toBe('rewritten');
  expect(series.take(barAt(2).time, [barAt(2), barAt(4)])).toBe('appended');
  expect(series.take(barAt(2).time, [barAt(2), barAt(4)])).toBeNull();
  expect(series.take(barAt(2).time, [barAt(2, 7), barAt(4)])).toBe('rewritten');
  expect(series.missingFrom(0)).toBe(1);
});

test('a bar that is known to lack trades no more has another fingerprint', () => {
  const whole = wholeOf([barAt(1), barAt(2)]);
  const lacking = wholeOf([barAt(1), { ...barAt(2), gap: true }]);
  expect(lacking.fingerprint).not.toBe(whole.fingerprint);
});

test('a bar that was made without a venue is told from one that has it, though no figure differs', () => {
  const without = { ...barAt(2), gap: true, lacking: ['coinbase' as const] };
  const series = new ClosedSeries('bitcoin', '1h');
  series.take(0, [barAt(1), without, barAt(3)]);
  expect(series.bars.at(1)).toEqual(without);
  expect(series.bars.gapsFrom(0)).toBe(1);
  expect(series.bars.lackingFrom(0)).toEqual([{ exchange: 'coinbase', bars: 1 }]);
  expect(series.bars.lackingFrom(2)).toEqual([]);
  expect(series.take(0, [barAt(1), { ...without, lacking: [] }, barAt(3)])).toBe('rewritten');
});
