import { TestClock } from '@tidemark/clock/test-clock';
import { createLogger } from '@tidemark/telemetry/logger';
import { expect, test } from 'vitest';
import { AskedMarket } from '../../tests/support/asked-market.ts';
import type { CoinList } from '../market/coin-list.ts';
import { MarketReader } from '../market/market-reader.ts';
import { ClosedSeries } from '../series/closed-series.ts';
import { SeriesShelf } from '../series/series-shelf.ts';
import { Popularity } from './popularity.ts';
import { Warming } from './warming.ts';

function openWarming() {
  const clock = new TestClock();
  const warmed: string[] = [];
  const logger = createLogger({ level: 'silent' });
  const warming = new Warming({
    coins: { all: async () => ['bitcoin', 'ethereum'] } as unknown as CoinList,
    shelf: new SeriesShelf({ reader: new MarketReader(new AskedMarket().ask), clock, logger }),
    popularity: new Popularity(clock),
    clock,
    logger,
    count: 1,
    usual: async (coinId) => void warmed.push(coinId),
  });
  return { clock, warmed, warming };
}

test('bars of one coin that close together are worked out once, for a popular coin', async () => {
  const { clock, warmed, warming } = openWarming();
  for (const interval of ['15m', '1h', '1d'] as const) {
    warming.take(new ClosedSeries('bitcoin', interval));
    warming.take(new ClosedSeries('ethereum', interval));
  }
  await clock.advance(2_000);
  expect(warmed).toEqual(['bitcoin']);
});

test('nothing is worked out after it was stopped', async () => {
  const { clock, warmed, warming } = openWarming();
  warming.take(new ClosedSeries('bitcoin', '1h'));
  warming.stop();
  await clock.advance(2_000);
  expect(warmed).toEqual([]);
});
