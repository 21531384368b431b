import { TestClock } from '@tidemark/clock/test-clock';
import { defaultUniverse } from '../coins/universe.ts';
import { type CandleStore, marketKey } from '../store/candle-store.ts';
import { expect, it } from 'vitest';
import { MarketStats } from './market-stats.ts';

const NOW = Date.UTC(2026, 10, 28, 12);
const HOUR = 3_600_000;
const bitcoin = defaultUniverse().coins.find(({ coinId }) => coinId === 'bitcoin')!;
const BINANCE = marketKey('bitcoin', 'binance');
const PRODUCT = marketKey('BTCUSDT', 'binance');

/** A day that Coinbase has whole; Binance's oldest minute is `hours` old, and there may be a gap. */
async function dayWith(hours: number, more: { gapMinutes?: number; completeFrom?: number } = {}) {
  const { gapMinutes = 0, completeFrom } = more;
  const range = { high: 3, low: 1, quoteVolume: 10, oldest: NOW - 24 * HOUR };
  const gap = { coinId: 'bitcoin', exchange: 'binance', from: NOW - HOUR };
  const store = {
    rangeStats: () =>
      Promise.resolve(
        new Map([
          [marketKey('bitcoin', 'coinbase'), range],
          [BINANCE, { ...range, high: 4, oldest: NOW - hours * HOUR }],
        ]),
      ),
    gaps: () => Promise.resolve(gapMinutes ? [{ ...gap, to: gap.from + gapMinutes * 60_000 }] : []),
    completeFrom: () =>
      Promise.resolve(new Map(completeFrom === undefined ? [] : [[PRODUCT, completeFrom]])),
    firstBars: () => Promise.resolve(new Map()),
  } as unknown as CandleStore;
  const stats = new MarketStats(defaultUniverse(), store, new TestClock(NOW));
  await stats.refresh();
  const { high, low, turnover } = stats.day(bitcoin, () => 1);
  return [high, low, turnover];
}

const WHOLE = [4, 1, 20];
const UNKNOWN = [null, null, null];

it('extremes and turnover of a day are not told of a part of it', async () => {
  expect(await dayWith(24)).toEqual(WHOLE);
  expect(await dayWith(3)).toEqual(UNKNOWN);
});

it('a gap of some minutes spoils no day, one of an hour does until it is healed', async () => {
  expect(await dayWith(24, { gapMinutes: 5 })).toEqual(WHOLE);
  expect(await dayWith(24, { gapMinutes: 50 })).toEqual(UNKNOWN);
});

it('a product that was quiet, or is listed for three hours, lacks nothing', async () => {
  expect(await dayWith(3, { completeFrom: NOW - 48 * HOUR })).toEqual(WHOLE);
});
