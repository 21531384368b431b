import { fullJitter } from './backoff.ts';
import { REAL_PARTS, type Socket, type StreamParts } from './socket.ts';
import { streamAddress, type StreamWish } from './stream-address.ts';
import { readMessage, type StreamMessage } from './stream-message.ts';

export type { Socket, StreamParts } from './socket.ts';
export type { StreamWish } from './stream-address.ts';
export type {
  CandleUpdate,
  PriceTick,
  StreamMessage,
  StreamSubscription,
} from './stream-message.ts';

/** The server sends a heartbeat every 30 s; two missed and a margin mean that the line is dead. */
export const SILENCE_LIMIT_MS = 75_000;
/** A connection that lived this long was a good one: its loss starts the backoff anew. */
const SETTLED_MS = 10_000;
/** Close codes after which the same would be refused again. */
const REFUSED = 4400;
const SIGNED_OUT = 4401;

/** `refused`: the server will not serve this request, and asking again would not help. */
export type StreamStatus = 'connecting' | 'open' | 'reconnecting' | 'paused' | 'refused';

export interface StreamOptions extends StreamWish {
  onMessage: (message: StreamMessage) => void;
  onStatus?: (status: StreamStatus) => void;
  /** Asked before each connection, for streams that are opened as somebody: a fresh ticket. */
  ticket?: () => Promise<string>;
  parts?: Partial<StreamParts>;
}

/**
 * One WebSocket that is kept up: it comes back with full jitter, to the coins that were subscribed to, and gives up a
 * line that is silent or has lost a message. Each time it opens, the latest values come again before `snapshot_end`.
 */
export class TidemarkStream {
  readonly #options: StreamOptions;
  readonly #parts: StreamParts;
  /** Null: every coin. */
  #coins: Set<string> | null;
  #socket: Socket | null = null;
  /** A ticket that is waited for. */
  #ticket: Promise<string> | null = null;
  #wait: unknown = null;
  #watchdog: unknown = null;
  #attempt = 0;
  #openedAt: number | null = null;
  /** Number of the last message of this connection. */
  #seq = 0;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#parts = { ...REAL_PARTS, ...options.parts };
    this.#coins = options.coins ? new Set(options.coins) : null;
  }

  /** Opens the line now, also in the middle of a wait. Does nothing while it is up or opening. */
  connect(): void {
    if (this.#socket !== null || this.#ticket !== null) return;
    this.#tell(this.#attempt === 0 ? 'connecting' : 'reconnecting');
    this.#open();
  }

  /** Closes the line until `connect`. */
  pause(): void {
    this.#openedAt = null;
    this.#attempt = 0;
    this.#drop();
    this.#tell('paused');
  }

  /** Adds coins; the first ones on a line to every coin narrow it to these. Kept over reconnections. */
  subscribe(coins: readonly string[]): void {
    if (coins.length === 0) return;
    this.#coins = new Set([...(this.#coins ?? []), ...coins]);
    this.#say({ type: 'subscribe', coins });
  }

  /** Takes coins away; without any left the line is paused. */
  unsubscribe(coins: readonly string[]): void {
    if (coins.length === 0 || this.#coins === null) return;
    for (const coin of coins) this.#coins.delete(coin);
    if (this.#coins.size === 0) this.pause();
    else this.#say({ type: 'unsubscribe', coins });
  }

  /** Asks for a `pong`. */
  ping(): void {
    this.#say({ type: 'ping' });
  }

  #open(): void {
    this.#drop();
    const ticket = this.#options.ticket?.();
    if (!ticket) {
      this.#attach(null);
      return;
    }
    this.#ticket = ticket;
    const ifWanted = (then: () => void) => {
      if (this.#ticket === ticket) then();
    };
    ticket.then(
      (text) => ifWanted(() => this.#attach(text)),
      () => ifWanted(() => this.#lose(null)),
    );
  }

  #attach(ticket: string | null): void {
    this.#ticket = null;
    const wish = { ...this.#options, coins: this.#coins && [...this.#coins] };
    const socket = this.#parts.openSocket(streamAddress(wish, ticket));
    this.#socket = socket;
    this.#seq = 0;
    socket.onopen = () => {
      this.#openedAt = this.#parts.now();
      this.#tell('open');
    };
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = (event) => this.#lose(event.code);
    socket.onerror = () => undefined;
    this.#heard();
  }

  #receive(data: unknown): void {
    this.#heard();
    const message = readMessage(data);
    if (!message) return;
    if (message.seq !== this.#seq + 1) {
      this.#lose(null);
      return;
    }
    this.#seq = message.seq;
    this.#options.onMessage(message);
  }

  #say(request: object): void {
    if (this.#openedAt !== null) this.#socket?.send(JSON.stringify(request));
  }

  #heard(): void {
    this.#parts.clearTimer(this.#watchdog);
    this.#watchdog = this.#parts.setTimer(() => this.#lose(null), SILENCE_LIMIT_MS);
  }

  #lose(code: number | null): void {
    const wasGood = this.#openedAt !== null && this.#parts.now() - this.#openedAt >= SETTLED_MS;
    if (wasGood) this.#attempt = 0;
    this.#openedAt = null;
    this.#drop();
    if (code === REFUSED || (code === SIGNED_OUT && !this.#options.ticket)) {
      this.#tell('refused');
      return;
    }
    this.#tell('reconnecting');
    const delay = fullJitter(this.#attempt, this.#parts.random);
    this.#attempt += 1;
    this.#wait = this.#parts.setTimer(() => this.#open(), delay);
  }

  #drop(): void {
    this.#parts.clearTimer(this.#wait);
    this.#parts.clearTimer(this.#watchdog);
    this.#ticket = null;
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #tell(status: StreamStatus): void {
    this.#options.onStatus?.(status);
  }
}
