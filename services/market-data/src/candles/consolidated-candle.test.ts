import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bar } from './candle.ts';
import { consolidateCandles, withOpenMinutes } from './consolidated-candle.ts';
import { toUnits, TURNOVER_PLACES, VOLUME_PLACES } from './exact.ts';

const T0 = Date.UTC(2026, 5, 1);

function bar(time: number, price: string, extra: Partial<Bar> = {}): Bar {
  return {
    time,
    open: price,
    high: price,
    low: price,
    close: price,
    volume: toUnits('1', VOLUME_PLACES),
    quoteVolume: toUnits(price, TURNOVER_PLACES),
    trades: 1,
    firstId: null,
    lastId: null,
    final: true,
    gap: false,
    source: 'trades',
    ...extra,
  };
}

const usd = () => ({ value: 1, settled: true });

describe('consolidateCandles', () => {
  it('weighs opens and closes by turnover, takes extremes anywhere, and sums what was traded', () => {
    const cheap = bar(T0, '100', { high: '104', low: '99' });
    const dear = bar(T0, '103', {
      low: '98',
      volume: toUnits('3', VOLUME_PLACES),
      quoteVolume: toUnits('300', TURNOVER_PLACES),
    });
    const candles = consolidateCandles([
      { bars: [cheap], rate: usd },
      { bars: [dear], rate: usd },
    ]);
    expect(candles).toEqual([
      {
        time: T0,
        open: 102.25,
        high: 104,
        low: 98,
        close: 102.25,
        volume: 4,
        trades: 2,
        final: true,
        gap: false,
      },
    ]);
  });

  it('converts at the bar’s own rate; a venue without one is left out and the bar marked', () => {
    const rate = (time: number) => (time === T0 ? { value: 0.5, settled: true } : null);
    const candles = consolidateCandles([
      { bars: [bar(T0, '100'), bar(T0 + 60_000, '100')], rate },
      { bars: [bar(T0 + 60_000, '60')], rate: usd },
    ]);
    expect(candles.map(({ close, gap }) => ({ close, gap }))).toEqual([
      { close: 50, gap: false },
      { close: 60, gap: true },
    ]);
  });

  it('is final only when every venue’s bar is, and does not invent a count of trades', () => {
    const candles = consolidateCandles([
      { bars: [bar(T0, '100')], rate: usd },
      { bars: [bar(T0, '100', { final: false, trades: null })], rate: usd },
    ]);
    expect(candles[0]).toMatchObject({ final: false, trades: null });
  });

  it('is not final while the rate that it was converted by may still change', () => {
    const rate = () => ({ value: 1.001, settled: false });
    const candles = consolidateCandles([
      { bars: [bar(T0, '100')], rate: usd },
      { bars: [bar(T0, '100')], rate },
    ]);
    expect(candles[0]).toMatchObject({ final: false });
  });

  it('keeps open and close between low and high', () => {
    const price = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(price, price), { minLength: 1, maxLength: 4 }), (venues) => {
        const [candle] = consolidateCandles(
          venues.map(([a, b]) => ({
            rate: usd,
            bars: [
              bar(T0, String(a), {
                close: String(b),
                high: String(Math.max(a, b)),
                low: String(Math.min(a, b)),
              }),
            ],
          })),
        );
        const { open = 0, close = 0, high = 0, low = 0 } = candle ?? {};
        expect(Math.min(open, close)).toBeGreaterThanOrEqual(low * (1 - 1e-11));
        expect(Math.max(open, close)).toBeLessThanOrEqual(high * (1 + 1e-11));
      }),
    );
  });
});

describe('withOpenMinutes', () => {
  it('adds open minutes to the bar they belong to, and begins a new one after it', () => {
    const stored = [bar(T0, '100', { final: false, source: 'rollup' })];
    const minutes = [
      bar(T0 + 240_000, '110', { final: false }),
      bar(T0 + 300_000, '90', { final: false }),
    ];
    const shown = withOpenMinutes(stored, minutes, '5m');
    expect(shown.map(({ time, high, close }) => ({ time, high, close }))).toEqual([
      { time: T0, high: '110', close: '110' },
      { time: T0 + 300_000, high: '90', close: '90' },
    ]);
  });

  it('leaves a closed bar as it is', () => {
    const stored = [bar(T0, '100')];
    const late = [bar(T0 + 60_000, '110', { final: false })];
    expect(withOpenMinutes(stored, late, '5m')).toEqual(stored);
  });
});
