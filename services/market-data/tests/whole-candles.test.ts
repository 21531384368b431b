import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@tidemark/clock/system-clock';
import { INTERVAL_MS, INTERVALS, type Candle, type Interval } from '@tidemark/contracts/candle';
import { EXCHANGES } from '@tidemark/contracts/exchange';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { barTime, type Bar } from '@tidemark/market-data/book/bar';
import { toRow } from '@tidemark/market-data/store/candle-row';
import { toUnits, TURNOVER_PLACES, VOLUME_PLACES } from '@tidemark/market-data/book/exact';
import { RATE_LISTING } from '@tidemark/market-data/coins/rate-listings';
import type { Listing } from '@tidemark/market-data/coins/listing';
import { upsertCandles } from '@tidemark/market-data/store/book-writer';
import type { MarketTables } from '@tidemark/market-data/tables';
import { universeOf } from '@tidemark/testkit/market-rig';
import { openRoot } from '@tidemark/testkit/open-root';
import { StoredMarket } from '@tidemark/testkit/stored-market';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';

const MINUTE = 60_000;
const DAY = INTERVAL_MS['1d'];
/** A midnight, which the open minutes lie on either side of: two bars of every interval are open. */
const MIDNIGHT = Date.UTC(2026, 5, 3);
const FIRST = MIDNIGHT - 2 * DAY;
const END = MIDNIGHT + 4 * MINUTE;
const VIEWS = ['consolidated', ...EXCHANGES] as const;
type View = (typeof VIEWS)[number];

/** A minute that was traded in, at one price. */
interface Minute {
  time: number;
  price: number;
  volume: number;
}

/** One minute in forty, and each of the last: a venue's own, in its own prices. */
function minutesOf(seed: number): Minute[] {
  const traded = (minute: number) =>
    minute % 40 === seed || minute * MINUTE >= 2 * DAY - 6 * MINUTE;
  return Array.from({ length: (END - FIRST) / MINUTE }, (_, minute) => minute)
    .filter(traded)
    .map((minute) => ({
      time: FIRST + minute * MINUTE,
      price: 100 + ((minute * 7919 + seed) % 101),
      volume: 1 + (minute % 3),
    }));
}

/** The bar of minutes, oldest first, as it must be shown, whatever of it is stored by now. */
function barOf(minutes: readonly Minute[], time: number, final: boolean): Bar {
  const prices = minutes.map(({ price }) => price);
  const sum = (of: (minute: Minute) => number) => String(minutes.reduce((n, m) => n + of(m), 0));
  return {
    ...{ time, open: String(prices[0]), close: String(prices.at(-1)) },
    ...{ high: String(Math.max(...prices)), low: String(Math.min(...prices)) },
    volume: toUnits(
      sum(({ volume }) => volume),
      VOLUME_PLACES,
    ),
    quoteVolume: toUnits(
      sum(({ price, volume }) => price * volume),
      TURNOVER_PLACES,
    ),
    ...{ trades: minutes.length, firstId: null, lastId: null, final, gap: false, source: 'trades' },
  };
}

/** The bars that these minutes make up; those that end by `closed` are final. */
function barsOf(minutes: readonly Minute[], interval: Interval, closed: number): Bar[] {
  const parts = Map.groupBy(minutes, ({ time }) => barTime(time, interval));
  return [...parts].map(([time, of]) => barOf(of, time, time + INTERVAL_MS[interval] <= closed));
}

const shown = ({ time, open, high, low, close, volume, trades, final }: Candle) => ({
  ...{ time, open, high, low, close, volume, trades, final },
});
const volumeOf = (minutes: readonly Minute[]) => minutes.reduce((n, { volume }) => n + volume, 0);

let app: FastifyInstance;
let close: () => Promise<void>;
const whole = new Map<string, Candle[]>();
const known = (view: View, interval: Interval) => whole.get(`${view} ${interval}`) ?? [];

/** What each venue has, and from when on its minutes are open; the venues are not equally far. */
const MINUTES = { binance: minutesOf(3), coinbase: minutesOf(5), rate: minutesOf(11) };
const CLOSED = { binance: MIDNIGHT - 3 * MINUTE, coinbase: MIDNIGHT - MINUTE };

