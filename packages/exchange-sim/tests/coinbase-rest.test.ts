import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExchangeSim } from '../src/exchange-sim.ts';
import { START, startSmallMarket } from './support/small-market.ts';
import { get } from './support/venue-client.ts';

interface RestTrade {
  trade_id: number;
  side: string;
  time: string;
}

let sim: ExchangeSim;

beforeAll(async () => {
  ({ sim } = await startSmallMarket({ limits: false }));
});
afterAll(() => sim.stop());

function ask(path: string): ReturnType<typeof get> {
  return get(sim.urls.coinbaseRest + path);
}

test('candles are newest first, numbers, with seconds and the open bar', async () => {
  const { body } = await ask('/products/BTC-USD/candles?granularity=60');
  const rows = body as number[][];
  const open = (START - 50_000) / 1000;
  expect(rows).toHaveLength(300);
  expect(rows.map((row) => row[0])).toEqual(rows.map((_row, i) => open - 60 * i));
  const [truth] = sim.tape.candles('coinbase', 'BTC-USD', '1m', START - 110_000, START - 50_000);
  const columns = [truth?.low, truth?.high, truth?.open, truth?.close, truth?.volume].map(Number);
  expect(rows[1]).toEqual([open - 60, ...columns]);
});

test('start and end bound the opens', async () => {
  const span = 'start=2026-01-01T00:00:00Z&end=2026-01-01T05:00:00Z';
  const { body } = await ask(`/products/PEPE-USD/candles?granularity=3600&${span}`);
  const first = Date.UTC(2026, 0, 1) / 1000;
  const expected = [5, 4, 3, 2, 1, 0].map((hour) => first + hour * 3600);
  expect((body as number[][]).map((row) => row[0])).toEqual(expected);
});

test('more than 300 candles are refused', async () => {
  const span = 'start=2026-01-01T00:00:00Z&end=2026-01-02T00:00:00Z';
  const { status, body } = await ask(`/products/BTC-USD/candles?granularity=60&${span}`);
  expect(status).toBe(400);
  expect(body).toMatchObject({ message: expect.stringContaining('exceeds 300') as string });
});

test('trades page back without a hole', async () => {
  const newest = await ask('/products/BTC-USD/trades?limit=10');
  const page = newest.body as RestTrade[];
  const ids = page.map((trade) => trade.trade_id);
  expect(newest.headers.get('cb-before')).toBe(String(ids[0]));
  expect(newest.headers.get('cb-after')).toBe(String(ids[9]));
  const older = await ask(`/products/BTC-USD/trades?limit=10&after=${ids[9]}`);
  const olderIds = (older.body as RestTrade[]).map((trade) => trade.trade_id);
  expect([...ids, ...olderIds]).toEqual(Array.from({ length: 20 }, (_, i) => (ids[0] ?? 0) - i));
});

test('trades are the tape, newest first, sides as the maker sees them', async () => {
  const truth = sim.tape.trades('coinbase', 'USDT-USD', START - 60_000, START + 1).reverse();
  const { body } = await ask(`/products/USDT-USD/trades?limit=${truth.length}`);
  expect((body as RestTrade[]).map(({ trade_id, side }) => ({ trade_id, side }))).toEqual(
    truth.map((trade) => ({ trade_id: trade.id, side: trade.side === 'buy' ? 'sell' : 'buy' })),
  );
});

test('products, ticker and time answer', async () => {
  const { body } = await ask('/products');
  expect((body as { id: string }[]).map((product) => product.id)).toContain('USDT-USD');
  expect((await ask('/products/BTC-USD')).body).toMatchObject({ quote_increment: '0.01' });
  expect((await ask('/products/PEPE-USD')).body).toMatchObject({ quote_increment: '0.00000001' });
  expect((await ask('/products/BTC-USD/ticker')).body).toHaveProperty('trade_id');
  expect((await ask('/time')).body).toMatchObject({ epoch: START / 1000 });
});

test.each([
  ['/products/NOPE-USD/candles', 404],
  ['/products/NOPE-USD', 404],
  ['/nowhere', 404],
  ['/products/BTC-USD/candles?granularity=61', 400],
  ['/products/BTC-USD/candles?start=soon', 400],
  ['/products/BTC-USD/trades?after=x', 400],
])('%s answers %i', async (path, expected) => {
  expect((await ask(path)).status).toBe(expected);
});

test('fifteen requests at once pass, then ten a second', async () => {
  const { sim: own, clock } = await startSmallMarket();
  const pass = async (count: number): Promise<number> => {
    const urls = Array.from({ length: count }, () => `${own.urls.coinbaseRest}/time`);
    const answers = await Promise.all(urls.map((url) => get(url)));
    return answers.filter((answer) => answer.status === 200).length;
  };
  expect(await pass(20)).toBe(15);
  await clock.advance(1000);
  expect(await pass(20)).toBe(10);
  await own.stop();
});
