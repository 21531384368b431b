import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCoinbaseFeed } from '../../src/venues/coinbase/feed.ts';
import { FakeVenue, type Peer } from './fake-venue.ts';
import { observe, type Observed } from './observed-feed.ts';

interface Subscription {
  channels: { name: string; product_ids: string[] }[];
}

let venue: FakeVenue;
let observed: Observed;

const match = (product: string, tradeId: number) => ({
  type: 'match',
  trade_id: tradeId,
  side: 'buy',
  size: '0.1',
  price: '10',
  product_id: product,
  time: new Date().toISOString(),
});

/** Products of every subscription that a client sent, in the order of the messages. */
const asked = (peer: Peer | undefined): string[][] =>
  (peer?.received ?? []).map(
    ({ text }) => (JSON.parse(text) as Subscription).channels[0]?.product_ids ?? [],
  );

/** Refuses a subscription that has a bad product, as the venue does, and answers a good one with a match. */
function listOnly(listed: readonly string[], explain: (bad: string) => string): void {
  venue.onMessage = (peer, text) => {
    const products = (JSON.parse(text) as Subscription).channels[0]?.product_ids ?? [];
    const bad = products.find((product) => !listed.includes(product));
    if (bad === undefined) {
      products.forEach((product) => peer.ws.send(JSON.stringify(match(product, 1))));
      return;
    }
    const reason = explain(bad);
    peer.ws.send(JSON.stringify({ type: 'error', message: 'Failed to subscribe', reason }));
  };
}

function start(products: readonly string[], options: Parameters<typeof observe>[2] = {}): void {
  observed = observe(createCoinbaseFeed, venue.wsOrigin, options);
  observed.feed.start(products);
}

beforeEach(async () => {
  venue = await FakeVenue.start();
});
afterEach(async () => {
  await observed.feed.stop();
  expect(observed.timers()).toBe(0);
  await venue.stop();
});

describe('the Coinbase feed', () => {
  it('subscribes matches, ticker and heartbeat of all products at once', async () => {
    start(['BTC-USD', 'ETH-USD']);
    await vi.waitFor(() => expect(venue.peers[0]?.received).toHaveLength(1));
    expect(JSON.parse(venue.peers[0]?.received[0]?.text ?? '')).toEqual({
      type: 'subscribe',
      channels: ['matches', 'ticker', 'heartbeat'].map((name) => ({
        name,
        product_ids: ['BTC-USD', 'ETH-USD'],
      })),
    });
  });

  it('subscribes what is listed later beside the rest, on the connection that is there', async () => {
    start(['BTC-USD']);
    await vi.waitFor(() => expect(venue.peers[0]?.received).toHaveLength(1));
    observed.feed.start(['BTC-USD', 'NEW-USD']);
    await vi.waitFor(() => expect(venue.peers[0]?.received).toHaveLength(2));
    expect(asked(venue.peers[0])).toEqual([['BTC-USD'], ['NEW-USD']]);
    expect(venue.peers).toHaveLength(1);
  });

  it('tells the newest trade id of heartbeats, of its own products only', async () => {
    start(['BTC-USD']);
    await vi.waitFor(() => expect(venue.open).toHaveLength(1));
    venue.broadcast({ type: 'heartbeat', last_trade_id: 5, product_id: 'XYZ-USD' });
    venue.broadcast({ type: 'heartbeat', last_trade_id: 41, product_id: 'BTC-USD' });
    await vi.waitFor(() => expect(observed.lastTradeIds).toEqual([['BTC-USD', 41]]));
    expect(observed.feed.state().refused).toEqual({ unknown_product: 1 });
  });

  it('takes silence behind heartbeats for a stall', async () => {
    venue.onConnection = (peer) => {
      const beat = setInterval(() => {
        const frame = { type: 'heartbeat', last_trade_id: 1, product_id: 'BTC-USD' };
        peer.ws.send(JSON.stringify(frame));
      }, 10);
      peer.ws.on('close', () => clearInterval(beat));
    };
    start(['BTC-USD'], { timing: { stallAfterMs: 100 } });
    await vi.waitFor(() => expect(venue.peers.length).toBeGreaterThan(1));
    expect(observed.statuses).toContain('stalled');
  });
});

describe('a bad product', () => {
  it('that the error names is dropped, and the rest is subscribed again', async () => {
    listOnly(['BTC-USD', 'ETH-USD'], (bad) => `${bad} is not a valid product`);
    start(['BTC-USD', 'NOPE-USD', 'ETH-USD', 'GONE-USD']);
    await vi.waitFor(() => expect(observed.trades).toHaveLength(2));
    expect(asked(venue.peers[0])).toEqual([
      ['BTC-USD', 'NOPE-USD', 'ETH-USD', 'GONE-USD'],
      ['BTC-USD', 'ETH-USD', 'GONE-USD'],
      ['BTC-USD', 'ETH-USD'],
    ]);
    expect(observed.feed.state()).toMatchObject({
      status: 'live',
      refused: { venue_error: 2, unknown_product: 2 },
      lastError: 'Failed to subscribe: GONE-USD is not a valid product',
    });
    expect(venue.peers).toHaveLength(1);
  });

  it('that the error does not name spoils only its own subscription', async () => {
    listOnly(['BTC-USD', 'ETH-USD'], () => 'Invalid product ID provided');
    start(['BTC-USD', 'NOPE-USD', 'ETH-USD']);
    await vi.waitFor(() => expect(observed.trades).toHaveLength(2));
    expect(asked(venue.peers[0]).slice(1)).toEqual([['BTC-USD'], ['NOPE-USD'], ['ETH-USD']]);
    expect(observed.feed.state().refused).toEqual({ venue_error: 2 });
  });
});

describe('a venue that does not answer', () => {
  it('the handshake is given up after its time', async () => {
    const sockets: { destroy(): void }[] = [];
    const silent = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const origin = `ws://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    observed = observe(createCoinbaseFeed, origin, { timing: { handshakeTimeoutMs: 50 } });
    observed.feed.start(['BTC-USD']);
    await vi.waitFor(() => expect(sockets.length).toBeGreaterThan(1));
    expect(observed.feed.state().lastError).toBe('the handshake timed out');
    sockets.forEach((socket) => socket.destroy());
    silent.close();
  });

  it('an unreachable port is an error, and tried again', async () => {
    const { wsOrigin } = venue;
    await venue.stop();
    observed = observe(createCoinbaseFeed, wsOrigin);
    observed.feed.start(['BTC-USD']);
    await vi.waitFor(() => expect(observed.delays.length).toBeGreaterThan(4));
    expect(observed.feed.state().lastError).toContain('ECONNREFUSED');
    expect(observed.feed.state().reconnects).toBe(0);
  });

  it('a connection that answers no ping is half open, and is replaced', async () => {
    const deaf = await FakeVenue.start({ autoPong: false });
    observed = observe(createCoinbaseFeed, deaf.wsOrigin, { timing: { pingEveryMs: 40 } });
    observed.feed.start(['BTC-USD']);
    await vi.waitFor(() => expect(deaf.peers.length).toBeGreaterThan(1));
    expect(observed.feed.state().lastError).toContain('half open');
    await observed.feed.stop();
    await deaf.stop();
  });
});
