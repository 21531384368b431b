import type { Clock } from '@tidemark/clock/clock';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Logger } from '@tidemark/telemetry/logger';
import { fullJitter } from '@tidemark/waiting/backoff';
import type { ConnectionTiming } from './connection-timing.ts';
import type { FeedState } from './venue.ts';
import { type SocketEnd, type SocketEvents, VenueSocket } from './venue-socket.ts';

export interface ConnectionOptions {
  exchange: Exchange;
  url: string;
  clock: Clock;
  logger: Logger;
  timing: ConnectionTiming;
  messagesPerSecond: number;
  /** Uniform in [0, 1); spreads the reconnects. */
  random: () => number;
}

/** What the connection asks of its owner. */
export interface ConnectionEvents {
  /** A socket opened: subscribe on it. */
  opened(socket: VenueSocket): void;
  /** A frame came, told by the socket itself; call `socket.noteData()` before using market data from it. */
  readonly frame: (text: string, socket: VenueSocket) => void;
  status(status: FeedState['status']): void;
}

/**
 * Keeps one WebSocket alive: reconnects with full jitter, and hands over to a fresh socket without a gap by reading
 * both for a while. During a handover frames come twice.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #events: ConnectionEvents;
  readonly #closing = new Set<Promise<void>>();
  /** Sockets that are to be replaced. */
  readonly #retiring = new WeakSet<VenueSocket>();
  #current: VenueSocket | null = null;
  #next: VenueSocket | null = null;
  /** Cancels the wait for a reconnect, a repeated roll-over or the end of an overlap. */
  #cancelWait: (() => void) | null = null;
  /** Sockets opened since the connection was last stable. */
  #attempts = 0;
  #stopped = false;
  status: FeedState['status'] = 'connecting';
  reconnects = 0;
  lastError: string | null = null;

  constructor(options: ConnectionOptions, events: ConnectionEvents) {
    this.#options = options;
    this.#events = events;
  }

  /** Epoch ms since when the current socket is open, or null. */
  get connectedSince(): number | null {
    return this.#current?.openedAt ?? null;
  }

  /** The sockets that have opened: what was asked on them can be added to. */
  open(): VenueSocket[] {
    return [this.#current, this.#next].filter(
      (socket) => socket?.openedAt != null,
    ) as VenueSocket[];
  }

  start(): void {
    this.#events.status('connecting');
    this.#current = this.#open();
  }

  /**
   * The socket is about to be closed by the venue: opens the next one now, and reads both until the next has
   * delivered for `overlapMs`. A socket that has not taken over yet is replaced as soon as it has.
   */
  retire(socket: VenueSocket): void {
    this.#retiring.add(socket);
    if (this.#stopped || socket !== this.#current || this.#next || this.#cancelWait) return;
    this.#forgetFailures(socket);
    const delay = this.#attempts === 0 ? 0 : this.#backoff();
    this.#wait(delay, () => {
      this.#next = this.#open();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#clearWait();
    for (const socket of [this.#current, this.#next]) if (socket) this.#close(socket);
    this.#current = this.#next = null;
    await Promise.all(this.#closing);
    this.#setStatus('down');
  }

  #open(): VenueSocket {
    this.#attempts += 1;
    const events: SocketEvents = {
      opened: (socket) => this.#onOpened(socket),
      frame: this.#events.frame,
      firstData: (socket) => this.#onFirstData(socket),
      aged: (socket) => this.retire(socket),
      ended: (end, socket) => this.#onEnded(end, socket),
    };
    return new VenueSocket(this.#options, events);
  }

  #onOpened(socket: VenueSocket): void {
    this.#options.logger.debug({ exchange: this.#options.exchange }, 'connected');
    this.#events.opened(socket);
  }

  #onFirstData(socket: VenueSocket): void {
    if (socket === this.#current) this.#setStatus('live');
    else this.#wait(this.#options.timing.overlapMs, () => this.#promote());
  }

  #onEnded(end: SocketEnd, socket: VenueSocket): void {
    const { exchange, logger } = this.#options;
    this.lastError = end.message;
    logger.warn({ exchange, reason: end.message }, 'connection lost');
    if (socket === this.#next) this.#retryRollOver(end);
    else if (this.#next?.hasData) this.#promote();
    else this.#replaceCurrent(end, socket);
  }

  /** The next socket failed while the current one lives. */
  #retryRollOver(end: SocketEnd): void {
    this.#next = null;
    this.#clearWait();
    this.#wait(Math.max(end.retryAfterMs, this.#backoff()), () => {
      this.#next = this.#open();
    });
  }

  /** The current socket ended with nothing ready to take over: trades may be missed from here. */
  #replaceCurrent(end: SocketEnd, ended: VenueSocket): void {
    this.#forgetFailures(ended);
    if (ended.openedAt !== null) this.reconnects += 1;
    this.#clearWait();
    this.#current = this.#next;
    this.#next = null;
    this.#setStatus(end.stalled ? 'stalled' : 'down');
    if (this.#current) {
      this.#setStatus('connecting');
      return;
    }
    this.#wait(Math.max(end.retryAfterMs, this.#backoff()), () => this.#reconnect());
  }

  #reconnect(): void {
    this.#setStatus('connecting');
    this.#current = this.#open();
  }

  #promote(): void {
    this.#clearWait();
    if (this.#current) this.#close(this.#current);
    this.#current = this.#next;
    this.#next = null;
    this.#setStatus('live');
    if (this.#current && this.#retiring.has(this.#current)) this.retire(this.#current);
  }

  #close(socket: VenueSocket): void {
    const closing = socket.close().finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }

  #forgetFailures(socket: VenueSocket): void {
    if (socket.liveForMs >= this.#options.timing.stableAfterMs) this.#attempts = 0;
  }

  #backoff(): number {
    const { backoffBaseMs: baseMs, backoffCapMs: capMs } = this.#options.timing;
    return fullJitter(Math.max(0, this.#attempts - 1), { baseMs, capMs }, this.#options.random);
  }

  #wait(ms: number, then: () => void): void {
    if (this.#stopped) return;
    this.#cancelWait = this.#options.clock.after(ms, () => {
      this.#cancelWait = null;
      then();
    });
  }

  #clearWait(): void {
    this.#cancelWait?.();
    this.#cancelWait = null;
  }

  #setStatus(status: FeedState['status']): void {
    if (status === this.status) return;
    this.status = status;
    this.#events.status(status);
  }
}
