// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { marketApi } from '../market/market-api.ts';
import { pricesArrived } from '../market/prices-slice.ts';
import { tickOf } from '../market/tick.fixture.ts';
import { createStore, type Store } from '../store/store.ts';
import { BarFollower } from './bar-follower.ts';
import type { Bar } from './bars.ts';
import { RANGES, TAIL_BARS } from './ranges.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 20, 12);
const { interval, limit } = RANGES['1H'];
const HISTORY = { coin: 'bitcoin', interval, limit };
const TAIL = { coin: 'bitcoin', interval, limit: TAIL_BARS };

/** The server's bars by minute since START. */
let bars: Map<number, Bar>;
let store: Store;
let follower: BarFollower;
let tail: { refetch(): Promise<unknown> };

function write(minute: number, close = 1): void {
  const time = START + minute * MINUTE;
  bars.set(minute, { time, open: 1, high: 9, low: 0, close, volume: 1 });
}

function all(): Bar[] {
  return [...bars.values()].sort((a, b) => a.time - b.time);
}

function answer(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const before = Number(searchParams.get('to') ?? Infinity);
  const candles = all()
    .filter(({ time }) => time < before)
    .slice(-Number(searchParams.get('limit')));
  const data = { coin_id: 'bitcoin', exchange: 'consolidated', interval, currency: 'USD', candles };
  return Response.json({ success: true, data, meta: {} });
}

/** A request as the browser makes it on a page of the server. */
class PageRequest extends Request {
  constructor(path: string, init?: RequestInit) {
    super(new URL(path, 'http://localhost:8000'), init);
  }
}

beforeEach(async () => {
  bars = new Map();
  for (let minute = 0; minute < 900; minute += 1) write(minute);
  vi.stubGlobal('Request', PageRequest);
  vi.stubGlobal('fetch', (request: Request) => Promise.resolve(answer(request)));
  store = createStore();
  follower = new BarFollower(store, 'bitcoin', '1H', () => undefined);
  store.subscribe(() => void follower.follow());
  void store.dispatch(marketApi.endpoints.history.initiate(HISTORY));
  tail = store.dispatch(marketApi.endpoints.tail.initiate(TAIL));
  await vi.waitFor(() => expect(follower.bars).toHaveLength(limit));
});
afterEach(() => {
  store.dispatch(marketApi.util.resetApiState());
  vi.unstubAllGlobals();
});

/** The newest candles are asked for, as every few seconds while the page is seen. */
async function poll(): Promise<void> {
  await tail.refetch();
}

/** Whether the chart's bars are the server's from its first on, which is at least as old as `minute`. */
function expectTruthFrom(minute: number): void {
  const first = follower.bars[0]?.time ?? Infinity;
  expect(first).toBeLessThanOrEqual(START + minute * MINUTE);
  expect(follower.bars).toEqual(all().filter(({ time }) => time >= first));
}

test.each([1, 2, 3, 5, 200])('the chart has every bar after %d minutes unseen', async (minutes) => {
  for (let minute = 900; minute < 900 + minutes; minute += 1) write(minute, minute);
  const end = START + (900 + minutes) * MINUTE - 1;
  const tick = { ...tickOf('bitcoin', 3), timestamp: new Date(end).toISOString() };
  store.dispatch(pricesArrived([tick]));
  await poll();
  await vi.waitFor(() => expectTruthFrom(700));
});

test('after longer than its whole range it begins anew, without a hole', async () => {
  for (let minute = 900; minute < 1_900; minute += 1) write(minute, minute);
  await poll();
  await vi.waitFor(() => expectTruthFrom(1_700));
});

test('a minute that comes late within the last three is there', async () => {
  bars.delete(899);
  write(900);
  await poll();
  await vi.waitFor(() => expectTruthFrom(700));
  write(899, 5);
  await poll();
  await vi.waitFor(() => expectTruthFrom(700));
});

test('a repair further back is there with the next history, also left of what that brings', async () => {
  await follower.loadOlder();
  expectTruthFrom(200);
  bars.delete(850);
  write(300, 7);
  write(850.5, 8);
  store.dispatch(marketApi.util.invalidateTags(['Candles']));
  await vi.waitFor(() => expectTruthFrom(200));
});

test('it knows when nothing is older', async () => {
  await follower.loadOlder();
  expect(follower.isWhole).toBe(false);
  await follower.loadOlder();
  expect(follower.isWhole).toBe(true);
  expectTruthFrom(0);
});