beforeAll(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'tidemark-whole-candles-'));
  const database = await openPgliteDatabase(dir, { template: await databaseTemplate() });
  const universe = universeOf('bitcoin');
  const bus = new MemoryEventBus({ clock: systemClock });
  const market = await StoredMarket.open(database, bus, universe);
  const store = async (listing: Listing, minutes: readonly Minute[], closed: number) => {
    const open = minutes.filter(({ time }) => time >= closed);
    const past = minutes.filter(({ time }) => time < closed);
    for (const interval of INTERVALS) {
      const bars = barsOf(interval === '1m' ? [...past, ...open] : past, interval, closed);
      const rows = bars.map((bar) => toRow(listing, interval, bar));
      await upsertCandles(database.as<MarketTables>(), rows);
    }
  };
  for (const listing of universe.coin('bitcoin')?.listings ?? [])
    await store(listing, MINUTES[listing.exchange], CLOSED[listing.exchange]);
  await store(RATE_LISTING, MINUTES.rate, CLOSED.coinbase);
  app = await openRoot({ services: new Set(['market-data', 'gateway']) });
  market.mount(app);
  close = async () => {
    await app.close();
    await database.close();
    await rm(dir, { recursive: true, force: true });
  };
  for (const view of VIEWS) {
    for (const interval of INTERVALS)
      whole.set(`${view} ${interval}`, (await ask(view, interval, { limit: 1000 })).candles);
  }
});
afterAll(() => close());

async function ask(view: View, interval: Interval, query: Record<string, string | number>) {
  const text = Object.entries(query).map(([name, value]) => `&${name}=${value}`);
  const url = `/api/market/candles/bitcoin?interval=${interval}&exchange=${view}${text.join('')}`;
  const answer = await app.inject({ url });
  const { data, meta } = answer.json<{
    data?: { candles: Candle[] };
    meta: { next_cursor?: string | null };
  }>();
  return { status: answer.statusCode, candles: data?.candles ?? [], next: meta.next_cursor };
}

test.each(INTERVALS)('a bar of %s is made of every minute of it, the open ones too', (interval) => {
  for (const exchange of EXCHANGES) {
    const bars = barsOf(MINUTES[exchange], interval, CLOSED[exchange]);
    const expected = bars.map((bar) => ({
      ...{ time: bar.time, open: Number(bar.open), high: Number(bar.high), low: Number(bar.low) },
      ...{ close: Number(bar.close), trades: bar.trades, final: bar.final },
      volume: volumeOf(
        MINUTES[exchange].filter(({ time }) => barTime(time, interval) === bar.time),
      ),
    }));
    expect(known(exchange, interval).map(shown)).toEqual(expected);
  }
  const both = [...MINUTES.binance, ...MINUTES.coinbase];
  const parts = Map.groupBy(both, ({ time }) => barTime(time, interval));
  const sums = [...parts].map(([time, of]) => [time, volumeOf(of), of.length] as const);
  const got = known('consolidated', interval).map((c) => [c.time, c.volume, c.trades]);
  expect(got).toEqual(sums.sort(([a], [b]) => a - b));
});

/** A moment: anywhere, or about the opening of a bar that is open. */
const moment = fc.oneof(
  fc.integer({ min: FIRST - DAY, max: END + DAY }),
  fc.integer({ min: MIDNIGHT - 10 * MINUTE, max: END + MINUTE }),
  fc
    .tuple(
      fc.constantFrom(...INTERVALS),
      fc.constantFrom(MIDNIGHT - 1, MIDNIGHT, END - 1),
      fc.integer({ min: -1, max: 1 }),
    )
    .map(([interval, time, step]) => barTime(time, interval) + step),
);

test('whatever range is asked for, its bars are answered, and each is the whole bar of its time', async () => {
  const range = fc.record(
    { from: moment, to: moment, limit: fc.integer({ min: 1, max: 20 }) },
    { requiredKeys: ['limit'] },
  );
  const asked = fc.tuple(fc.constantFrom(...VIEWS), fc.constantFrom(...INTERVALS), range);
  await fc.assert(
    fc.asyncProperty(asked, async ([view, interval, query]) => {
      const { from = 0, to = Infinity, limit } = query;
      const first = await ask(view, interval, query);
      expect(first.status).toBe(from < to ? 200 : 400);
      let left = known(view, interval).filter(({ time }) => time >= from && time < to);
      if (query.from === undefined) {
        expect(first.candles).toEqual(left.slice(-limit));
        return;
      }
      for (let page = first, pages = 0; pages < 3; pages += 1) {
        expect(page.candles).toEqual(left.slice(0, limit));
        left = left.slice(limit);
        expect(page.next ?? null).toBe(left[0] ? String(left[0].time) : null);
        if (!page.next) return;
        page = await ask(view, interval, { ...query, cursor: page.next });
      }
    }),
    { numRuns: 120 },
  );
});
