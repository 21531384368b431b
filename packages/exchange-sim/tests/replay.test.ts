import { TestClock } from '@tidemark/clock/test-clock';
import { afterEach, expect, test } from 'vitest';
import { type ExchangeSim, startExchangeSim } from '../src/exchange-sim.ts';
import type { RecordedFrame } from '../src/replay/recording.ts';
import type { ReplayOptions } from '../src/replay/replay-source.ts';
import { get, subscription, VenueClient } from './support/venue-client.ts';

const RECORDED = Date.UTC(2023, 4, 6, 7, 8, 40);
const NOW = Date.UTC(2026, 10, 20, 10, 0, 15);
/** 7:08:40 becomes 10:00:40, the nearest by whole minutes; 9:59:40 where nothing may be ahead. */
const MOVED = Date.UTC(2026, 10, 20, 10, 0, 40);
const BEHIND = Date.UTC(2026, 10, 20, 9, 59, 40);

function aggTrade(id: number, atMs: number): RecordedFrame {
  const time = RECORDED + atMs;
  const data = {
    e: 'aggTrade',
    E: time,
    s: 'ABCUSDT',
    a: id,
    p: `${id}.50000000`,
    q: '2.00000000',
  };
  const rest = { f: id * 2, l: id * 2 + 1, T: time, m: id % 2 === 0, M: true };
  const raw = JSON.stringify({ stream: 'abcusdt@aggTrade', data: { ...data, ...rest } });
  return { ts: time / 1000, raw };
}

function kline(atMs: number): RecordedFrame {
  const time = RECORDED + atMs;
  const open = Math.floor(time / 60_000) * 60_000;
  const k = { t: open, T: open + 59_999, s: 'ABCUSDT', i: '1m', f: 1, L: 9, o: '1.1', c: '1.2' };
  const data = { e: 'kline', E: time, s: 'ABCUSDT', k: { ...k, h: '1.3', l: '1.0', v: '5', n: 9 } };
  return { ts: time / 1000, raw: JSON.stringify({ stream: 'abcusdt@kline_1m', data }) };
}

function match(id: number, atMs: number, type = 'match'): RecordedFrame {
  const time = new Date(RECORDED + atMs).toISOString().replace('Z', '123Z');
  const raw = { type, trade_id: id, side: 'sell', size: '3', price: '1.5', product_id: 'ABC-USD' };
  return { ts: (RECORDED + atMs) / 1000, raw: JSON.stringify({ ...raw, sequence: id, time }) };
}

const BINANCE = [aggTrade(10, 0), kline(500), aggTrade(11, 1000), aggTrade(12, 40_000)];
const COINBASE = [
  match(5, 0, 'last_match'),
  match(6, 200),
  { ts: RECORDED / 1000 + 0.3, raw: 'not json' },
  { ts: RECORDED / 1000 + 0.4, raw: '{"type":"novelty"}' },
];

let sim: ExchangeSim;
let clock: TestClock;

afterEach(() => sim.stop());

async function start(source: ReplayOptions): Promise<void> {
  clock = new TestClock(NOW);
  sim = await startExchangeSim({ clock, source, limits: false });
}

function open(streams: string): Promise<VenueClient> {
  return VenueClient.open(`${sim.urls.binanceWs}/stream?streams=${streams}`);
}

test('a recording waits for its first subscriber and then keeps its pace', async () => {
  await start({ replay: [BINANCE] });
  await clock.advance(60_000);
  const client = await open('abcusdt@aggTrade');
  await clock.advance(600);
  await client.until(() => client.frames.length === 1);
  await clock.advance(20_000);
  expect(client.frames.map((frame) => frame['a'])).toEqual([10, 11]);
  await clock.advance(20_000);
  await client.until(() => client.frames.length === 3);
});

test('times move by whole minutes and keep their seconds', async () => {
  await start({ replay: [BINANCE] });
  const client = await open('abcusdt@aggTrade/abcusdt@kline_1m');
  await clock.advance(3000);
  await client.until(() => client.frames.length === 3);
  expect(client.frames[0]).toMatchObject({ T: MOVED, E: MOVED, a: 10, p: '10.50000000' });
  expect(client.frames[1]).toMatchObject({ k: { t: MOVED - 40_000, T: MOVED + 19_999 } });
});

test('all at once, nothing is ahead of the clock', async () => {
  await start({ replay: [BINANCE], speed: Infinity });
  const client = await open('abcusdt@aggTrade');
  await clock.advance(500);
  await sim.replayed;
  await client.until(() => client.frames.length === 3);
  expect(client.frames.map((frame) => frame['T'])).toEqual(
    [0, 1000, 40_000].map((ms) => BEHIND - 60_000 + ms),
  );
});

test('Coinbase frames go to their channels, microseconds kept; odd ones to everybody', async () => {
  await start({ replay: [COINBASE], speed: Infinity });
  const client = await VenueClient.open(sim.urls.coinbaseWs);
  client.send(subscription(['matches'], ['ABC-USD']));
  await client.until(() => client.of('subscriptions').length === 1);
  await clock.advance(500);
  await client.until(() => client.texts.length === 5);
  expect(client.of('match')[0]).toMatchObject({ time: '2026-11-20T09:59:40.200123Z' });
  expect(client.texts.slice(-2)).toEqual(['not json', '{"type":"novelty"}']);
});

test('REST answers from what was sent; it lists what was recorded, and a rate of USDT beside Binance', async () => {
  await start({ replay: [BINANCE, COINBASE], speed: Infinity });
  const trades = `${sim.urls.binanceRest}/api/v3/aggTrades?symbol=ABCUSDT`;
  expect((await get(trades)).body).toEqual([]);
  await open('abcusdt@aggTrade');
  await clock.advance(500);
  const { body } = await get(`${trades}&fromId=11`);
  expect((body as { a: number }[]).map((trade) => trade.a)).toEqual([11, 12]);
  const klines = await get(`${sim.urls.binanceRest}/api/v3/klines?symbol=ABCUSDT&interval=1m`);
  expect((klines.body as unknown[][]).map((row) => [row[1], row[8]])).toEqual([
    ['1.10000000', 9],
    ['12.50000000', 2],
  ]);
  const products = await get(`${sim.urls.coinbaseRest}/products`);
  expect(products.body).toMatchObject([
    { id: 'ABC-USD', base_currency: 'ABC' },
    { id: 'USDT-USD' },
  ]);
});

test('a second round goes on with times and ids where the first ended', async () => {
  await start({ replay: [BINANCE], loop: true });
  const client = await open('abcusdt@aggTrade');
  await clock.advance(45_000);
  await client.until(() => client.frames.length >= 5);
  expect(client.frames.slice(0, 5).map((frame) => frame['a'])).toEqual([10, 11, 12, 13, 14]);
  expect(client.frames.slice(0, 5).map((frame) => frame['f'])).toEqual([20, 22, 24, 26, 28]);
  const times = client.frames.map((frame) => Number(frame['T']));
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(((times[3] as number) - (times[0] as number)) % 60_000).toBe(0);
});

test('a file that is no recording is refused with its name and line', async () => {
  await start({ replay: [BINANCE] });
  const missing = startExchangeSim({ source: { replay: ['/nowhere.jsonl'] } });
  await expect(missing).rejects.toThrow(/nowhere\.jsonl/);
  const wrong = startExchangeSim({ source: { replay: [import.meta.filename] } });
  await expect(wrong).rejects.toThrow(/replay\.test\.ts:1: a line must be/);
});
