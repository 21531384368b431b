import type { Duplex } from 'node:stream';
import { SECURITY_HEADERS } from './security-headers.ts';

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
  const body = JSON.stringify({
    success: false,
    error: { code: 'INVALID_REQUEST', message: REASONS[code] ?? 'This is not an HTTP request.' },
    meta: { timestamp: new Date().toISOString() },
  });
  const head = [
    `HTTP/1.1 ${code === TOO_LATE ? '408 Request Timeout' : '400 Bad Request'}`,
    'connection: close',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}`),
  ];
  // Whoever sends no request may not read an answer either: nobody waits for that.
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** Whether a URL is too long to be looked at. */
export function isTooLong(url: string | undefined): boolean {
  return (url?.length ?? 0) > MAX_URL;
}
