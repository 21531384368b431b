import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long an answer may stay where it is before its reader is given up, ms. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 5_000;

interface Progress {
  /** Bytes given to the connection so far, those that wait included. */
  written: number;
  /** Monotonic clock, ms. */
  since: number;
}

/**
 * Closes connections whose client does not read: an answer, or what of it was written at once, waits for such a one in
 * memory. WebSockets have bounds of their own.
 */
export function giveUpOnSlowReaders(server: Server, patienceMs = PATIENCE_MS): void {
  const progress = new Map<Socket, Progress>();
  const watch = (socket: Socket): void => {
    progress.set(socket, { written: 0, since: performance.now() });
    socket.once('close', () => progress.delete(socket));
  };
  server.on('connection', watch);
  server.on('secureConnection', watch);
  server.on('upgrade', ({ socket }) => progress.delete(socket));
  const every = Math.min(LOOK_EVERY_MS, patienceMs / 2);
  const timer = setInterval(() => {
    const now = performance.now();
    for (const [socket, last] of progress) look(socket, last, now, patienceMs);
  }, every);
  timer.unref();
  server.once('close', () => clearInterval(timer));
}

function look(socket: Socket, last: Progress, now: number, patienceMs: number): void {
  if (socket.writableLength === 0 || socket.bytesWritten !== last.written) {
    last.written = socket.bytesWritten;
    last.since = now;
  } else if (now - last.since >= patienceMs) {
    socket.destroy();
  }
}
