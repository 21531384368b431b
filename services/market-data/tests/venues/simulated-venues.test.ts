import { systemClock } from '@tidemark/clock/system-clock';
import type { Exchange } from '@tidemark/contracts/exchange';
import { type ExchangeSim, startExchangeSim } from '@tidemark/exchange-sim/exchange-sim';
import { DEFAULT_COINS } from '@tidemark/exchange-sim/products';
import { createLogger } from '@tidemark/telemetry/logger';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVenues, type Venue } from '../../src/venues/create-venues.ts';
import type { FeedState, VenueTrade } from '../../src/venues/venue.ts';
import { VenueTimes } from '../../src/venues/venue-times.ts';

const MINUTE = 60_000;
/** Trades come this many times as often as by default. */
const RATE = 60;
const PRODUCT = { binance: 'BTCUSDT', coinbase: 'BTC-USD' } as const;

interface Told {
  trades: Map<number, VenueTrade>;
  statuses: FeedState['status'][];
}

let sim: ExchangeSim;
let venues: Venue[];
let told: Record<Exchange, Told>;

const of = (exchange: Exchange): Venue => {
  const venue = venues.find((one) => one.exchange === exchange);
  if (!venue) throw new Error(exchange);
  return venue;
};

/** Ids of the tape in the range of what was told, and those told, both ascending. */
function compared(exchange: Exchange): { tape: number[]; got: number[] } {
  const got = [...told[exchange].trades.keys()].sort((a, b) => a - b);
  const times = [...told[exchange].trades.values()].map((trade) => trade.time);
  const from = Math.min(...times);
  const trades = sim.tape.trades(exchange, PRODUCT[exchange], from, Date.now() + 1);
  const inRange = trades.filter(({ id }) => id >= (got[0] ?? 0) && id <= (got.at(-1) ?? 0));
  return { tape: inRange.map(({ id }) => id), got };
}

async function flow(exchange: Exchange, count: number): Promise<void> {
  const target = told[exchange].trades.size + count;
  await vi.waitFor(() => expect(told[exchange].trades.size).toBeGreaterThanOrEqual(target), {
    timeout: 25_000,
  });
}

beforeEach(async () => {
  sim = await startExchangeSim({ rate: RATE, coins: DEFAULT_COINS.slice(0, 3) });
  told = {
    binance: { trades: new Map(), statuses: [] },
    coinbase: { trades: new Map(), statuses: [] },
  };
  const { binanceWs, binanceRest, coinbaseWs, coinbaseRest } = sim.urls;
  venues = createVenues({
    urls: {
      binance: { ws: binanceWs, rest: binanceRest },
      coinbase: { ws: coinbaseWs, rest: coinbaseRest },
    },
    times: new VenueTimes(systemClock),
    logger: createLogger({ level: 'silent' }),
    timing: { backoffBaseMs: 20, backoffCapMs: 200, overlapMs: 200, stallAfterMs: 700 },
    handlersFor: (exchange) => ({
      trade: (trade) => void told[exchange].trades.set(trade.trade_id, trade),
      quote: () => undefined,
      lastTradeId: () => undefined,
      status: (status) => void told[exchange].statuses.push(status),
    }),
  });
  for (const { exchange, feed } of venues) feed.start([PRODUCT[exchange]]);
});
afterEach(async () => {
  await Promise.all(venues.map(({ feed }) => feed.stop()));
  await sim.stop();
});

