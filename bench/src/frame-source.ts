import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';

/** Frames a write: few system calls, so that the sender is never what is measured. */
const BATCH = 400;
const SYMBOLS = ['BTC', 'ETH', 'SOL', 'XRP', 'DOGE', 'ADA', 'AVAX', 'LINK', 'DOT', 'LTC'] as const;

/**
 * A venue that sends `frames` aggregate trades of ten Binance products as fast as they are read, to a client that has
 * subscribed, and answers the REST calls that a start needs. Runs in a process of its own: `frame-source.ts <frames>`
 * prints its port.
 */
function serve(frames: number): void {
  const http = createServer(answer);
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  sockets.on('connection', (ws, request) => {
    ws.once('message', () => void blast(request.socket, frames));
  });
  http.listen(0, '127.0.0.1', () => {
    process.stdout.write(`${(http.address() as AddressInfo).port}\n`);
  });
}

async function blast(socket: Socket, frames: number): Promise<void> {
  const first = Date.now();
  for (let sent = 0; sent < frames && socket.writable; sent += BATCH) {
    const parts: Buffer[] = [];
    for (let i = sent; i < Math.min(sent + BATCH, frames); i += 1) parts.push(frame(i, first));
    if (!socket.write(Buffer.concat(parts))) {
      await new Promise((resolve) => socket.once('drain', resolve));
    }
  }
}

/** One unmasked text frame, as a server sends it. */
function frame(i: number, first: number): Buffer {
  const symbol = `${SYMBOLS[i % SYMBOLS.length] ?? 'BTC'}USDT`;
  const id = 1_000_000 + Math.floor(i / SYMBOLS.length);
  const price = (100 + Math.sin(i / 5_000) * 3).toFixed(8);
  const size = (((i * 7_919) % 100_000) / 10_000 + 0.0001).toFixed(8);
  const time = first + Math.floor(i / 100);
  const text =
    `{"stream":"${symbol.toLowerCase()}@aggTrade","data":{"e":"aggTrade","E":${time},"s":"${symbol}","a":${id},` +
    `"p":"${price}","q":"${size}","f":${id},"l":${id},"T":${time},"m":${i % 3 === 0},"M":true}}`;
  const length = Buffer.byteLength(text);
  const buffer = Buffer.allocUnsafe(4 + length);
  buffer.writeUInt8(0x81, 0);
  buffer.writeUInt8(126, 1);
  buffer.writeUInt16BE(length, 2);
  buffer.write(text, 4);
  return buffer;
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = new URL(request.url ?? '/', 'http://host').pathname;
  response.setHeader('content-type', 'application/json');
  if (path === '/api/v3/exchangeInfo') {
    const symbols = SYMBOLS.map((name) => ({ symbol: `${name}USDT`, status: 'TRADING' }));
    response.end(JSON.stringify({ rateLimits: [], symbols }));
  } else response.end('[]');
}

serve(Number(process.argv[2] ?? 100_000));
