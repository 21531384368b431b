import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TestClock } from '@tidemark/clock/test-clock';
import {
  STREAM_DATA,
  streamMessageSchema,
  type StreamMessage,
  type StreamMessageType,
} from '@tidemark/contracts/stream';
import { createMetrics } from '@tidemark/telemetry/metrics';
import { Compile } from 'typebox/compile';
import { WebSocket, type ClientOptions } from 'ws';
import type { StreamLimits } from '../../src/limits.ts';
import { LiveStream } from '../../src/live-stream.ts';
import { upgradesOf } from '../../src/upgrade-router.ts';

/** A client that keeps what it hears. */
export interface Listener {
  ws: WebSocket;
  /** Everything, in its order. */
  all: StreamMessage[];
  /** What is not an answer: values, heartbeats, errors. */
  messages: StreamMessage[];
  /** What is said of the connection itself: what it is subscribed to, and where a picture ends. */
  answers: StreamMessage[];
  pings: number;
  /** Code of the close, once it came. */
  closed: Promise<number>;
  /** Resolves once `count` of `messages` came in all. */
  heard(count: number): Promise<StreamMessage[]>;
  /** Resolves once `count` of `answers` came in all. */
  answered(count: number): Promise<StreamMessage[]>;
}

const checks = new Map(
  (Object.keys(STREAM_DATA) as StreamMessageType[]).map((type) => [
    type,
    Compile(streamMessageSchema(type)),
  ]),
);
const ANSWERS = new Set(['subscribed', 'unsubscribed', 'snapshot_end']);

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
  const all: StreamMessage[] = [];
  const messages: StreamMessage[] = [];
  const answers: StreamMessage[] = [];
  const until = async (kind: StreamMessage[], count: number) => {
    while (kind.length < count) await once(ws, 'message');
    return kind;
  };
  const listener: Listener = {
    ws,
    all,
    messages,
    answers,
    pings: 0,
    closed: new Promise((resolve) => ws.once('close', resolve)),
    heard: (count) => until(messages, count),
    answered: (count) => until(answers, count),
  };
  ws.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as StreamMessage;
    // Whatever is sent in any test is as the description of the streams says.
    if (!checks.get(message.type)?.Check(message))
      throw new Error(`not a message: ${data.toString()}`);
    all.push(message);
    (ANSWERS.has(message.type) ? answers : messages).push(message);
  });
  ws.on('ping', () => (listener.pings += 1));
  await once(ws, 'open');
  return listener;
}
