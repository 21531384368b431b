import { Decimal } from 'decimal.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBinanceFeed } from '../../src/venues/binance/feed.ts';
import { createCoinbaseFeed } from '../../src/venues/coinbase/feed.ts';
import type { VenueTrade } from '../../src/venues/venue.ts';
import { FakeVenue } from './fake-venue.ts';
import { observe, type Observed } from './observed-feed.ts';
import { RECORDINGS_PRESENT, sessionFrames } from './recorded-frames.ts';

interface KlineFrame {
  data: { e: string; s: string; k: Record<'o' | 'h' | 'l' | 'c' | 'v', string> & KlineIds };
}
interface KlineIds {
  t: number;
  f: number;
  L: number;
  n: number;
}

const MINUTE = Date.UTC(2021, 3, 4, 20, 4);

let venue: FakeVenue;
let observed: Observed;

/** The exchange's own last kline of a product's minute. */
function lastKline(frames: readonly string[], product: string): KlineFrame['data']['k'] {
  const klines = frames
    .map((frame) => (JSON.parse(frame) as KlineFrame).data)
    .filter((data) => data.e === 'kline' && data.s === product && data.k.t === MINUTE);
  const last = klines.at(-1);
  if (!last) throw new Error(`no kline of ${product}`);
  return last.k;
}

/** The candle of trades, exact. */
function candleOf(trades: readonly VenueTrade[]) {
  const prices = trades.map((trade) => new Decimal(trade.price));
  return {
    o: prices[0]?.toFixed(8),
    h: Decimal.max(...prices).toFixed(8),
    l: Decimal.min(...prices).toFixed(8),
    c: prices.at(-1)?.toFixed(8),
    v: Decimal.sum(...trades.map((trade) => trade.size)).toFixed(8),
    n: trades.reduce((sum, trade) => sum + trade.trades, 0),
  };
}

/** The first trades, until they stand for `count` raw ones. */
function firstRaw(trades: readonly VenueTrade[], count: number): VenueTrade[] {
  let raw = 0;
  return trades.filter((trade) => (raw += trade.trades) <= count);
}

/** Plays a session to whoever connects. */
function play(frames: readonly string[]): void {
  venue.onConnection = (peer) => frames.forEach((frame) => peer.ws.send(frame));
}

describe.skipIf(!RECORDINGS_PRESENT)('a recorded session over a real socket (../shared)', () => {
  beforeEach(async () => {
    venue = await FakeVenue.start();
  });
  afterEach(async () => {
    await observed.feed.stop();
    await venue.stop();
  });

  it("gives the exchange's own candles of 20:04, to the last digit", async () => {
    const frames = sessionFrames('binance-spot-2021-04-04');
    play(frames);
    observed = observe(createBinanceFeed, venue.wsOrigin);
    observed.feed.start(['BTCUSDT', 'ETHUSDT', 'DOTUSDT']);
    await vi.waitFor(() => expect(observed.trades).toHaveLength(1910), { timeout: 10_000 });
    for (const product of ['BTCUSDT', 'ETHUSDT', 'DOTUSDT']) {
      const { o, h, l, c, v, n, f, L } = lastKline(frames, product);
      const trades = observed.trades.filter(
        (trade) => trade.product === product && trade.time >= MINUTE,
      );
      expect(candleOf(firstRaw(trades, L - f + 1)), product).toEqual({ o, h, l, c, v, n });
    }
    expect(observed.feed.state().refused).toEqual({
      'ignored:kline': 118,
      'ignored:depthUpdate': 2688,
    });
  });

  it('of Coinbase runs without an error, what is of no use counted', async () => {
    const frames = sessionFrames('coinbase-exchange-2021-04-17');
    play(frames);
    observed = observe(createCoinbaseFeed, venue.wsOrigin);
    const products = frames.flatMap((frame) => frame.match(/"product_id":"([^"]+)"/)?.[1] ?? []);
    observed.feed.start([...new Set(products)]);
    await vi.waitFor(() => expect(observed.feed.state().messages).toBe(9946), { timeout: 10_000 });
    expect(observed.trades).toHaveLength(107);
    expect(observed.quotes).toHaveLength(107);
    expect(observed.feed.state().refused).toEqual({
      'ignored:snapshot': 10,
      'ignored:l2update': 9719,
    });
    expect(observed.statuses).toEqual(['connecting', 'live']);
  });
});
