import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@tidemark/clock/system-clock';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { openRoot } from '@tidemark/testkit/open-root';
import { StoredMarket } from '@tidemark/testkit/stored-market';
import type { Candle } from '@tidemark/contracts/candle';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';

const HOUR = 3_600_000;
const T0 = Date.UTC(2026, 5, 1);
const BARS = 40;
/** Hours without a trade, which no candle is of. */
const QUIET = new Set([7, 8, 23]);

let dir: string;
let app: FastifyInstance;
let all: number[];
let close: () => Promise<void>;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tidemark-pages-'));
  const database = await openPgliteDatabase(dir, { template: await databaseTemplate() });
  const bus = new MemoryEventBus({ clock: systemClock });
  const market = await StoredMarket.open(database, bus, ['bitcoin']);
  all = Array.from({ length: BARS }, (_, i) => i)
    .filter((i) => !QUIET.has(i))
    .map((i) => T0 + i * HOUR);
  const prices = { open: 1, high: 2, low: 1, close: 2, volume: 1 };
  await market.store(
    'bitcoin',
    '1h',
    all.map((time, i) => ({ time, ...prices, final: i < all.length - 1 })),
  );
  app = await openRoot({ services: new Set(['market-data', 'gateway']) });
  market.mount(app);
  close = async () => {
    await app.close();
    await database.close();
  };
});
afterAll(async () => {
  await close();
  await rm(dir, { recursive: true, force: true });
});

interface Page {
  data: { candles: Candle[] };
  meta: { next_cursor?: string | null };
}

const ask = (query: Record<string, string | number>, headers: Record<string, string> = {}) => {
  const text = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  const url = `/api/market/candles/bitcoin?interval=1h&exchange=coinbase&${text.join('&')}`;
  return app.inject({ url, headers });
};
const pageOf = async (query: Record<string, string | number>): Promise<Page> =>
  (await ask(query)).json();
const timesOf = ({ data }: Page) => data.candles.map(({ time }) => time);

const from = fc.integer({ min: -2, max: BARS }).map((i) => T0 + i * HOUR + 1);
const limit = fc.integer({ min: 1, max: 15 });

test('the usual loop, from past the last bar, gets every bar of a range once', async () => {
  await fc.assert(
    fc.asyncProperty(from, limit, async (begin, most) => {
      const got: number[] = [];
      for (let since = begin; ;) {
        const times = timesOf(await pageOf({ from: since, limit: most }));
        got.push(...times);
        if (times.length < most) break;
        since = (times.at(-1) ?? 0) + 1;
      }
      expect(got).toEqual(all.filter((time) => time >= begin));
    }),
    { numRuns: 15 },
  );
});

test('so does following the cursor, which ends with the range', async () => {
  await fc.assert(
    fc.asyncProperty(from, limit, async (begin, most) => {
      const end = begin + 20 * HOUR;
      const got: number[] = [];
      let cursor: string | null | undefined;
      do {
        const query = { from: begin, to: end, limit: most, ...(cursor && { cursor }) };
        const page = await pageOf(query);
        expect(page.data.candles.length).toBeLessThanOrEqual(most);
        got.push(...timesOf(page));
        cursor = page.meta.next_cursor;
      } while (cursor);
      expect(got).toEqual(all.filter((time) => time >= begin && time < end));
    }),
    { numRuns: 15 },
  );
});

test('without `from` a page has the newest, and `to` goes back from there', async () => {
  const newest = await pageOf({ limit: 5 });
  expect(timesOf(newest)).toEqual(all.slice(-5));
  const before = await pageOf({ limit: 5, to: timesOf(newest)[0] ?? 0 });
  expect(timesOf(before)).toEqual(all.slice(-10, -5));
});

test('what is final may be kept, and is not sent again to who has it; what is not, is', async () => {
  const past = { from: T0, to: T0 + 5 * HOUR };
  const first = await ask(past);
  expect(first.headers['cache-control']).toMatch(/^public, max-age=\d+$/);
  const tag = String(first.headers.etag);
  const again = await ask(past, { 'if-none-match': `"x", ${tag}` });
  expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag]);
  expect((await ask(past, { 'if-none-match': '"x"' })).statusCode).toBe(200);
  for (const open of [{ limit: 2 }, { from: T0 }, { from: T0, to: T0 + 100 * HOUR }]) {
    expect((await ask(open)).headers).not.toHaveProperty('etag');
  }
});
