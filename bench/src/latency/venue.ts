import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isRateCoin } from '@tidemark/contracts/coin';
import { DEFAULT_COINS } from '@tidemark/exchange-sim/products';
import { WebSocket, WebSocketServer } from 'ws';
import { wallClock } from './wall-clock.ts';

/** Each product trades this often, ms: longer than the pause that the server keeps between two prices of a coin. */
const PRODUCT_EVERY = 650;
/** How often Coinbase's USDT-USD trades at 1, ms: the rate that Binance's prices are converted at. */
const RATE_EVERY = 1000;
/** Of the coins that a price is told of: what only converts others has none, and its trades would count as missing. */
const PRODUCTS = DEFAULT_COINS.filter((coin) => !isRateCoin(coin.id)).flatMap(
  (coin) => coin.binance?.product ?? [],
);
const STEP = PRODUCT_EVERY / PRODUCTS.length;

/** `[T, sent]`: the trade's own time, epoch ms, no two alike; and the moment it was sent, by `wallClock`. */
export type SentTrade = [time: number, sent: number];

const binance = new Set<WebSocket>();
const coinbase = new Set<WebSocket>();
const sent: SentTrade[] = [];
let count = 0;
let lastTime = 0;

/** One trade of the next product; every price is another. */
function sendTrade(): void {
  const product = PRODUCTS[count % PRODUCTS.length] ?? 'BTCUSDT';
  const id = 1_000_000 + Math.floor(count / PRODUCTS.length);
  const time = Math.max(Date.now(), lastTime + 1);
  const price = (1000 + count / 100).toFixed(8);
  const text =
    `{"stream":"${product.toLowerCase()}@aggTrade","data":{"e":"aggTrade","E":${time},"s":"${product}","a":${id},` +
    `"p":"${price}","q":"0.50000000","f":${id},"l":${id},"T":${time},"m":false,"M":true}}`;
  count += 1;
  lastTime = time;
  sent.push([time, wallClock()]);
  for (const ws of binance) ws.send(text);
}

/** A trade every `STEP`, by the clock: what one comes late does not move the next. */
function trade(startedAt: number): void {
  const due = Math.floor((performance.now() - startedAt) / STEP);
  while (count <= due) sendTrade();
  setTimeout(() => trade(startedAt), Math.max(0, startedAt + count * STEP - performance.now()));
}

function sendRate(id: number): void {
  const time = new Date().toISOString();
  const frame = {
    type: 'match',
    trade_id: id,
    sequence: id,
    maker_order_id: '00000000-0000-4000-8000-000000000001',
    taker_order_id: '00000000-0000-4000-8000-000000000002',
    side: 'buy',
    size: '100',
    price: '1.00000',
    product_id: 'USDT-USD',
    time,
  };
  for (const ws of coinbase) ws.send(JSON.stringify(frame));
  setTimeout(() => sendRate(id + 1), RATE_EVERY);
}

const ANSWERS: Readonly<Record<string, () => unknown>> = {
  '/api/v3/exchangeInfo': () => ({
    rateLimits: [],
    symbols: PRODUCTS.map((symbol) => ({ symbol, status: 'TRADING' })),
  }),
  '/products': () => [{ id: 'USDT-USD', status: 'online' }],
  '/sent': () => sent,
};

/** What a start asks of the venues, and `/sent`; whatever else is asked for, there is none of it. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(ANSWERS[pathname]?.() ?? []));
}

const http = createServer(answer);
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
server.on('connection', (ws, request) => {
  const listeners = request.url?.startsWith('/stream') ? binance : coinbase;
  ws.once('message', () => listeners.add(ws));
  ws.on('close', () => listeners.delete(ws));
});
http.listen(0, '127.0.0.1', () => {
  trade(performance.now());
  sendRate(1);
  process.stdout.write(`${(http.address() as AddressInfo).port}\n`);
});
