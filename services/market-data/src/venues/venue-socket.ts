import type { IncomingMessage } from 'node:http';
import type { Clock } from '@tidemark/clock/clock';
import type { Exchange } from '@tidemark/contracts/exchange';
import { parseRetryAfter } from '@tidemark/waiting/retry-after';
import { type RawData, WebSocket } from 'ws';
import type { ConnectionTiming } from './connection-timing.ts';
import { MessagePacer } from './message-pacer.ts';
import { blockedMessage, isBlocked, LONGEST_BAN_MS } from './venue-refusals.ts';

/** Frames of the channels that are read stay below 10 kB. */
const MAX_FRAME_BYTES = 1_048_576;
/** A venue that does not serve this place is asked again, but rarely. */
const BLOCKED_RETRY_MS = 60_000;
/** How finely a stall is noticed, as a part of the bound. */
const STALL_CHECKS = 10;

/** Why a socket ended, and what the venue asks for before the next. */
export interface SocketEnd {
  message: string;
  stalled: boolean;
  retryAfterMs: number;
}

export interface SocketOptions {
  exchange: Exchange;
  url: string;
  clock: Clock;
  timing: ConnectionTiming;
  /** Messages to the venue, pings among them. */
  messagesPerSecond: number;
}

export interface SocketEvents {
  opened(socket: VenueSocket): void;
  frame(text: string, socket: VenueSocket): void;
  /** The first `noteData`. */
  firstData(socket: VenueSocket): void;
  /** The socket is as old as `rollOverAfterMs`. */
  aged(socket: VenueSocket): void;
  /** Once, for whatever reason, unless `close` was called before. */
  ended(end: SocketEnd, socket: VenueSocket): void;
}

/** One WebSocket from handshake to end, with its watchdogs. It never reconnects. */
export class VenueSocket {
  readonly #options: SocketOptions;
  readonly #events: SocketEvents;
  readonly #ws: WebSocket;
  readonly #pacer: MessagePacer;
  readonly #timers = new Set<() => void>();
  readonly #closed: Promise<void>;
  #over = false;
  #openedAt: number | null = null;
  #firstDataAt: number | null = null;
  #lastDataAt = 0;
  #lastSignAt = 0;
  #pingedAt: number | null = null;

  constructor(options: SocketOptions, events: SocketEvents) {
    this.#options = options;
    this.#events = events;
    this.#pacer = new MessagePacer(options.clock, options.messagesPerSecond);
    this.#ws = new WebSocket(options.url, {
      maxPayload: MAX_FRAME_BYTES,
      perMessageDeflate: false,
      followRedirects: false,
    });
    this.#closed = new Promise((resolve) => this.#ws.once('close', () => resolve()));
    this.#listen();
    this.#after(options.timing.handshakeTimeoutMs, () => this.#end('the handshake timed out'));
  }

  /** Epoch ms of the handshake's end, or null before it. */
  get openedAt(): number | null {
    return this.#openedAt;
  }

  get hasData(): boolean {
    return this.#firstDataAt !== null;
  }

  /** Milliseconds since the first data; 0 before it. */
  get liveForMs(): number {
    return this.#firstDataAt === null ? 0 : this.#options.clock.monotonic() - this.#firstDataAt;
  }

  /** Sends when the venue's limit allows; what waits when the socket ends is dropped. */
  send(text: string): void {
    this.#pacer.run(() => this.#ws.send(text));
  }

  /** To be called for each frame that held market data: it keeps the watchdog quiet. */
  noteData(): void {
    this.#lastDataAt = this.#options.clock.monotonic();
    if (this.#firstDataAt !== null) return;
    this.#firstDataAt = this.#lastDataAt;
    this.#events.firstData(this);
  }

  /** Reads no further until `room` resolves: the venue's own buffers hold what comes meanwhile. */
  pauseUntil(room: Promise<void>): void {
    if (this.#ws.isPaused) return;
    this.#ws.pause();
    void room.then(() => {
      this.#lastDataAt = this.#options.clock.monotonic();
      this.#noteSign();
      this.#ws.resume();
    });
  }

  /** Says goodbye and resolves once the socket is gone. `ended` is not called. */
  close(): Promise<void> {
    this.#settle();
    this.#ws.close(1000);
    const cut = this.#options.clock.after(this.#options.timing.closeTimeoutMs, () =>
      this.#ws.terminate(),
    );
    return this.#closed.finally(cut);
  }

  #listen(): void {
    this.#ws.on('open', () => this.#onOpen());
    this.#ws.on('message', (data) => this.#onMessage(data));
    this.#ws.on('ping', () => this.#noteSign());
    this.#ws.on('pong', () => this.#noteSign());
    this.#ws.on('error', (error) => this.#end(error.message || error.name));
    this.#ws.on('close', (code, reason) =>
      this.#end(`closed by the venue: ${code} ${reason.toString()}`.trim()),
    );
    this.#ws.on('unexpected-response', (_request, response) => this.#onRefusal(response));
  }

  #onOpen(): void {
    if (this.#over) return;
    const { clock, timing } = this.#options;
    this.#cancelTimers();
    this.#openedAt = clock.now();
    this.#lastDataAt = clock.monotonic();
    this.#noteSign();
    this.#every(timing.stallAfterMs / STALL_CHECKS, () => this.#checkStall());
    this.#every(timing.pingEveryMs, () => this.#ping());
    if (timing.rollOverAfterMs !== Infinity) {
      this.#after(timing.rollOverAfterMs, () => this.#events.aged(this));
    }
    this.#events.opened(this);
  }

  #onMessage(data: RawData): void {
    if (this.#over) return;
    this.#noteSign();
    this.#events.frame((data as Buffer).toString('utf8'), this);
  }

  #onRefusal(response: IncomingMessage): void {
    const { exchange, clock } = this.#options;
    const status = response.statusCode ?? 0;
    response.destroy();
    if (isBlocked(status)) {
      this.#end(blockedMessage(exchange, status), BLOCKED_RETRY_MS);
      return;
    }
    const retryAfter =
      parseRetryAfter(response.headers['retry-after'], clock.now(), LONGEST_BAN_MS) ?? 0;
    this.#end(`${exchange} refused the handshake: HTTP ${status}`, retryAfter);
  }

  #noteSign(): void {
    this.#lastSignAt = this.#options.clock.monotonic();
  }

  #checkStall(): void {
    const { clock, timing } = this.#options;
    if (this.#ws.isPaused || clock.monotonic() - this.#lastDataAt < timing.stallAfterMs) return;
    this.#end(`no trade and no quote for ${timing.stallAfterMs} ms`, 0, true);
  }

  #ping(): void {
    if (this.#ws.isPaused) return;
    if (this.#pingedAt !== null && this.#lastSignAt < this.#pingedAt) {
      this.#end('no sign of life since our ping: the connection is half open');
      return;
    }
    this.#pacer.run(() => {
      this.#pingedAt = this.#options.clock.monotonic();
      this.#ws.ping();
    });
  }

  #end(message: string, retryAfterMs = 0, stalled = false): void {
    if (this.#over) return;
    this.#settle();
    this.#ws.terminate();
    this.#events.ended({ message, stalled, retryAfterMs }, this);
  }

  #settle(): void {
    this.#over = true;
    this.#cancelTimers();
    this.#pacer.clear();
  }

  #after(ms: number, callback: () => void): void {
    this.#timers.add(this.#options.clock.after(ms, callback));
  }

  #every(ms: number, callback: () => void): void {
    this.#timers.add(this.#options.clock.every(ms, callback));
  }

  #cancelTimers(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }
}