describe.each(['binance', 'coinbase'] as const)('%s, simulated', (exchange) => {
  it('lists its products', async () => {
    expect(await of(exchange).rest.products()).toContain(PRODUCT[exchange]);
  });

  it('every trade of the tape is told, as it was', async () => {
    await flow(exchange, 150);
    const { tape, got } = compared(exchange);
    expect(got).toEqual(tape);
    const recent = sim.tape.trades(exchange, PRODUCT[exchange], Date.now() - MINUTE, Date.now());
    const both = recent.filter(({ id }) => told[exchange].trades.has(id));
    expect(both.length).toBeGreaterThan(100);
    for (const { id, time, side, price, size } of both) {
      const trade = told[exchange].trades.get(id);
      expect(trade).toMatchObject({ time, side });
      expect([trade?.price, trade?.size].map(Number)).toEqual([price, size].map(Number));
    }
  });

  it('what the stream skips is brought by id from REST', async () => {
    await flow(exchange, 20);
    sim.control.skip({ venue: exchange, count: 30 });
    await vi.waitFor(() => expect(sim.control.counts(exchange).skipped).toBe(30), {
      timeout: 15_000,
    });
    await flow(exchange, 20);
    const { tape, got } = compared(exchange);
    const missing = tape.filter((id) => !told[exchange].trades.has(id));
    expect(tape.length).toBeGreaterThan(got.length);
    const [from = 0, to = 0] = [missing[0], missing.at(-1)];
    const repaired = await of(exchange).rest.tradesById(PRODUCT[exchange], from, to);
    expect(repaired.map((trade) => trade.trade_id)).toEqual(
      tape.filter((id) => id >= from && id <= to),
    );
  });

  it('broken frames of every kind are counted, and nothing comes of them', async () => {
    await flow(exchange, 10);
    sim.control.malformed({ venue: exchange, count: 100 });
    await flow(exchange, 20);
    const { tape, got } = compared(exchange);
    expect(got).toEqual(tape);
    const { refused } = of(exchange).feed.state();
    expect(Object.values(refused).reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(100);
    expect(told[exchange].statuses).toEqual(['connecting', 'live']);
  });

  it('a cut line is opened again', async () => {
    await flow(exchange, 10);
    sim.control.dropLine({ venue: exchange });
    await vi.waitFor(() => expect(told[exchange].statuses).toContain('down'));
    await flow(exchange, 10);
    expect(told[exchange].statuses).toEqual(['connecting', 'live', 'down', 'connecting', 'live']);
    expect(of(exchange).feed.state().reconnects).toBe(1);
  });

  it('silence is a stall', async () => {
    await flow(exchange, 10);
    sim.control.stall({ venue: exchange, ms: 1500 });
    await vi.waitFor(() => expect(told[exchange].statuses).toContain('stalled'), {
      timeout: 5000,
    });
    await flow(exchange, 10);
    expect(of(exchange).feed.state().status).toBe('live');
  });

  it('REST candles are those of the tape', async () => {
    const to = Math.floor(Date.now() / MINUTE) * MINUTE;
    const from = to - 5 * MINUTE;
    const candles = await of(exchange).rest.candles(PRODUCT[exchange], '1m', from, to);
    const tape = sim.tape.candles(exchange, PRODUCT[exchange], '1m', from, to);
    const numbers = (bar: Record<'time' | 'open' | 'high' | 'low' | 'close' | 'volume', unknown>) =>
      [bar.time, bar.open, bar.high, bar.low, bar.close, bar.volume].map(Number);
    expect(candles.map(numbers)).toEqual(tape.map(numbers));
    expect(candles).toHaveLength(5);
  });

  it('a 429 is waited out, and a 451 is told', async () => {
    sim.control.answer429({ venue: exchange, retryAfterS: 1 });
    const asked = performance.now();
    await of(exchange).rest.products();
    expect(performance.now() - asked).toBeGreaterThan(950);
    sim.control.answer451({ venue: exchange, count: 1 });
    await expect(of(exchange).rest.products()).rejects.toMatchObject({ kind: 'blocked' });
  });
});

it('Binance announces a shutdown, closes, and no trade is missed', async () => {
  await flow('binance', 20);
  sim.control.announceShutdown({ venue: 'binance', graceMs: 1500 });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await flow('binance', 20);
  expect(told.binance.statuses).toEqual(['connecting', 'live']);
  const { tape, got } = compared('binance');
  expect(got).toEqual(tape);
});
