import { INTERVAL_MS } from '@tidemark/contracts/candle';
import { TestClock } from '@tidemark/clock/test-clock';
import { createLogger } from '@tidemark/telemetry/logger';
import { expect, test } from 'vitest';
import { AskedMarket, NOON } from '../../tests/support/asked-market.ts';
import { MarketReader } from '../market/market-reader.ts';
import { SeriesShelf } from './series-shelf.ts';

const HOUR = INTERVAL_MS['1h'];

function openShelf(lines: string[] = []) {
  const clock = new TestClock(NOON);
  const market = new AskedMarket();
  const reader = new MarketReader(market.ask);
  const destination = { write: (line: string) => lines.push(line) };
  const logger = createLogger({ level: 'warn', destination });
  const shelf = new SeriesShelf({ reader, clock, logger });
  shelf.start();
  return { clock, market, shelf };
}

test('what is told of a bar many times at once is read once', async () => {
  const { clock, market, shelf } = openShelf();
  await shelf.get('bitcoin', '1h');
  market.reads.length = 0;
  for (let i = 0; i < 50; i++) shelf.closed('bitcoin', '1h', NOON - HOUR);
  await clock.advance(900);
  expect(market.reads).toEqual(['bitcoin']);
  await shelf.stop();
});

test('what is told while the market is slow does not pile up', async () => {
  const { clock, market, shelf } = openShelf();
  for (const coin of ['bitcoin', 'ethereum', 'solana']) await shelf.get(coin, '1h');
  market.reads.length = 0;
  const open = market.hold();
  for (let minute = 0; minute < 5; minute++) {
    for (const coin of ['bitcoin', 'ethereum', 'solana']) shelf.closed(coin, '1h', NOON - HOUR);
    await clock.advance(60_000);
  }
  open();
  await clock.advance(2_000);
  const reads = market.reads.filter((coin) => coin === 'solana').length;
  expect(reads).toBeLessThanOrEqual(2);
  await shelf.stop();
});

test('a stop with series that wait to be read again says nothing in the log', async () => {
  const lines: string[] = [];
  const { clock, market, shelf } = openShelf(lines);
  const coins = ['bitcoin', 'ethereum', 'solana', 'cardano'];
  for (const coin of coins) await shelf.get(coin, '1h');
  const open = market.hold();
  for (const coin of coins) shelf.closed(coin, '1h', NOON - HOUR);
  await clock.advance(900);
  const stopped = shelf.stop();
  open();
  await stopped;
  await clock.advance(0);
  expect(lines).toEqual([]);
});

test('many who ask for a series that is not there wait for one read of it', async () => {
  const { market, shelf } = openShelf();
  const asked = Array.from({ length: 40 }, () => shelf.get('bitcoin', '1h'));
  const found = await Promise.all(asked);
  expect(new Set(found).size).toBe(1);
  expect(market.reads).toEqual(['bitcoin']);
  await shelf.stop();
});

test('where market-data gives no answer, all who wait for it are told at once', async () => {
  const { market, shelf } = openShelf();
  market.answers = false;
  const asked = Array.from({ length: 40 }, () => shelf.get('bitcoin', '1h'));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'rejected'));
  expect(market.reads.length).toBeLessThanOrEqual(2);
  market.answers = true;
  expect((await shelf.get('bitcoin', '1h')).bars.length).toBe(4);
  await shelf.stop();
});

test('stopping refuses those who still wait for a read', async () => {
  const { market, shelf } = openShelf();
  const open = market.hold();
  const asked = ['bitcoin', 'ethereum', 'solana'].map((coin) => shelf.get(coin, '1h'));
  const outcomes = Promise.allSettled(asked);
  const stopped = shelf.stop();
  open();
  await stopped;
  expect((await outcomes).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
  ]);
});
