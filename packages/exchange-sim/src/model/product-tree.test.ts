import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_COINS, TETHER } from '../products.ts';
import { DAY_MS, LEVELS, MINUTE_MS } from './levels.ts';
import { createMarketModel, type MarketModel } from './market-model.ts';
import { BEGINNING, GENESIS } from './market-days.ts';
import type { MinuteTrades } from './minute-trades.ts';
import { barOfFirst } from './minute-view.ts';
import type { ProductTree } from './product-tree.ts';
import { type Bar, extendBar } from './span.ts';
import { VENUES } from './product.ts';

const LAST = GENESIS + 8 * 365 * 86_400_000;
const COINS = ['bitcoin', 'dogecoin', 'the-graph', 'pepe', 'shiba-inu', 'tether'];

/** A market of one coin and the USDT it is quoted in. */
function marketOf(seed: number, coinId: string): MarketModel {
  const coins = DEFAULT_COINS.filter((coin) => coin.id === coinId || coin === TETHER);
  return createMarketModel({ seed, rate: 1, coins });
}

const trees = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.constantFrom(...COINS), fc.boolean())
  .map(([seed, coin, onBinance]): ProductTree => {
    const market = marketOf(seed, coin);
    const [tree] = (onBinance && coin !== 'tether' ? market.binance : market.coinbase).values();
    return tree as ProductTree;
  });
const times = fc.integer({ min: BEGINNING, max: LAST });
const timesWithIds = fc.integer({ min: GENESIS, max: LAST });

function sum(bars: Bar[]): Bar {
  const [first, ...rest] = bars.map((bar) => ({ ...bar }));
  for (const bar of rest) extendBar(first as Bar, bar);
  return first as Bar;
}

function parts(tree: ProductTree, from: number, to: number, step: number): Bar[] {
  const bars: Bar[] = [];
  for (let open = from; open < to; open += step) bars.push(tree.bar(open, open + step) as Bar);
  return bars;
}

function barOf(minute: MinuteTrades): Bar {
  return barOfFirst(minute, minute.count);
}

test('the trades of a minute make its candle, to the tick and the lot', () => {
  fc.assert(
    fc.property(trees, times, (tree, time) => {
      const start = Math.floor(time / MINUTE_MS) * MINUTE_MS;
      const minute = tree.minute(start) as MinuteTrades;
      expect(barOf(minute)).toEqual(tree.bar(start, start + MINUTE_MS));
      expect(minute.count).toBeGreaterThanOrEqual(4);
    }),
    { numRuns: 60 },
  );
});

test('trades of a minute are in order, at least one lot each, with raw ids that run on', () => {
  fc.assert(
    fc.property(trees, times, (tree, time) => {
      const start = Math.floor(time / MINUTE_MS) * MINUTE_MS;
      const minute = tree.minute(start) as MinuteTrades;
      for (let i = 0; i < minute.count; i += 1) {
        const raw = (minute.firstRaw[i + 1] as number) - (minute.firstRaw[i] as number);
        expect(raw).toBeGreaterThanOrEqual(1);
        expect(minute.size[i]).toBeGreaterThanOrEqual(raw);
        expect(minute.micros[i]).toBeLessThan(MINUTE_MS * 1000);
        if (i > 0) expect(minute.micros[i]).toBeGreaterThanOrEqual(minute.micros[i - 1] as number);
      }
    }),
    { numRuns: 40 },
  );
});

test.each(LEVELS.slice(0, -1).map((level, i) => [i, level.ms] as const))(
  'at level %i the parts make the whole (%i ms)',
  (level, ms) => {
    const partMs = LEVELS[level + 1]?.ms as number;
    fc.assert(
      fc.property(trees, times, (tree, time) => {
        const from = Math.floor(time / ms) * ms;
        const whole = tree.bar(from, from + ms) as Bar;
        expect(sum(parts(tree, from, from + ms, partMs))).toEqual(whole);
        expect(whole.low).toBeLessThanOrEqual(Math.min(whole.open, whole.close));
        expect(whole.high).toBeGreaterThanOrEqual(Math.max(whole.open, whole.close));
      }),
      { numRuns: 40 },
    );
  },
);

test('trade ids run on from one minute, and one day, to the next', () => {
  fc.assert(
    fc.property(trees, times, (tree, time) => {
      for (const step of [MINUTE_MS, 86_400_000]) {
        const from = Math.floor(time / step) * step;
        const [one, two] = parts(tree, from, from + 2 * step, step) as [Bar, Bar];
        expect(two.firstId).toBe(one.firstId + one.trades);
        expect(two.firstRaw).toBe(one.firstRaw + one.raw);
      }
    }),
    { numRuns: 40 },
  );
});

test('a trade id leads back to its minute', () => {
  fc.assert(
    fc.property(trees, timesWithIds, (tree, time) => {
      const start = Math.floor(time / MINUTE_MS) * MINUTE_MS;
      const { firstId, trades } = tree.bar(start, start + MINUTE_MS) as Bar;
      expect(tree.minuteOfTrade(firstId, LAST)).toBe(start);
      expect(tree.minuteOfTrade(firstId + trades - 1, LAST)).toBe(start);
      expect(tree.minuteOfTrade(firstId + trades, LAST)).toBe(start + MINUTE_MS);
    }),
    { numRuns: 40 },
  );
});

test('the market is the same in every process, whatever was asked before', () => {
  const one = marketOf(7, 'bitcoin');
  const two = createMarketModel({ seed: 7, rate: 1, coins: DEFAULT_COINS });
  const time = Date.UTC(2026, 3, 1, 12, 34);
  one.binance.get('BTCUSDT')?.bar(GENESIS, time);
  for (const venue of VENUES) {
    for (const [name, tree] of one[venue]) {
      expect(two[venue].get(name)?.minute(time)).toEqual(tree.minute(time));
    }
  }
});

test('another seed is another market', () => {
  const time = Date.UTC(2026, 3, 1);
  const close = (seed: number): number | undefined =>
    marketOf(seed, 'bitcoin')
      .coinbase.get('BTC-USD')
      ?.bar(time, time + MINUTE_MS)?.close;
  expect(close(1)).not.toBe(close(2));
});

test('before its first day the market is empty', () => {
  const tree = marketOf(1, 'bitcoin').binance.get('BTCUSDT') as ProductTree;
  expect(tree.bar(BEGINNING - 86_400_000, BEGINNING)).toBeUndefined();
  expect(tree.minute(BEGINNING - MINUTE_MS)).toBeUndefined();
});

test('the day before ids begin to count leads up to the first', () => {
  const tree = marketOf(1, 'bitcoin').binance.get('BTCUSDT') as ProductTree;
  const [before, after] = parts(tree, GENESIS - DAY_MS, GENESIS + DAY_MS, DAY_MS);
  expect((before?.close ?? 0) / (after?.open ?? 1)).toBeCloseTo(1, 3);
  expect((before?.firstId ?? 0) + (before?.trades ?? 0)).toBe(after?.firstId);
});
