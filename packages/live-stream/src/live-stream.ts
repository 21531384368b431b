import type { Clock } from '@tidemark/clock/clock';
import { CLOSE_CODES } from '@tidemark/contracts/stream';
import type { Metrics } from '@tidemark/telemetry/metrics';
import { WebSocketServer } from 'ws';
import { Connection } from './connection.ts';
import type { Update } from './encoded.ts';
import { LatestValues } from './latest-values.ts';
import { DEFAULT_LIMITS, type StreamLimits } from './limits.ts';
import { Reader } from './reader.ts';
import { streamMetrics, type StreamMetrics } from './stream-metrics.ts';
import { parseStreamQuery } from './stream-query.ts';
import { Subscriptions } from './subscriptions.ts';
import { refuseUpgrade, type Upgrade } from './upgrade-router.ts';

export interface LiveStreamOptions {
  /** Label in the metrics. */
  name: string;
  clock: Clock;
  metrics: Metrics;
  /** The coins there are; null: not known yet, any well-formed slug will do. */
  knownCoins(): ReadonlySet<string> | null;
  limits?: Partial<StreamLimits>;
}

const SWEEP_MS = 1000;

/**
 * Fan-out of prices and candles to WebSocket readers. A connection gets the latest value of each coin it asked for
 * (`?coins=a,b`, all when it names none; `&candles=1m` adds candles), then updates. A value is encoded once,
 * whatever the number of readers.
 */
export class LiveStream {
  readonly #options: LiveStreamOptions;
  readonly #limits: StreamLimits;
  readonly #metrics: StreamMetrics;
  readonly #server: WebSocketServer;
  readonly #latest = new LatestValues();
  readonly #subscriptions = new Subscriptions<Connection>();
  readonly #connections = new Set<Connection>();
  readonly #stopSweep: () => void;
  #closing: Promise<void> | null = null;

  constructor(options: LiveStreamOptions) {
    this.#options = options;
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#metrics = streamMetrics(options.metrics);
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: this.#limits.maxMessageBytes,
    });
    this.#stopSweep = options.clock.every(SWEEP_MS, () => {
      for (const connection of this.#connections) connection.tick();
    });
  }

  /** Open connections. */
  get size(): number {
    return this.#connections.size;
  }

  /** Opens a connection, or refuses it with 503 when there are too many or the stream is closed. */
  accept({ request, socket, head, url }: Upgrade): void {
    if (this.#closing || this.size >= this.#limits.maxConnections) {
      this.#metrics.refused.inc({ stream: this.#options.name });
      refuseUpgrade(socket, 503, 'NOT_READY', 'no room for another connection; try again later');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (ws) => {
      const connection = new Connection(ws, socket, this.#options.clock, this.#limits);
      this.#connections.add(connection);
      this.#metrics.connections.inc({ stream: this.#options.name });
      const reader = new Reader(connection, this.#readerContext());
      ws.on('message', (data, isBinary) => reader.hear(data, isBinary));
      ws.on('ping', () => reader.spend());
      // A protocol error (frame too large, bad UTF-8) is followed by `close`.
      ws.on('error', () => undefined);
      ws.on('close', (code) => this.#forget(reader, connection, code));
      reader.open(parseStreamQuery(url.searchParams, this.#options.knownCoins()));
    });
  }

  /** Sends a value to its readers, and keeps it as the latest of its key. */
  publish(update: Update): void {
    const value = this.#latest.set(update);
    this.#subscriptions.forEach(update.channel, update.coin, (connection) => {
      connection.send(value);
    });
  }

  /** Publishes a value unless a newer one of its key was published: what was stored before the start. */
  seed(update: Update): void {
    if (!this.#latest.has(update)) this.publish(update);
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
    const overdue = AbortSignal.timeout(this.#limits.closeMs);
    while (this.size > 0 && !overdue.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    for (const connection of this.#connections) connection.terminate();
  }

  #readerContext() {
    return {
      clock: this.#options.clock,
      limits: this.#limits,
      latest: this.#latest,
      subscriptions: this.#subscriptions,
      knownCoins: () => this.#options.knownCoins(),
    };
  }

  #forget(reader: Reader, connection: Connection, code: number): void {
    reader.leave();
    if (!this.#connections.delete(connection)) return;
    this.#metrics.connections.dec({ stream: this.#options.name });
    this.#metrics.closed.inc({ stream: this.#options.name, code: String(code) });
  }
}
