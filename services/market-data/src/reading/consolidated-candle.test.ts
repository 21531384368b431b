import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bar } from '../book/bar.ts';
import { lastKnown, traded } from '../rates/dollar-rate.ts';
import {
  consolidateCandles,
  IN_DOLLARS,
  withOpenMinutes,
  type VenueBars,
} from './consolidated-candle.ts';
import { toUnits, TURNOVER_PLACES, VOLUME_PLACES } from '../book/exact.ts';

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

const usd = () => IN_DOLLARS;
const never = () => false;
const always = () => true;

/** A venue that lists the coin; where it has no bar nothing is known. */
function venue(bars: Bar[], more: Partial<VenueBars> = {}): VenueBars {
  return { exchange: 'coinbase', bars, quiet: never, rate: usd, ...more };
}

describe('consolidateCandles', () => {
  it('weighs opens and closes by turnover, takes extremes anywhere, and sums what was traded', () => {
    const cheap = bar(T0, '100', { high: '104', low: '99' });
    const dear = bar(T0, '103', {
      low: '98',
      volume: toUnits('3', VOLUME_PLACES),
      quoteVolume: toUnits('300', TURNOVER_PLACES),
    });
    expect(consolidateCandles([venue([cheap]), venue([dear])], never)).toEqual([
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
        lacking: [],
        rate_basis: null,
      },
    ]);
  });

  it('converts at the bar’s own rate, and says how that is known', () => {
    const rate = (time: number) => ({
      ...(time === T0 ? traded(0.5) : lastKnown(0.5, 1)),
      closed: true,
    });
    const candles = consolidateCandles(
      [venue([bar(T0, '100'), bar(T0 + 60_000, '100')], { rate })],
      never,
    );
    expect(candles).toMatchObject([
      { close: 50, rate_basis: 'product' },
      { close: 50, rate_basis: 'last' },
    ]);
  });

  it('is final only when every venue’s bar is, and does not invent a count of trades', () => {
    const open = bar(T0, '100', { final: false, trades: null });
    const candles = consolidateCandles([venue([bar(T0, '100')]), venue([open])], never);
    expect(candles[0]).toMatchObject({ final: false, trades: null, lacking: [] });
  });

  it('a venue without a bar is waited for, unless nothing was traded there', () => {
    const away = venue([], { exchange: 'binance' });
    const final = (other: VenueBars) =>
      consolidateCandles([venue([bar(T0, '100')]), other], never)[0]?.final;
    expect(final(away)).toBe(false);
    expect(final({ ...away, quiet: always })).toBe(true);
  });

  it('when it is overdue it is final without a venue, whichever that is, and names it', () => {
    const gone = (exchange: VenueBars['exchange'], bars: Bar[]) =>
      consolidateCandles(
        [
          venue(exchange === 'binance' ? bars : [bar(T0, '100')], { exchange: 'binance' }),
          venue(exchange === 'coinbase' ? bars : [bar(T0, '100')]),
        ],
        always,
      )[0];
    for (const exchange of ['binance', 'coinbase'] as const) {
      const lacking = { final: true, gap: true, lacking: [exchange] };
      expect(gone(exchange, [])).toMatchObject(lacking);
      expect(gone(exchange, [bar(T0, '100', { final: false })])).toMatchObject(lacking);
      expect(gone(exchange, [bar(T0, '100')])).toMatchObject({ final: true, lacking: [] });
    }
  });

  it('is never final without any venue', () => {
    const open = bar(T0, '100', { final: false });
    const candles = consolidateCandles([venue([open]), venue([], { exchange: 'binance' })], always);
    expect(candles[0]).toMatchObject({ final: false, lacking: [] });
  });

  it('waits for the rate that it is converted by as for a venue', () => {
    const rate = () => ({ ...lastKnown(1.001, 1), closed: false });
    const venues = [
      venue([bar(T0, '100')]),
      venue([bar(T0, '100')], { exchange: 'binance', rate }),
    ];
    expect(consolidateCandles(venues, never)[0]).toMatchObject({ final: false });
    expect(consolidateCandles(venues, always)[0]).toMatchObject({
      final: true,
      lacking: ['coinbase'],
      rate_basis: 'last',
    });
  });

  it('keeps open and close between low and high', () => {
    const price = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(price, price), { minLength: 1, maxLength: 4 }), (venues) => {
        const [candle] = consolidateCandles(
          venues.map(([a, b]) =>
            venue([
              bar(T0, String(a), {
                close: String(b),
                high: String(Math.max(a, b)),
                low: String(Math.min(a, b)),
              }),
            ]),
          ),
          never,
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
