import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';

/** Bytes that may wait for a reader before it is cut. */
const MOST_BUFFERED = 64 * 1024 * 1024;

/** A client's WebSocket. Frames sent in one turn of the event loop leave in one write. */
export class Connection {
  readonly ws: WebSocket;
  readonly #socket: Duplex;
  #corked = false;

  constructor(ws: WebSocket, socket: Duplex) {
    this.ws = ws;
    this.#socket = socket;
    ws.on('error', () => ws.terminate());
  }

  get open(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }

  send(frame: string | Buffer): void {
    if (!this.open) return;
    if (this.ws.bufferedAmount > MOST_BUFFERED) {
      this.ws.terminate();
      return;
    }
    this.#cork();
    this.ws.send(frame, { binary: false });
  }

  sendJson(value: unknown): void {
    this.send(JSON.stringify(value));
  }

  onText(handle: (text: string) => void): void {
    this.ws.on('message', (data: RawData) => handle(textOf(data)));
  }

  #cork(): void {
    if (this.#corked) return;
    this.#corked = true;
    this.#socket.cork();
    setImmediate(() => {
      this.#corked = false;
      this.#socket.uncork();
    });
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}
