import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBinanceFeed } from '../../src/venues/binance/feed.ts';
import { aggTrade } from './binance-frames.ts';
import { FakeVenue } from './fake-venue.ts';
import { observe, type Observed } from './observed-feed.ts';

let venue: FakeVenue;
let observed: Observed;

/** The venue answers SUBSCRIBE and from then on sends one tape to all its connections. */
function playTape(everyMs = 5): { stop(): number } {
  let id = 0;
  const timer = setInterval(() => {
    id += 1;
    venue.broadcast(aggTrade(id));
  }, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      return id;
    },
  };
}

function start(
  timing: Parameters<typeof observe>[2] = {},
  products: readonly string[] = ['BTCUSDT', 'ETHUSDT'],
): Observed {
  observed = observe(createBinanceFeed, venue.wsOrigin, timing);
  observed.feed.start(products);
  return observed;
}

/** Ids that were told, without repeats, in order. */
const ids = () =>
  [...new Set(observed.trades.map((trade) => trade.trade_id))].sort((a, b) => a - b);

beforeEach(async () => {
  venue = await FakeVenue.start();
  venue.onMessage = (peer) => peer.ws.send('{"result":null,"id":1}');
});
afterEach(async () => {
  await observed.feed.stop();
  expect(observed.timers()).toBe(0);
  await venue.stop();
});

describe('the Binance feed', () => {
  it('subscribes all products on one combined connection and tells their trades', async () => {
    start();
    await vi.waitFor(() => expect(venue.peers[0]?.received).toHaveLength(1));
    expect(venue.peers[0]?.path).toBe('/stream');
    expect(JSON.parse(venue.peers[0]?.received[0]?.text ?? '')).toMatchObject({
      method: 'SUBSCRIBE',
      params: ['btcusdt@aggTrade', 'btcusdt@bookTicker', 'ethusdt@aggTrade', 'ethusdt@bookTicker'],
    });
    venue.broadcast(aggTrade(7));
    venue.broadcast({ u: 1, s: 'ETHUSDT', b: '1', B: '1', a: '2', A: '1' });
    await vi.waitFor(() => expect(observed.quotes).toHaveLength(1));
    expect(observed.trades).toMatchObject([{ product: 'BTCUSDT', trade_id: 7 }]);
    expect(observed.statuses).toEqual(['connecting', 'live']);
    expect(observed.feed.state()).toMatchObject({ status: 'live', messages: 3, trades: 1 });
    expect(venue.peers).toHaveLength(1);
  });

  it('reads a product whose symbol is in another script', async () => {
    start({}, ['币安人生USDT']);
    await vi.waitFor(() => expect(venue.peers[0]?.received).toHaveLength(1));
    expect(JSON.parse(venue.peers[0]?.received[0]?.text ?? '')).toMatchObject({
      params: ['币安人生usdt@aggTrade', '币安人生usdt@bookTicker'],
    });
    venue.broadcast(aggTrade(7, '币安人生USDT'));
    await vi.waitFor(() => expect(observed.trades).toHaveLength(1));
    expect(observed.trades).toMatchObject([{ product: '币安人生USDT', trade_id: 7 }]);
  });

  it('spaces many subscriptions below five messages a second', async () => {
    const products = Array.from({ length: 250 }, (_, i) => `COIN${i}USDT`);
    start({}, products);
    await vi.waitFor(() => expect(venue.peers[0]?.received).toHaveLength(3), { timeout: 3000 });
    const [first, second, third] = venue.peers[0]?.received ?? [];
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(200);
    expect((third?.at ?? 0) - (second?.at ?? 0)).toBeGreaterThan(200);
  });

  it('is live only once market data flows', async () => {
    start();
    await vi.waitFor(() => expect(venue.peers[0]?.received).toHaveLength(1));
    await vi.waitFor(() => expect(observed.feed.state().messages).toBe(1));
    expect(observed.feed.state().status).toBe('connecting');
    venue.broadcast(aggTrade(1));
    await vi.waitFor(() => expect(observed.feed.state().status).toBe('live'));
  });

  it('counts malformed frames and foreign products, and goes on', async () => {
    start();
    await vi.waitFor(() => expect(venue.open).toHaveLength(1));
    venue.peers[0]?.ws.send('not json');
    venue.peers[0]?.ws.send(Buffer.from([0xff, 0xfe, 0x00]));
    venue.broadcast({ stream: 'x', data: { e: 'aggTrade', s: 'BTCUSDT' } });
    venue.broadcast({ e: 'kline' });
    venue.broadcast(aggTrade(1, 'BTCUSDT_210625'));
    venue.broadcast(aggTrade(2));
    await vi.waitFor(() => expect(observed.trades).toHaveLength(1));
    expect(observed.feed.state().refused).toEqual({
      not_json: 2,
      bad_shape: 1,
      'ignored:kline': 1,
      unknown_product: 1,
    });
    expect(venue.peers).toHaveLength(1);
  });

  it('connects to nothing when there is no product', async () => {
    start({}, []);
    expect(observed.feed.state()).toMatchObject({ status: 'down', connectedSince: null });
    expect(venue.handshakes).toBe(0);
  });
});

