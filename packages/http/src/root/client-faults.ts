import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { requestIdOf } from './request-trace.ts';
import { SECURITY_HEADERS, STRICT_TRANSPORT } from '../replies/security-headers.ts';

/** Longer no URL is, path and query together. */
const MAX_URL = 8 * 1024;

const REASONS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'The headers are over 16 KB.',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'The chunks have too much beside their content.',
  ERR_HTTP_REQUEST_TIMEOUT: 'The request did not come in time.',
};
const TOO_LATE = 'ERR_HTTP_REQUEST_TIMEOUT';

/** Answers bytes that are no request, or not in time, and closes the connection. */
export function answerClientFault(error: Error & { code?: string }, socket: Duplex): void {
  const { code = '' } = error;
  if (code === 'ECONNRESET' || !socket.writable || socket.destroyed) {
    socket.destroy();
    return;
  }
  const message = REASONS[code] ?? 'This is not an HTTP request.';
  const { headers, body } = refusal(message, randomUUID(), socket);
  const head = [
    `HTTP/1.1 ${code === TOO_LATE ? '408 Request Timeout' : '400 Bad Request'}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  // Whoever sends no request may not read an answer either: nobody waits for that.
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** Answers `Expect` with anything but `100-continue`, which no app is asked about. */
export function answerExpectation(request: IncomingMessage, response: ServerResponse): void {
  const message = 'Expect may ask for 100-continue and nothing else.';
  const { headers, body } = refusal(message, requestIdOf(request), request.socket);
  response.writeHead(417, headers).end(body);
}

/** An answer that is given before there is an app to give it. */
function refusal(message: string, request_id: string, socket: Duplex) {
  const body = JSON.stringify({
    success: false,
    error: { code: 'INVALID_REQUEST', message },
    meta: { timestamp: new Date().toISOString(), request_id },
  });
  const headers = {
    connection: 'close',
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    'x-request-id': request_id,
    ...SECURITY_HEADERS,
    ...('encrypted' in socket && { 'strict-transport-security': STRICT_TRANSPORT }),
  };
  return { headers, body };
}

/** Whether a URL is too long to be looked at. */
export function isTooLong(url: string | undefined): boolean {
  return (url?.length ?? 0) > MAX_URL;
}
