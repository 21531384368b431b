import { TestClock } from '@tidemark/clock/test-clock';
import { INTERVALS, type Candle } from '@tidemark/contracts/candle';
import { CANDLE_UPDATES } from '@tidemark/contracts/topics';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { expect, test } from 'vitest';
import { ProductBook } from '../book/product-book.ts';
import { isRate } from '../coins/rate-listings.ts';
import { defaultUniverse } from '../coins/universe.ts';
import { PEG } from '../rates/dollar-rate.ts';
import { toCandle } from '../reading/consolidated-candle.ts';
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

/** A book with a trade in its open minute, what streams are told of it, and what the store says when it is asked. */
function openBook() {
  const clock = new TestClock();
  const bus = new MemoryEventBus({ clock });
  const listing = books.find(
    (book) => book.listing.quote !== 'USD' && !isRate(book.listing),
  )!.listing;
  const book = new ProductBook(listing);
  const minute = Math.floor(clock.now() / 60_000) * 60_000;
  book.begin(1, minute);
  const trade = (id: number, price: string) => {
    const { exchange, product } = listing;
    const time = minute + id;
    book.apply({ exchange, product, trade_id: id, price, size: '1', time, side: 'buy', trades: 1 });
    live.stored(book, []);
  };
  const told = new Map<string, number>();
  const stored: Candle[] = [];
  const rate = { ...PEG };
  const live = new LiveCandles({
    ...{ clock, bus, logger: createLogger({ level: 'silent' }), rate: () => rate },
    coin: (coinId) => universe.coin(coinId),
    read: (asks) => Promise.resolve(asks.map(() => stored)),
  });
  const look = async () => {
    await clock.advance(1_000);
    live.look([book]);
    await clock.advance(0);
    return told.get('consolidated 1m');
  };
  const listen = bus.subscribe(CANDLE_UPDATES, {
    onBatch: (messages) => {
      for (const { value } of messages)
        told.set(`${value.exchange} ${value.interval}`, value.close);
    },
  });
  return { book, live, rate, stored, trade, look, minute, listen };
}

test('what was read of an open bar is not the last word on it', async () => {
  const { book, live, stored, trade, look, minute, listen } = openBook();
  await listen;
  trade(1, '100');
  expect(await look()).toBe(100);
  const [open] = book.openMinutes();
  stored.push({ ...toCandle(open!), close: 90 });
  live.mended(book, { from: minute, to: minute + 60_000 }, [book]);
  await look();
  expect(await look()).toBe(100);
});

test('an open bar that nobody trades in is told anew when the rate is another', async () => {
  const { rate, trade, look, listen } = openBook();
  await listen;
  trade(1, '100');
  expect(await look()).toBe(100);
  rate.value = 0.5;
  expect(await look()).toBe(50);
});
