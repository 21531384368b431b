import { beforeAll, expect, test } from 'vitest';
import { DEFAULT_COINS } from '../products.ts';
import { DAY_MS, MINUTE_MS } from './levels.ts';
import { createMarketModel, type MarketModel } from './market-model.ts';
import { type Venue, VENUES } from './product.ts';
import type { Bar } from './span.ts';

const FROM = Date.UTC(2025, 10, 1);
const DAYS = 365;
let model: MarketModel;

beforeAll(() => {
  model = createMarketModel({ seed: 1, rate: 1, coins: DEFAULT_COINS });
});

function bars(venue: Venue, product: string, step: number, count: number): Bar[] {
  const tree = model[venue].get(product);
  return Array.from({ length: count }, (_, i) => {
    return tree?.bar(FROM + i * step, FROM + (i + 1) * step) as Bar;
  });
}

function returns(all: readonly Bar[]): number[] {
  return all.map((bar) => Math.log(bar.close / bar.open));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  const cov = mean(a.map((value, i) => (value - ma) * ((b[i] as number) - mb)));
  const varA = mean(a.map((value) => (value - ma) ** 2));
  const varB = mean(b.map((value) => (value - mb) ** 2));
  return cov / Math.sqrt(varA * varB);
}

test('the venues list thirty coins, Coinbase USDT-USD, and Binance USDCUSDT', () => {
  expect(model.binance.size).toBe(31);
  expect(model.coinbase.size).toBe(31);
  expect(model.coinbase.has('USDT-USD')).toBe(true);
  expect(model.binance.has('USDCUSDT')).toBe(true);
});

test('coins rise and fall together', () => {
  const bitcoin = returns(bars('coinbase', 'BTC-USD', DAY_MS, DAYS));
  const ether = returns(bars('coinbase', 'ETH-USD', DAY_MS, DAYS));
  expect(correlation(bitcoin, ether)).toBeGreaterThan(0.4);
  expect(correlation(bitcoin, ether)).toBeLessThan(0.98);
});

test('calm and wild days come in spells', () => {
  const sizes = returns(bars('coinbase', 'BTC-USD', DAY_MS, 3 * DAYS)).map((r) => Math.abs(r));
  expect(correlation(sizes.slice(0, -1), sizes.slice(1))).toBeGreaterThan(0.08);
});

test('the afternoon in Europe is busier than the night', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => {
    const volumes = bars('binance', 'ETHUSDT', DAY_MS / 24, 24 * 40).map((bar) => bar.volume);
    return mean(volumes.filter((_volume, i) => i % 24 === hour));
  });
  expect(hours[15]).toBeGreaterThan(1.5 * (hours[3] as number));
});

test('a USDT stays within a cent of a dollar', () => {
  for (const bar of bars('coinbase', 'USDT-USD', DAY_MS, 3 * DAYS)) {
    expect(Math.abs(bar.low / 1e5 - 1)).toBeLessThan(0.01);
    expect(Math.abs(bar.high / 1e5 - 1)).toBeLessThan(0.01);
  }
});

test('in dollars the venues are within a few basis points of one another', () => {
  const binance = bars('binance', 'BTCUSDT', MINUTE_MS, 5000);
  const coinbase = bars('coinbase', 'BTC-USD', MINUTE_MS, 5000);
  const rate = bars('coinbase', 'USDT-USD', MINUTE_MS, 5000);
  for (const [i, bar] of binance.entries()) {
    const usd = bar.close * ((rate[i] as Bar).close / 1e5);
    expect(Math.abs(usd / (coinbase[i] as Bar).close - 1)).toBeLessThan(0.0008);
  }
});

test('all products together trade 20 to 60 times a second', () => {
  let trades = 0;
  for (const venue of VENUES) {
    for (const name of model[venue].keys()) {
      for (const bar of bars(venue, name, DAY_MS, 30)) trades += bar.trades;
    }
  }
  const perSecond = trades / (30 * 86_400);
  expect(perSecond).toBeGreaterThan(20);
  expect(perSecond).toBeLessThan(60);
});
