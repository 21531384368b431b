import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { Connection } from './connection.ts';
import type { VenueFaults } from '../faults/venue-faults.ts';

/** A REST answer. `body` is JSON text. */
export interface Answer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** What a venue does with its two kinds of callers. */
export interface VenueProtocol {
  /** Answers a GET. `ip` is the caller's address. */
  answer(url: URL, ip: string): Answer;
  /** Answers what a fault makes the venue say instead. */
  fault(status: number): Answer;
  /** False: no WebSocket at this path. */
  accepts(url: URL): boolean;
  /** A limit on new connections; false refuses this one. */
  admits(ip: string): boolean;
  connected(connection: Connection, url: URL): void;
}

const UNAVAILABLE = 503;
/** Frames from clients are small. */
const MOST_INBOUND_BYTES = 256 * 1024;

/** One venue's address: REST and WebSocket on one port, with the venue's faults in front. */
export class VenueListener {
  readonly #protocol: VenueProtocol;
  readonly #faults: VenueFaults;
  readonly #server: Server;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MOST_INBOUND_BYTES,
  });
  readonly connections = new Set<Connection>();

  constructor(protocol: VenueProtocol, faults: VenueFaults) {
    this.#protocol = protocol;
    this.#faults = faults;
    this.#server = createServer((request, response) => this.#request(request, response));
    this.#server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Resolves with the port that it listens on. @throws the socket's error, such as EADDRINUSE */
  async listen(host: string, port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const connection of this.connections) connection.ws.terminate();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  #request(request: IncomingMessage, response: ServerResponse): void {
    if (this.#faults.restDown()) return void request.socket.destroy();
    const url = new URL(request.url ?? '/', 'http://localhost');
    const status = this.#faults.concernsSilent(url)
      ? { status: UNAVAILABLE }
      : this.#faults.restStatus();
    const answer = status === undefined ? this.#answer(request, url) : this.#faultAnswer(status);
    const date = new Date(this.#faults.stamps.clock.now()).toUTCString();
    this.#faults.afterRestDelay(() => send(response, date, answer));
  }

  #answer(request: IncomingMessage, url: URL): Answer {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return { status: 405, body: '{"message":"method not allowed"}' };
    }
    return this.#protocol.answer(url, addressOf(request));
  }

  #faultAnswer(fault: { status: number; retryAfterS?: number }): Answer {
    const answer = this.#protocol.fault(fault.status);
    if (fault.retryAfterS === undefined) return answer;
    return { ...answer, headers: { ...answer.headers, 'retry-after': String(fault.retryAfterS) } };
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (this.#faults.refusesConnections()) return void socket.destroy();
    const url = new URL(request.url ?? '/', 'http://localhost');
    const status = this.#faults.upgradeStatus();
    if (status !== undefined) {
      refuse(socket, status);
      return;
    }
    if (!this.#protocol.accepts(url)) {
      refuse(socket, 404);
      return;
    }
    if (!this.#protocol.admits(addressOf(request))) {
      refuse(socket, 429);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (ws) => {
      const connection = new Connection(ws, socket);
      this.connections.add(connection);
      ws.once('close', () => this.connections.delete(connection));
      this.#protocol.connected(connection, url);
    });
  }
}

function addressOf(request: IncomingMessage): string {
  return request.socket.remoteAddress ?? '';
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** `date`: the venue's time at which the answer was made, as its header says. */
function send(response: ServerResponse, date: string, answer: Answer): void {
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    date,
    ...answer.headers,
  });
  response.end(answer.body);
}
