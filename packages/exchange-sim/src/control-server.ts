import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { INTERVALS, type Interval } from '@tidemark/contracts/candle';
import type { ExchangeSim } from './exchange-sim.ts';
import { FAULT_SCHEMAS } from './faults/fault-schemas.ts';
import { type Venue, VENUES } from './model/product.ts';

const MOST_BODY_BYTES = 64 * 1024;
const MOST_SPAN_MS = 86_400_000;

/** A listener beside the venues: faults by POST, the tape by GET. */
export interface ControlServer {
  url: string;
  stop(): Promise<void>;
}

/**
 * `POST /control/<fault>` with the fault's options as JSON; `GET /control` lists the faults and what they did;
 * `GET /tape/candles` and `/tape/trades` with venue, product, from, to (epoch ms) and interval.
 * @throws the listener's error, such as EADDRINUSE
 */
export async function startControlServer(
  sim: ExchangeSim,
  host: string,
  port: number,
): Promise<ControlServer> {
  const server = createServer((request, response) => void handle(sim, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: used } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${used}`, stop: () => close(server) };
}

async function handle(
  sim: ExchangeSim,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const body = request.method === 'POST' ? await readJson(request) : undefined;
    answer(response, 200, body === undefined ? read(sim, url) : act(sim, url, body));
  } catch (error) {
    answer(response, 400, { error: (error as Error).message });
  }
}

function act(sim: ExchangeSim, url: URL, body: unknown): unknown {
  const fault = /^\/control\/(\w+)$/.exec(url.pathname)?.[1];
  if (!fault) throw new RangeError('POST to /control/<fault>');
  sim.control.apply(fault, body);
  return { done: fault };
}

function read(sim: ExchangeSim, url: URL): unknown {
  if (url.pathname === '/control') {
    const counts = VENUES.map((venue) => [venue, sim.control.counts(venue)]);
    return { faults: Object.keys(FAULT_SCHEMAS), counts: Object.fromEntries(counts) as unknown };
  }
  const query = url.searchParams;
  const venue = oneOf<Venue>('venue', query.get('venue'), VENUES);
  const product = query.get('product') ?? '';
  const from = Number(query.get('from') ?? NaN);
  const to = Number(query.get('to') ?? NaN);
  if (!(from < to)) throw new RangeError('from and to must be epoch ms, from before to');
  if (url.pathname === '/tape/candles') {
    const interval = oneOf<Interval>('interval', query.get('interval') ?? '1m', INTERVALS);
    return sim.tape.candles(venue, product, interval, from, to);
  }
  if (url.pathname !== '/tape/trades') throw new RangeError(`nothing at ${url.pathname}`);
  if (to - from > MOST_SPAN_MS) throw new RangeError('at most a day of trades at a time');
  return sim.tape.trades(venue, product, from, to);
}

function oneOf<T extends string>(name: string, value: string | null, known: readonly T[]): T {
  if (known.includes(value as T)) return value as T;
  throw new RangeError(`${name} must be one of ${known.join(', ')}`);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_BODY_BYTES) throw new RangeError('the body is too large');
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return text.trim() === '' ? {} : (JSON.parse(text) as unknown);
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(body)}\n`);
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
