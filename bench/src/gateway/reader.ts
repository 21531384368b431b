import { connect } from 'node:net';

export interface ReaderOptions {
  /** The whole next request. */
  next: () => string;
  /** @param ms from the moment before the request was written to that at which the answer was whole */
  answered: (body: string, ms: number) => void;
}

/** A connection that asks over and over; anything but 200 throws. Returns what closes it. */
export function openReader(origin: string, { next, answered }: ReaderOptions): () => void {
  const { hostname, port } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let received = '';
  let from = 0;
  const ask = () => {
    from = performance.now();
    socket.write(next(), 'latin1');
  };
  socket.setEncoding('latin1');
  socket.on('connect', ask);
  socket.on('data', (chunk: string) => {
    received = received === '' ? chunk : received + chunk;
    const body = bodyOf(received);
    if (body === null) return;
    received = '';
    answered(body, performance.now() - from);
    ask();
  });
  socket.on('end', () => {
    throw new Error('the server closed a connection');
  });
  return () => {
    socket.removeAllListeners('end');
    socket.destroy();
  };
}

/** The body of the answer once it is whole; null before. */
function bodyOf(received: string): string | null {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return null;
  if (!received.startsWith('HTTP/1.1 200 ')) throw new Error(received.slice(0, 1_000));
  const at = received.indexOf('content-length: ');
  if (at === -1 || at > end) throw new Error('an answer does not tell its length');
  const length = parseInt(received.slice(at + 16, at + 26), 10);
  return received.length < end + 4 + length ? null : received.slice(end + 4);
}