describe('a connection that ends', () => {
  it('is opened again, and the owner is told that continuity is void', async () => {
    start();
    const tape = playTape();
    await vi.waitFor(() => expect(observed.feed.state().status).toBe('live'));
    venue.peers[0]?.ws.terminate();
    await vi.waitFor(() => expect(venue.peers).toHaveLength(2));
    await vi.waitFor(() => expect(observed.feed.state().status).toBe('live'));
    tape.stop();
    expect(observed.statuses).toEqual(['connecting', 'live', 'down', 'connecting', 'live']);
    expect(observed.feed.state()).toMatchObject({
      reconnects: 1,
      lastError: /closed by the venue/,
    });
  });

  it('waits with full jitter that doubles up to a cap, and starts again once stable', async () => {
    venue.refusals.push(...Array.from({ length: 5 }, () => ({ status: 502 })));
    start({ timing: { stableAfterMs: 50 } });
    const tape = playTape();
    const backoffs = () => observed.delays.filter((ms) => ms < 100);
    await vi.waitFor(() => expect(observed.feed.state().status).toBe('live'));
    // half of 20, 40, 80, and of the cap of 100
    expect(backoffs()).toEqual([10, 20, 40, 50, 50]);
    await vi.waitFor(() => expect(observed.trades.length).toBeGreaterThan(20));
    venue.peers[0]?.ws.terminate();
    await vi.waitFor(() => expect(venue.peers).toHaveLength(2));
    expect(backoffs().at(-1)).toBe(10);
    tape.stop();
  });

  it('for want of data, while heartbeats and pings go on, is a stall', async () => {
    venue.onConnection = (peer) => {
      const beat = setInterval(() => {
        peer.ws.ping();
        peer.ws.send('{"result":null,"id":9}');
      }, 10);
      peer.ws.on('close', () => clearInterval(beat));
    };
    start({ timing: { stallAfterMs: 100 } });
    await vi.waitFor(() => expect(venue.peers.length).toBeGreaterThan(1));
    expect(observed.statuses.slice(0, 3)).toEqual(['connecting', 'stalled', 'connecting']);
    expect(observed.feed.state().lastError).toContain('no trade and no quote for 100 ms');
  });

  it('because a frame is too large names the reason and is opened again', async () => {
    start();
    await vi.waitFor(() => expect(venue.open).toHaveLength(1));
    venue.peers[0]?.ws.send('x'.repeat(2_000_000));
    await vi.waitFor(() => expect(venue.peers).toHaveLength(2));
    expect(observed.feed.state().lastError).toContain('Max payload size exceeded');
  });

  it('during a handshake or a wait leaves nothing behind on stop', async () => {
    venue.refusals.push({ status: 500 });
    start({ timing: { backoffBaseMs: 60_000, backoffCapMs: 60_000 } });
    await vi.waitFor(() => expect(observed.feed.state().status).toBe('down'));
    await observed.feed.stop();
    expect(observed.timers()).toBe(0);
    start();
    await observed.feed.stop();
    expect(observed.feed.state().status).toBe('down');
  });
});

describe('a refused handshake', () => {
  it('with 429 waits as long as Retry-After says', async () => {
    venue.refusals.push({ status: 429, headers: { 'Retry-After': '1' } });
    start();
    await vi.waitFor(() => expect(observed.feed.state().lastError).toContain('HTTP 429'));
    const refusedAt = performance.now();
    await vi.waitFor(() => expect(venue.open).toHaveLength(1), { timeout: 3000 });
    expect(performance.now() - refusedAt).toBeGreaterThan(900);
  });

  it('with 451 names the hosts that serve market data, and does not hammer', async () => {
    venue.refusals.push({ status: 451 });
    start();
    await vi.waitFor(() => expect(observed.feed.state().status).toBe('down'));
    expect(observed.feed.state().lastError).toContain('wss://data-stream.binance.vision');
    expect(observed.delays.at(-1)).toBeGreaterThanOrEqual(60_000);
  });
});

