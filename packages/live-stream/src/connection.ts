import type { Duplex } from 'node:stream';
import type { Clock } from '@tidemark/clock/clock';
import { CLOSE_CODES, type StreamContent } from '@tidemark/contracts/stream';
import type { WebSocket } from 'ws';
import { Encoded } from './encoded.ts';
import type { StreamLimits } from './limits.ts';

const TEXT = { binary: false, compress: false } as const;
const WS_OPEN = 1;

/** Why a connection is closed, with its code and the words that go into the close frame. */
export interface Closing {
  code: number;
  reason: string;
}

/**
 * One reader. While the peer reads, messages go straight to its socket; once too much is unsent, only the latest
 * value per key is kept, and sent when the socket has drained.
 */
export class Connection {
  readonly #ws: WebSocket;
  readonly #clock: Clock;
  readonly #limits: StreamLimits;
  /** Latest value per key, while the reader is slow. */
  readonly #pending = new Map<string, Encoded>();
  #slowSince: number | null = null;
  #seenAt: number;
  #heartbeatAt: number;
  #closingAt: number | null = null;
  /** Messages sent. */
  #seq = 0;

  constructor(ws: WebSocket, socket: Duplex, clock: Clock, limits: StreamLimits) {
    this.#ws = ws;
    this.#clock = clock;
    this.#limits = limits;
    this.#seenAt = clock.monotonic();
    this.#heartbeatAt = this.#seenAt + limits.heartbeatMs;
    ws.on('pong', () => this.sawLife());
    socket.on('drain', () => this.#flush());
  }

  /** Unsent values that wait for the reader. */
  get pending(): number {
    return this.#pending.size;
  }

  get closing(): boolean {
    return this.#closingAt !== null;
  }

  sawLife(): void {
    this.#seenAt = this.#clock.monotonic();
  }

  /** Sends a value now, or keeps it as the latest of its key. */
  send(value: Encoded): void {
    if (this.closing || this.#ws.readyState !== WS_OPEN) return;
    if (this.#slowSince === null && this.#ws.bufferedAmount <= this.#limits.slowBytes) {
      this.#number(value);
      return;
    }
    this.#slowSince ??= this.#clock.monotonic();
    this.#pending.set(value.key, value);
  }

  /** Sends a message that concerns this connection alone: to a slow reader the last of its type, after what waits. */
  say(message: StreamContent): void {
    this.#pending.delete(message.type);
    this.send(new Encoded(message.type, message));
  }

  /** Periodic work: heartbeat, and the bounds on silence and slowness. */
  tick(): void {
    const now = this.#clock.monotonic();
    if (this.#closingAt !== null) {
      if (now - this.#closingAt >= this.#limits.closeMs) this.#ws.terminate();
      return;
    }
    const closing = this.#overdue(now);
    if (closing) this.close(closing);
    else if (now >= this.#heartbeatAt) this.#ping(now);
  }

  /** Says the time: by itself, or because a client asked for it. */
  beat(type: 'heartbeat' | 'pong'): void {
    const timestamp = new Date(this.#clock.now()).toISOString();
    this.say({ type, data: { timestamp } });
  }

  /** Starts the closing handshake; a peer that does not answer is cut off by a later tick. */
  close({ code, reason }: Closing): void {
    if (this.closing) return;
    this.#closingAt = this.#clock.monotonic();
    this.#pending.clear();
    this.#ws.close(code, reason);
  }

  terminate(): void {
    this.#ws.terminate();
  }

  #overdue(now: number): Closing | null {
    const { idleMs, tooSlowMs, tooSlowBytes } = this.#limits;
    if (now - this.#seenAt >= idleMs) {
      return { code: CLOSE_CODES.IDLE, reason: `nothing heard for ${idleMs / 1000} s` };
    }
    const slowFor = this.#slowSince === null ? 0 : now - this.#slowSince;
    if (slowFor >= tooSlowMs || this.#ws.bufferedAmount > tooSlowBytes) {
      return { code: CLOSE_CODES.TOO_SLOW, reason: 'reading too slowly' };
    }
    return null;
  }

  #ping(now: number): void {
    this.#heartbeatAt = now + this.#limits.heartbeatMs;
    this.#ws.ping();
    this.beat('heartbeat');
  }

  #flush(): void {
    for (const [key, value] of this.#pending) {
      if (this.#ws.bufferedAmount > this.#limits.slowBytes) return;
      this.#pending.delete(key);
      this.#number(value);
    }
    this.#slowSince = null;
  }

  #number(value: Encoded): void {
    this.#seq += 1;
    this.#ws.send(value.numbered(this.#seq), TEXT);
  }
}
