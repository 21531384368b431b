import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TestClock } from '@tidemark/clock/test-clock';
import type { StreamMessage } from '@tidemark/contracts/stream';
import { createMetrics } from '@tidemark/telemetry/metrics';
import { WebSocket, type ClientOptions } from 'ws';
import type { StreamLimits } from '../../src/limits.ts';
import { LiveStream } from '../../src/live-stream.ts';
import { upgradesOf } from '../../src/upgrade-router.ts';

/** A client that keeps what it hears. */
export interface Listener {
  ws: WebSocket;
  messages: StreamMessage[];
  pings: number;
  /** Code of the close, once it came. */
  closed: Promise<number>;
  /** Resolves once `count` messages came in all. */
  heard(count: number): Promise<StreamMessage[]>;
}

/** A stream at `/ws/prices` of a real HTTP server, with time that a test moves. */
export async function streamRig(
  options: { limits?: Partial<StreamLimits>; coins?: readonly string[] | null } = {},
) {
  const clock = new TestClock();
  const metrics = createMetrics();
  const coins = options.coins === undefined ? ['bitcoin', 'ethereum', 'solana'] : options.coins;
  const stream = new LiveStream({
    name: 'test',
    clock,
    metrics,
    knownCoins: () => (coins ? new Set(coins) : null),
    limits: options.limits ?? {},
  });
  const server = createServer();
  upgradesOf(server).route(
    '/ws/prices',
    (upgrade) => stream.accept(upgrade),
    () => stream.close(),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    clock,
    metrics,
    stream,
    origin,
    connect: (query = '', client: ClientOptions = {}) =>
      listen(new WebSocket(`${origin}/ws/prices${query}`, client)),
    stop: async () => {
      await stream.close();
      server.close();
    },
  };
}

/** Waits until the socket is open, or was refused with an HTTP status. */
async function listen(ws: WebSocket): Promise<Listener> {
  const messages: StreamMessage[] = [];
  const listener: Listener = {
    ws,
    messages,
    pings: 0,
    closed: new Promise((resolve) => ws.once('close', resolve)),
    heard: async (count) => {
      while (messages.length < count) await once(ws, 'message');
      return messages;
    },
  };
  ws.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString()) as StreamMessage));
  ws.on('ping', () => (listener.pings += 1));
  await once(ws, 'open');
  return listener;
}
