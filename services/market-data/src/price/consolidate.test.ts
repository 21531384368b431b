import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PEG, traded } from '../rates/dollar-rate.ts';
import { consolidate, type VenueView } from './consolidate.ts';

const NOW = 1_700_000_000_000;
const PAR = traded(1);

function view(exchange: 'binance' | 'coinbase', price: number, extra: Partial<VenueView> = {}) {
  return {
    exchange,
    product: exchange,
    quote: 'USD' as const,
    last: { price, time: NOW - 100 },
    book: null,
    turnoverUsd: 1000,
    connected: true,
    ...extra,
  };
}

describe('consolidate', () => {
  it('weighs venues by their turnover', () => {
    const result = consolidate(
      [view('binance', 100, { turnoverUsd: 3000 }), view('coinbase', 101, { turnoverUsd: 1000 })],
      PAR,
      NOW,
      null,
    );
    expect(result).toMatchObject({ price: 100.25, quality: 'live' });
    expect(result.sources.map((source) => source.weight)).toEqual([0.75, 0.25]);
  });

  it('lies between the prices it is made of', () => {
    const price = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(price, price, fc.double({ min: 1, max: 1e9, noNaN: true }), (a, b, turnover) => {
        const views = [view('binance', a, { turnoverUsd: turnover }), view('coinbase', b)];
        const result = consolidate(views, PAR, NOW, null);
        const used = result.sources.filter((s) => s.status === 'used').map((s) => s.price ?? 0);
        expect(result.price).toBeGreaterThanOrEqual(Math.min(...used) * (1 - 1e-11));
        expect(result.price).toBeLessThanOrEqual(Math.max(...used) * (1 + 1e-11));
      }),
    );
  });

  it('converts USDT at the rate, and is degraded by one that is not traded', () => {
    const usdt = view('binance', 100, { quote: 'USDT' });
    expect(consolidate([usdt], traded(0.999), NOW, null)).toMatchObject({
      price: 99.9,
      quality: 'live',
    });
    const pegged = consolidate([usdt, view('coinbase', 100)], PEG, NOW, null);
    expect(pegged).toMatchObject({ price: 100, quality: 'degraded' });
    expect(pegged.sources).toMatchObject([
      { status: 'used', usd_rate: 1, rate_basis: 'peg', rate_uncertainty: 0.05 },
      { status: 'used', usd_rate: 1, rate_basis: null, rate_uncertainty: 0 },
    ]);
    expect(consolidate([view('coinbase', 100)], PEG, NOW, null).quality).toBe('live');
  });

  it('an old quote is left out, and sooner when its feed is down', () => {
    const old = view('binance', 90, { last: { price: 90, time: NOW - 20_000 } });
    expect(consolidate([old, view('coinbase', 100)], PAR, NOW, null).quality).toBe('live');
    const down = { ...old, connected: false };
    expect(consolidate([down, view('coinbase', 100)], PAR, NOW, null)).toMatchObject({
      price: 100,
      quality: 'degraded',
    });
  });

  it('nothing fresh is stale, with no price of its own', () => {
    const old = view('binance', 90, { last: { price: 90, time: NOW - 120_000 } });
    expect(consolidate([old], PAR, NOW, 90)).toMatchObject({ price: null, quality: 'stale' });
  });

  it('a fresh book speaks for a venue whose last trade is old', () => {
    const quiet = view('binance', 90, {
      last: { price: 90, time: NOW - 120_000 },
      book: { bid: 99, ask: 101, time: NOW },
    });
    const result = consolidate([quiet], PAR, NOW, null);
    expect(result.price).toBe(100);
    expect(result.sources[0]).toMatchObject({ basis: 'mid', status: 'used' });
  });

  it('of two venues the one that jumped away from the last price is left out', () => {
    const views = [view('binance', 100), view('coinbase', 140)];
    const result = consolidate(views, PAR, NOW, 100.1);
    expect(result).toMatchObject({ price: 100, quality: 'degraded' });
    expect(result.sources[1]?.status).toBe('outlier');
  });

  it('both venues moving together are believed', () => {
    const result = consolidate([view('binance', 140), view('coinbase', 140.1)], PAR, NOW, 100);
    expect(result.quality).toBe('live');
  });
});
