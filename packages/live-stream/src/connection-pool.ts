import type { Clock } from '@tidemark/clock/clock';
import { CLOSE_CODES } from '@tidemark/contracts/stream';
import type { Metrics } from '@tidemark/telemetry/metrics';
import { WebSocketServer, type RawData } from 'ws';
import { Connection } from './connection.ts';
import { DEFAULT_LIMITS, type StreamLimits } from './limits.ts';
import { streamMetrics, type StreamMetrics } from './stream-metrics.ts';
import { onEnding, refuseUpgrade, type Upgrade } from './upgrade-router.ts';

export interface ConnectionPoolOptions {
  /** Label in the metrics. */
  name: string;
  clock: Clock;
  metrics: Metrics;
  limits?: Partial<StreamLimits>;
}

/** What stands behind a connection. */
export interface Peer {
  /** The connection is open. */
  open(): void;
  hear(data: RawData, isBinary: boolean): void;
  /** A ping came. */
  spend(): void;
  /** The connection is gone. */
  leave(): void;
}

const SWEEP_MS = 1000;

/** The connections of one stream: how many there may be, their heartbeat, and their end. */
export class ConnectionPool {
  readonly limits: StreamLimits;
  readonly #options: ConnectionPoolOptions;
  readonly #metrics: StreamMetrics;
  readonly #server: WebSocketServer;
  readonly #connections = new Set<Connection>();
  readonly #stopSweep: () => void;
  #closing: Promise<void> | null = null;

  constructor(options: ConnectionPoolOptions) {
    this.#options = options;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#metrics = streamMetrics(options.metrics);
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: this.limits.maxMessageBytes,
    });
    // What is no handshake is refused in our words: those of the library are a page, and say less.
    this.#server.on('wsClientError', ({ message }, socket) =>
      refuseUpgrade(socket, 400, 'INVALID_REQUEST', `${message}.`),
    );
    this.#stopSweep = options.clock.every(SWEEP_MS, () => {
      for (const connection of this.#connections) connection.tick();
    });
  }

  /** Open connections. */
  get size(): number {
    return this.#connections.size;
  }

  /** Opens a connection, or refuses it with 503 when there are too many or the stream is closed. */
  accept(upgrade: Upgrade, peerOf: (connection: Connection) => Peer): void {
    const { request, socket, head } = upgrade;
    if (this.#closing || this.size >= this.limits.maxConnections) {
      this.#metrics.refused.inc({ stream: this.#options.name });
      refuseUpgrade(socket, 503, 'NOT_READY', 'no room for another connection; try again later');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (ws) => {
      const connection = new Connection(ws, socket, this.#options.clock, this.limits);
      this.#connections.add(connection);
      this.#metrics.connections.inc({ stream: this.#options.name });
      const peer = peerOf(connection);
      ws.on('message', (data, isBinary) => peer.hear(data, isBinary));
      ws.on('ping', () => peer.spend());
      // A protocol error (frame too large, bad UTF-8) is followed by `close`.
      ws.on('error', () => undefined);
      ws.on('close', (code) => this.#forget(peer, connection, code));
      peer.open();
      onEnding(upgrade, (closing) => connection.close(closing));
    });
  }

  /** Closes every connection with 1001; resolves when they are gone, at most `closeMs` later. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#stopSweep();
    for (const connection of this.#connections) {
      connection.close({ code: CLOSE_CODES.GOING_AWAY, reason: 'the server is going away' });
    }
    const overdue = AbortSignal.timeout(this.limits.closeMs);
    while (this.size > 0 && !overdue.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    for (const connection of this.#connections) connection.terminate();
  }

  #forget(peer: Peer, connection: Connection, code: number): void {
    peer.leave();
    if (!this.#connections.delete(connection)) return;
    this.#metrics.connections.dec({ stream: this.#options.name });
    this.#metrics.closed.inc({ stream: this.#options.name, code: String(code) });
  }
}
