import type { Clock } from '@tidemark/clock/clock';
import type { VenueFaults } from '../faults/venue-faults.ts';
import type { Connection } from '../net/connection.ts';
import { Topics } from '../net/topics.ts';
import { BinanceClient, type BinanceLimits } from './client.ts';
import { invalid, parseRequest, type RequestId, type StreamRequest } from './requests.ts';
import { isStreamName } from './stream-name.ts';

/** Binance's WebSocket side: who listens to which stream, and how frames reach them. */
export class BinanceStreamServer {
  readonly topics = new Topics<BinanceClient>();
  readonly #clients = new Set<BinanceClient>();
  readonly #clock: Clock;
  readonly #faults: VenueFaults;
  readonly #limits: BinanceLimits;
  readonly #onSubscribed: () => void;

  constructor(options: {
    clock: Clock;
    faults: VenueFaults;
    limits: BinanceLimits;
    onSubscribed?: () => void;
  }) {
    this.#clock = options.clock;
    this.#faults = options.faults;
    this.#limits = options.limits;
    this.#onSubscribed = options.onSubscribed ?? (() => {});
  }

  accepts(url: URL): boolean {
    const path = url.pathname.replace(/\/$/, '');
    return path === '/ws' || path.startsWith('/ws/') || path === '/stream';
  }

  connected(connection: Connection, url: URL): void {
    const combined = url.pathname.startsWith('/stream');
    const client = new BinanceClient(connection, combined, this.#clock, this.#limits);
    this.#clients.add(client);
    connection.ws.once('close', () => {
      this.#clients.delete(client);
      this.topics.drop(client);
    });
    connection.onText((text) => this.#receive(client, text));
    const named = combined
      ? (url.searchParams.get('streams') ?? '')
      : url.pathname.slice('/ws/'.length);
    this.#subscribe(client, named.split('/').filter(Boolean));
  }

  /** Sends a frame to those who listen to the stream; each form of it is made once. */
  publish(stream: string, data: string): void {
    const listeners = this.topics.listeners(stream);
    if (!listeners || this.#faults.stalled()) return;
    let raw: Buffer | undefined;
    let wrapped: Buffer | undefined;
    for (const client of listeners) {
      if (client.combined) wrapped ??= Buffer.from(`{"stream":"${stream}","data":${data}}`);
      else raw ??= Buffer.from(data);
      client.connection.send((client.combined ? wrapped : raw) as Buffer);
    }
  }

  /** Sends text to every client as it is. */
  broadcast(frame: (combined: boolean) => string): void {
    for (const client of this.#clients) client.connection.send(frame(client.combined));
  }

  /** Announces that the server goes away. */
  announceShutdown(): void {
    const event = `{"e":"serverShutdown","E":${this.#clock.now()}}`;
    this.broadcast((combined) =>
      combined ? `{"stream":"!serverShutdown","data":${event}}` : event,
    );
  }

  #receive(client: BinanceClient, text: string): void {
    if (!client.admit()) return;
    const request = parseRequest(text);
    if ('error' in request) client.connection.sendJson(request);
    else this.#answer(client, request);
  }

  #answer(client: BinanceClient, request: StreamRequest): void {
    const { id, method, params } = request;
    if (method === 'LIST_SUBSCRIPTIONS') {
      this.#result(client, [...this.topics.of(client)], id);
      return;
    }
    if (method === 'GET_PROPERTY') {
      this.#result(client, client.combined, id);
      return;
    }
    if (method === 'SET_PROPERTY') {
      this.#setProperty(client, params, id);
      return;
    }
    if (params.length === 0 || !params.every((name) => typeof name === 'string')) {
      client.connection.sendJson(invalid('params must be an array of stream names', id));
      return;
    }
    if (!params.every((name) => isStreamName(name))) {
      client.connection.sendJson(invalid('invalid stream', id));
      return;
    }
    if (method === 'SUBSCRIBE') this.#subscribe(client, params);
    else for (const stream of params) this.topics.remove(client, stream);
    this.#result(client, null, id);
  }

  #setProperty(client: BinanceClient, params: unknown[], id: RequestId): void {
    const [name, value] = params;
    if (name !== 'combined') {
      client.connection.sendJson({ error: { code: 0, msg: 'Unknown property' }, id });
      return;
    }
    if (typeof value !== 'boolean') {
      const msg = 'Invalid value type: expected Boolean';
      client.connection.sendJson({ error: { code: 1, msg }, id });
      return;
    }
    client.combined = value;
    this.#result(client, null, id);
  }

  #subscribe(client: BinanceClient, streams: readonly string[]): void {
    for (const stream of streams) this.topics.add(client, stream);
    if (this.topics.of(client).size > this.#limits.streams) {
      client.close(1008, 'Too many streams');
    }
    if (streams.length > 0) this.#onSubscribed();
  }

  #result(client: BinanceClient, result: unknown, id: RequestId): void {
    client.connection.sendJson({ result, id });
  }
}
