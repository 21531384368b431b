import { TestClock } from '@tidemark/clock/test-clock';
import { INTERVALS } from '@tidemark/contracts/candle';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { expect, test } from 'vitest';
import { ProductBook } from '../book/product-book.ts';
import { isRate } from '../coins/rate-listings.ts';
import { defaultUniverse } from '../coins/universe.ts';
import { PEG } from '../rates/dollar-rate.ts';
import { LiveCandles } from './live-candles.ts';

const universe = defaultUniverse();
const books = universe.listings
  .filter(({ coinId }) => ['bitcoin', 'tether'].includes(coinId))
  .map((listing) => new ProductBook(listing));
const gap = { from: 0, to: 60_000 };

/** Which series are read anew once a book's minutes were mended. */
function readAfterMending(book: ProductBook): string[] {
  const clock = new TestClock();
  const asked: string[] = [];
  const live = new LiveCandles({
    ...{ clock, bus: new MemoryEventBus({ clock }), logger: createLogger({ level: 'silent' }) },
    ...{ coin: (coinId) => universe.coin(coinId), rate: () => PEG },
    read: (asks) => {
      for (const { coin, exchange, interval } of asks)
        asked.push(`${coin.coinId} ${exchange} ${interval}`);
      return Promise.resolve([]);
    },
  });
  live.mended(book, gap, books);
  live.look([]);
  return asked;
}

test('when minutes of the rate are mended, the candles that it converts are told again', () => {
  const rate = books.find(({ listing }) => isRate(listing))!;
  const expected = INTERVALS.map((interval) => `bitcoin consolidated ${interval}`);
  expect(readAfterMending(rate)).toEqual(expected);
});

test('when minutes of a venue are mended, its own candles and the consolidated ones are told again', () => {
  const own = books.find(({ listing }) => listing.coinId === 'bitcoin')!;
  const expected = INTERVALS.flatMap((interval) => [
    `bitcoin ${own.listing.exchange} ${interval}`,
    `bitcoin consolidated ${interval}`,
  ]);
  expect(readAfterMending(own)).toEqual(expected);
});
