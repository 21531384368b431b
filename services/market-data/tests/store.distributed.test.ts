import { randomUUID } from 'node:crypto';
import { PostgresDatabase } from '@tidemark/database/postgres-database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bar } from '../src/book/bar.ts';
import type { Listing } from '../src/coins/listing.ts';
import { migrations } from '../src/migrations/index.ts';
import { BookWriter } from '../src/store/book-writer.ts';
import { StoredBooks } from '../src/store/stored-books.ts';
import { CandleStore } from '../src/store/candle-store.ts';
import type { BookWrite } from '../src/store/book-writer.ts';
import { HistoryStore } from '../src/store/history-store.ts';
import { OwnerStore } from '../src/claims/owner-store.ts';
import { PriceStore, type PriceRow } from '../src/store/price-store.ts';
import { finalBars } from './support/final-bars.ts';

const url = process.env['DATABASE_URL'];
if (url === undefined) {
  process.stderr.write('skipped: no DATABASE_URL; dev/with-infra.sh <command> starts PostgreSQL\n');
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const TODAY = Date.UTC(2026, 10, 20);
const COINS = Array.from({ length: 40 }, (_, i) => `coin-${i}`);
const TIMES = Array.from({ length: 100 }, (_, i) => TODAY + i * MINUTE);

const HOLE = { from: 3, to: 5, after: TODAY, before: TODAY + 1 };

const listing = (i: number): Listing => ({
  exchange: 'binance',
  product: `P${i}USDT`,
  coinId: `coin-${i}`,
  quote: 'USDT',
});
const bar = (time: number): Bar => ({
  time,
  open: '0.000000000001',
  high: '98765432109876543210.5',
  low: '0.000000000001',
  close: '2',
  volume: 10n ** 18n,
  quoteVolume: 10n ** 36n,
  trades: 1,
  firstId: 1,
  lastId: 9_007_199_254_740_991,
  final: true,
  gap: true,
  source: 'trades',
});

describe.skipIf(url === undefined)('two replicas on one PostgreSQL', () => {
  const schema = `market_${randomUUID()}`;
  const open = () => new PostgresDatabase({ url: url ?? '', schema });
  let databases: [PostgresDatabase, PostgresDatabase];
  beforeAll(async () => {
    databases = [open(), open()];
    await Promise.all(databases.map((database) => database.migrate('market-data', migrations)));
  });
  afterAll(async () => {
    await sql`drop schema ${sql.id(schema)} cascade`.execute(databases[0].as());
    await Promise.all(databases.map((database) => database.close()));
  });

  test('keep the partitions of the prices at once, each made and dropped once', async () => {
    const days = [TODAY - 3 * DAY, TODAY, TODAY + DAY];
    const stores = [...databases, ...databases].map((database) => new PriceStore(database));
    await Promise.all(stores.map((store) => store.maintainPartitions(days, TODAY - 9 * DAY)));
    const dropped = await Promise.all(
      stores.map((store) => store.maintainPartitions([TODAY], TODAY - DAY)),
    );
    expect(dropped.flat()).toEqual(['prices_20261117']);
  });

  test('store the same seconds in any order, and wait for no lock in a circle', async () => {
    const row = (coinId: string, n: number): PriceRow => ({
      coinId,
      time: TODAY + n * 1_000,
      price: '58123.45',
      volume: null,
      quality: 'live',
    });
    const write = async (database: PostgresDatabase, order: 1 | -1): Promise<void> => {
      const coins = order === 1 ? COINS : COINS.toReversed();
      for (let n = 0; n < 30; n += 1) {
        await new PriceStore(database).writePrices(coins.map((coin) => row(coin, n)));
      }
    };
    const [a, b] = databases;
    await Promise.all([write(a, 1), write(b, -1), write(a, -1), write(b, 1)]);
    expect(await new PriceStore(b).lastPrice('coin-7')).toEqual({
      price: 58_123.45,
      time: TODAY + 29_000,
    });
  });

  test('store books and history of the same minutes at once, and read all of it back', async () => {
    const [a, b] = databases;
    const [claim] = await new OwnerStore(a).claim([0], 'a');
    if (!claim) throw new Error('nothing was claimed');
    const writes = (times: readonly number[]): BookWrite[] =>
      [0, 1].map((i) => ({
        claim,
        listing: listing(i),
        rows: times.map((time) => ({ interval: '1m', bar: bar(time) })),
        snapshot: {
          next: 10,
          lastTime: TODAY,
          holes: [HOLE],
          finalThrough: TODAY,
          completeFrom: TODAY,
        },
        gaps: [{ from: TODAY, to: TODAY + MINUTE }],
      }));
    const books = new BookWriter(a);
    for (let n = 0; n < 5; n += 1) {
      await Promise.all([
        books.writeBooks(writes(TIMES)),
        books.writeBooks(writes(TIMES.toReversed()).reverse()),
        books.writeHistory(
          claim,
          listing(0),
          '1m',
          TIMES.toReversed().map((t) => bar(t)),
        ),
      ]);
    }

    const candles = new CandleStore(b);
    expect(await finalBars(candles, listing(0), '1m', TODAY, TODAY + DAY)).toEqual(
      TIMES.map((time) => bar(time)),
    );
    expect([...(await candles.rangeStats(TODAY)).values()]).toEqual(
      [0, 1].map(() => ({
        high: 98765432109876540000,
        low: 1e-12,
        quoteVolume: 100,
        oldest: TODAY,
      })),
    );
    expect([...(await candles.firstBars('1m', TODAY, TODAY + DAY)).values()]).toHaveLength(2);
    const stored = await new StoredBooks(b).readBooks([listing(1)]);
    expect([...stored.values()]).toHaveLength(1);
    expect([...stored.values()][0]).toMatchObject({
      next: 10,
      holes: [HOLE],
      gaps: [{ from: TODAY, to: TODAY + MINUTE }],
    });
    await books.closeGap(claim, listing(0), { from: TODAY, to: TODAY + MINUTE });
    expect(await candles.gaps()).toHaveLength(1);
  });

  test('tell each other how far history reaches', async () => {
    const [a, b] = databases.map((database) => new HistoryStore(database));
    const reach = { coveredFrom: TODAY, firstTime: TODAY };
    expect((await b?.complete('binance'))?.size).toBe(0);
    await a?.setComplete(listing(0), '1m', reach);
    await b?.setComplete(listing(0), '1m', { ...reach, coveredFrom: TODAY - DAY });
    expect((await b?.complete('binance'))?.size).toBe(1);
  });
});
