import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

/** What the venue saw of one WebSocket. */
export interface Peer {
  ws: WebSocket;
  path: string;
  /** Text messages of the client, with the moment of each. */
  received: { text: string; at: number }[];
}

export interface Refusal {
  status: number;
  headers?: Record<string, string>;
}

/** A venue on loopback that does as the test says. */
export class FakeVenue {
  readonly peers: Peer[] = [];
  /** Called for each message of a client. */
  onMessage: (peer: Peer, text: string) => void = () => undefined;
  onConnection: (peer: Peer) => void = () => undefined;
  onRequest: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) =>
    void response.writeHead(404).end();
  /** Handshakes are refused with these, first to last; then they are taken. */
  readonly refusals: Refusal[] = [];
  handshakes = 0;
  readonly #server: Server;
  readonly #webSockets: WebSocketServer;

  private constructor(autoPong: boolean) {
    this.#webSockets = new WebSocketServer({ noServer: true, autoPong });
    this.#server = createServer((request, response) => this.onRequest(request, response));
    this.#server.on('upgrade', (request, socket, head) => this.#onUpgrade(request, socket, head));
  }

  static async start(options: { autoPong?: boolean } = {}): Promise<FakeVenue> {
    const venue = new FakeVenue(options.autoPong ?? true);
    await new Promise<void>((resolve) => venue.#server.listen(0, '127.0.0.1', resolve));
    return venue;
  }

  get wsOrigin(): string {
    return `ws://127.0.0.1:${this.#port}`;
  }

  get restOrigin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get open(): Peer[] {
    return this.peers.filter((peer) => peer.ws.readyState === peer.ws.OPEN);
  }

  /** Sends one frame to every open connection. */
  broadcast(frame: unknown): void {
    for (const peer of this.open) peer.ws.send(JSON.stringify(frame));
  }

  async stop(): Promise<void> {
    for (const peer of this.peers) peer.ws.terminate();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  #onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.handshakes += 1;
    const refusal = this.refusals.shift();
    if (refusal) {
      refuse(socket, refusal);
      return;
    }
    this.#webSockets.handleUpgrade(request, socket, head, (ws) => {
      const peer: Peer = { ws, path: request.url ?? '', received: [] };
      this.peers.push(peer);
      ws.on('message', (data: Buffer) => {
        peer.received.push({ text: data.toString(), at: performance.now() });
        this.onMessage(peer, data.toString());
      });
      this.onConnection(peer);
    });
  }
}

function refuse(socket: Duplex, { status, headers = {} }: Refusal): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} Refused`, 'Content-Length: 0', ...lines, '', ''].join('\r\n'));
}
