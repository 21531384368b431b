import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { refusalHeadersOf } from '@tidemark/live-stream/upgrade-router';

/** More of a refusal than this is cut off, bytes. */
const MAX_REFUSAL = 64 * 1024;
const REFUSAL_HEADERS = ['content-type', 'content-encoding', 'retry-after', 'x-request-id'];

/** Tells the client that its WebSocket is open, in the service's words (RFC 6455, 4.2.2). */
export function acceptUpgrade(client: Duplex, { headers }: IncomingMessage): void {
  const names = Object.keys(headers).filter((name) => name.startsWith('sec-websocket-'));
  const lines = names.map((name) => `${name}: ${String(headers[name])}`);
  client.write(
    `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n` +
      `${lines.join('\r\n')}\r\n\r\n`,
  );
}

/** Answers a client's request for a WebSocket with the service's refusal, and hangs up. */
export async function passRefusal(client: Duplex, response: IncomingMessage): Promise<void> {
  const body = await bodyOf(response);
  const { statusCode = 502, headers } = response;
  const told = REFUSAL_HEADERS.filter((name) => headers[name] !== undefined);
  const all = {
    ...refusalHeadersOf(client),
    ...Object.fromEntries(told.map((name) => [name, String(headers[name])])),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  client.write(
    `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode] ?? 'Error'}\r\nconnection: close\r\n` +
      `${lines.join('')}content-length: ${body.length}\r\n\r\n`,
  );
  client.end(body);
}

async function bodyOf(response: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    if (size > MAX_REFUSAL) break;
  }
  return Buffer.concat(pieces).subarray(0, MAX_REFUSAL);
}
