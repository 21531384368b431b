import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@tidemark/clock/system-clock';
import { INTERVAL_MS, INTERVALS, type Interval } from '@tidemark/contracts/candle';
import { EXCHANGES } from '@tidemark/contracts/exchange';
import { CANDLE_UPDATES } from '@tidemark/contracts/topics';
import type { Database } from '@tidemark/database/database';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { until } from '@tidemark/testkit/until';
import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bar } from '../src/book/bar.ts';
import { toUnits, TURNOVER_PLACES, VOLUME_PLACES } from '../src/book/exact.ts';
import { LiveCandles } from '../src/candles/live-candles.ts';
import { defaultUniverse, type UniverseCoin } from '../src/coins/universe.ts';
import { migrations } from '../src/migrations/index.ts';
import { PEG } from '../src/rates/dollar-rate.ts';
import { CandleReader, type CandlesAsk } from '../src/reading/candle-reader.ts';
import { toRow } from '../src/store/candle-row.ts';
import { CandleStore } from '../src/store/candle-store.ts';
import { upsertCandles, upsertWatermarks } from '../src/store/book-writer.ts';
import type { MarketTables } from '../src/tables.ts';

const MINUTE = INTERVAL_MS['1m'];
/** The end of the last minute that is closed: two of every coin are, and one is open. */
const END = Date.UTC(2026, 5, 3, 12, 20);
const universe = defaultUniverse();
const closes: (() => Promise<unknown>)[] = [];
let database: Database;
let statements = 0;

/** The same database; what is asked of it is counted. */
function counted(of: Database): Database {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return {
    as: <Tables>() => of.as<Tables>().withPlugin(plugin),
    migrate: (owner, all) => of.migrate(owner, all),
    ping: () => of.ping(),
    close: () => of.close(),
  };
}

function bar(time: number, price: number, final: boolean): Bar {
  const text = String(price);
  return {
    ...{ time, open: text, high: text, low: text, close: text },
    ...{ volume: toUnits('2', VOLUME_PLACES), quoteVolume: toUnits(text, TURNOVER_PLACES) },
    ...{ trades: 1, firstId: null, lastId: null, final, gap: false, source: 'trades' },
  };
}

beforeAll(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'tidemark-minutes-end-'));
  database = counted(await openPgliteDatabase(dir, { template: await databaseTemplate() }));
  closes.push(
    () => database.close(),
    () => rm(dir, { recursive: true, force: true }),
  );
  await database.migrate('market-data', migrations);
  const db = database.as<MarketTables>();
  const minutes = [-2, -1, 0].map((minute) => END + minute * MINUTE);
  const rows = universe.listings.flatMap((listing, i) => [
    ...minutes.map((time, j) => toRow(listing, '1m', bar(time, 100 + i + j, time < END))),
    toRow(listing, '5m', bar(END - 5 * MINUTE, 100 + i, true)),
    toRow(listing, '1h', { ...bar(END - 20 * MINUTE, 90 + i, false) }),
  ]);
  await upsertCandles(db, rows);
  const snapshot = { next: 1, lastTime: END, finalThrough: END, completeFrom: 0, holes: [] };
  const claim = { partition: 0, epoch: 1 };
  await upsertWatermarks(
    db,
    universe.listings.map((listing) => ({ claim, listing, snapshot, rows: [], gaps: [] })),
  );
}, 60_000);
afterAll(async () => {
  for (const close of closes) await close();
});

/** How many statements it takes to tell streams of a minute of these coins that became final. */
async function statementsToTell(coins: readonly UniverseCoin[]): Promise<number> {
  const bus = new MemoryEventBus({ clock: systemClock });
  const told = new Set<string>();
  await bus.subscribe(CANDLE_UPDATES, {
    onBatch: (messages) => {
      for (const { value } of messages)
        if (value.final && value.exchange === 'consolidated') told.add(value.coin_id);
    },
  });
  const reader = new CandleReader(new CandleStore(database));
  const live = new LiveCandles({
    ...{ clock: systemClock, bus, logger: createLogger({ level: 'silent' }) },
    coin: (coinId) => universe.coin(coinId),
    rate: () => PEG,
    read: (asks) => reader.readAll(asks),
  });
  const before = statements;
  const range = { from: END - MINUTE, to: END };
  for (const { coinId } of coins) live.settled({ coinId, interval: '1m', range, inTurn: true });
  live.look([]);
  await until('all of them to be told', () => told.size === coins.length);
  await bus.close();
  return statements - before;
}

test('a minute of thirty coins is read with as many statements as one of a single coin', async () => {
  const one = await statementsToTell(universe.coins.slice(0, 1));
  expect(one).toBeLessThanOrEqual(4);
  expect(await statementsToTell(universe.coins)).toBe(one);
});

test('candles that are read together are those that are read one by one', async () => {
  const whole = { from: 0, to: END + MINUTE };
  const ranges = (interval: Interval) => [
    { ...whole, limit: 2 },
    { ...whole, limit: 1, end: 'oldest' as const },
    { from: END - INTERVAL_MS[interval], to: END, limit: 60 },
  ];
  const asks: CandlesAsk[] = universe.coins.slice(0, 4).flatMap((coin) =>
    INTERVALS.flatMap((interval) =>
      ranges(interval).flatMap((range) =>
        (['consolidated', ...EXCHANGES] as const).map((exchange) => ({
          ...{ coin, interval, range, exchange },
        })),
      ),
    ),
  );
  const reader = new CandleReader(new CandleStore(database));
  const together = await reader.readAll(asks);
  const alone = [];
  for (const { coin, exchange, interval, range } of asks)
    alone.push((await reader.read(coin, exchange, interval, range)).candles);
  expect(together).toEqual(alone);
  expect(together.flat().length).toBeGreaterThan(asks.length / 2);
});