describe('a roll-over', () => {
  it('misses no trade and never leaves live', async () => {
    start({ timing: { rollOverAfterMs: 150 } });
    const tape = playTape();
    await vi.waitFor(() => expect(venue.peers.length).toBeGreaterThanOrEqual(4), {
      timeout: 5000,
    });
    const last = tape.stop();
    await vi.waitFor(() => expect(ids().at(-1)).toBe(last));
    const [first = 0] = ids();
    expect(ids()).toEqual(Array.from({ length: last - first + 1 }, (_, i) => first + i));
    expect(observed.statuses).toEqual(['connecting', 'live']);
    expect(observed.feed.state().reconnects).toBe(0);
    expect(venue.open.length).toBeLessThanOrEqual(2);
  });

  it('waits for streams that start late on the next connection', async () => {
    const subscribed = new WeakSet<object>();
    venue.onMessage = (peer) => setTimeout(() => subscribed.add(peer), 60);
    start({ timing: { rollOverAfterMs: 150, overlapMs: 200 } });
    let id = 0;
    const timer = setInterval(() => {
      id += 1;
      for (const peer of venue.open) {
        if (subscribed.has(peer)) peer.ws.send(JSON.stringify(aggTrade(id)));
        peer.ws.send(JSON.stringify({ u: id, s: 'ETHUSDT', b: '1', B: '1', a: '2', A: '1' }));
      }
    }, 5);
    await vi.waitFor(() => expect(venue.peers.length).toBeGreaterThanOrEqual(3), { timeout: 5000 });
    clearInterval(timer);
    await vi.waitFor(() => expect(ids().at(-1)).toBe(id));
    expect(ids()).toHaveLength(id - (ids()[0] ?? 0) + 1);
  });

  it('happens at once when the venue announces a shutdown', async () => {
    start();
    const tape = playTape();
    await vi.waitFor(() => expect(observed.feed.state().status).toBe('live'));
    venue.peers[0]?.ws.send('{"stream":"!serverShutdown","data":{"e":"serverShutdown","E":1}}');
    await vi.waitFor(() => expect(venue.peers).toHaveLength(2));
    await vi.waitFor(() => expect(venue.open).toHaveLength(1));
    const last = tape.stop();
    await vi.waitFor(() => expect(ids().at(-1)).toBe(last));
    expect(ids()).toHaveLength(last - (ids()[0] ?? 0) + 1);
    expect(observed.statuses).toEqual(['connecting', 'live']);
  });

  it('takes over without a word when the old connection breaks during the overlap', async () => {
    start({ timing: { overlapMs: 60_000, rollOverAfterMs: 100 } });
    const tape = playTape();
    await vi.waitFor(() => expect(venue.open).toHaveLength(2));
    const before = observed.trades.length;
    await vi.waitFor(() => expect(observed.trades.length).toBeGreaterThan(before + 10));
    venue.peers[0]?.ws.terminate();
    await vi.waitFor(() => expect(observed.feed.state().lastError).not.toBeNull());
    const last = tape.stop();
    await vi.waitFor(() => expect(ids().at(-1)).toBe(last));
    expect(ids()).toHaveLength(last - (ids()[0] ?? 0) + 1);
    expect(observed.feed.state().connectedSince).not.toBeNull();
    expect(observed.statuses).toEqual(['connecting', 'live']);
  });

  it('is tried again when the next connection is refused, while the old one goes on', async () => {
    start({ timing: { rollOverAfterMs: 100 } });
    const tape = playTape();
    await vi.waitFor(() => expect(observed.feed.state().status).toBe('live'));
    venue.refusals.push({ status: 503 }, { status: 503 });
    await vi.waitFor(() => expect(venue.peers.length).toBeGreaterThanOrEqual(2));
    tape.stop();
    expect(venue.handshakes).toBeGreaterThanOrEqual(4);
    expect(observed.statuses).toEqual(['connecting', 'live']);
  });
});
