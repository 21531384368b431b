import { expect, test } from 'vitest';
import { NOT_FOLLOWED, type Coverage } from '../book/coverage.ts';
import { toUnits, VOLUME_PLACES } from '../book/exact.ts';
import { productRate, witnessedRate, type RateProduct, type RateWitnesses } from './bar-rates.ts';

const MINUTE = 60_000;
const T0 = Date.UTC(2026, 5, 1);

function bar(minute: number, close: string, final = true) {
  const volume = toUnits('1', VOLUME_PLACES);
  return {
    ...{ time: T0 + minute * MINUTE, open: close, high: close, low: close, close },
    ...{ volume, quoteVolume: volume, trades: 1, firstId: null, lastId: null },
    ...{ final, gap: false, source: 'trades' as const },
  };
}

/** Followed since an hour before, and closed up to a minute. */
function through(minute: number, gaps: Coverage['gaps'] = []): Coverage {
  const from = T0 - 60 * MINUTE;
  return { ...NOT_FOLLOWED, finalThrough: T0 + minute * MINUTE, completeFrom: from, gaps };
}

const none: RateWitnesses = { usdcInUsdt: [], pairs: [] };

test('the rate is the bar’s own, or where it is quiet the nearest one before it', () => {
  const product = { bars: [bar(0, '0.999'), bar(2, '1.001')], coverage: through(60) };
  const rate = productRate(product, '1m');
  const said = [0, 1, 2, 3, 50].map((minute) => rate(T0 + minute * MINUTE));
  expect(said.map((r) => r?.value)).toEqual([0.999, 0.999, 1.001, 1.001, 1.001]);
  expect(said.every((r) => r?.closed)).toBe(true);
});

test('where it is not known to be quiet, an earlier one counts for ten minutes', () => {
  const product = { bars: [bar(0, '0.999')], coverage: through(1) };
  const rate = productRate(product, '1m');
  expect(rate(T0 + 10 * MINUTE)).toMatchObject({ value: 0.999, closed: false });
  expect(rate(T0 + 11 * MINUTE)).toBeNull();
});

test('before all that is known the first one stands in', () => {
  const rate = productRate({ bars: [bar(2, '1.001')], coverage: through(60) }, '1m');
  expect(rate(T0)).toMatchObject({ value: 1.001, basis: 'product' });
});

test('a rate is closed with its own bar, or with the minutes where it has none, but not in a gap', () => {
  const closed = (bars: RateProduct['bars'], coverage: Coverage) =>
    productRate({ bars, coverage }, '1m')(T0 + MINUTE)?.closed;
  expect(closed([bar(1, '1')], NOT_FOLLOWED)).toBe(true);
  expect(closed([bar(1, '1', false)], through(0))).toBe(false);
  expect(closed([bar(0, '1')], through(1))).toBe(false);
  expect(closed([bar(0, '1')], through(2))).toBe(true);
  const gap = { from: T0 + MINUTE, to: T0 + 2 * MINUTE };
  expect(closed([bar(0, '1')], through(2, [gap]))).toBe(false);
});

test('while its product is away the witnesses tell the rate, bar by bar', () => {
  const product = { bars: [bar(0, '0.999')], coverage: through(1) };
  const at = T0 + 30 * MINUTE;
  const pairs = [{ usd: [bar(30, '99900')], usdt: [bar(30, '100000')] }];
  const usdcInUsdt = [bar(30, '1.0004')];
  const rate = (witnesses: Partial<RateWitnesses>) =>
    witnessedRate(product, { ...none, ...witnesses }, '1m')(at);
  expect(rate({ usdcInUsdt, pairs })).toMatchObject({ value: 0.999, basis: 'implied' });
  expect(rate({ usdcInUsdt })).toMatchObject({ value: 1 / 1.0004, basis: 'usdc' });
  expect(rate({})).toMatchObject({ value: 0.999, basis: 'last', closed: false });
  expect(witnessedRate({ ...product, bars: [] }, none, '1m')(at)).toMatchObject({
    value: 1,
    basis: 'peg',
    closed: false,
  });
});
