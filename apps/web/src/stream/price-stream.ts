import type { PriceTick } from '@tidemark/contracts/price';
import type { CLOSE_CODES } from '@tidemark/contracts/stream';
import { fullJitter } from './backoff.ts';
import { parseStreamMessage } from './stream-message.ts';

/** The server pings every 30 s; two missed and a margin mean that the line is dead. */
export const SILENCE_LIMIT_MS = 75_000;
/** A connection that lived this long was a good one: its loss starts the backoff anew. */
const SETTLED_MS = 10_000;
const REFUSED: (typeof CLOSE_CODES)['BAD_REQUEST'] = 4400;

/** `refused`: the server will not serve this request, and asking again would not help. */
export type StreamStatus = 'connecting' | 'open' | 'reconnecting' | 'paused' | 'refused';

/** The part of a browser's WebSocket that is used. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  close(): void;
}

export interface PriceStreamParts {
  openSocket: (url: string) => Socket;
  setTimer: (callback: () => void, ms: number) => unknown;
  clearTimer: (timer: unknown) => void;
  now: () => number;
  random: () => number;
  onTick: (tick: PriceTick) => void;
  onStatus: (status: StreamStatus) => void;
}

/** One line for all prices, kept up: it reconnects with full jitter and watches for silence. */
export class PriceStream {
  readonly #url: string;
  readonly #parts: PriceStreamParts;
  #socket: Socket | null = null;
  #wait: unknown = null;
  #watchdog: unknown = null;
  #attempt = 0;
  #openedAt: number | null = null;

  constructor(url: string, parts: PriceStreamParts) {
    this.#url = url;
    this.#parts = parts;
  }

  /** Opens the line now, also in the middle of a wait. Does nothing while it is up or opening. */
  connect(): void {
    if (this.#socket !== null) return;
    this.#parts.onStatus(this.#attempt === 0 ? 'connecting' : 'reconnecting');
    this.#open();
  }

  /** Closes the line until `connect`: the page is hidden, gone, or the device offline. */
  pause(): void {
    this.#openedAt = null;
    this.#attempt = 0;
    this.#drop();
    this.#parts.onStatus('paused');
  }

  #open(): void {
    this.#drop();
    const socket = this.#parts.openSocket(this.#url);
    this.#socket = socket;
    socket.onopen = () => {
      this.#openedAt = this.#parts.now();
      this.#parts.onStatus('open');
    };
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = (event) => this.#lose(event.code);
    this.#heard();
  }

  #receive(data: unknown): void {
    this.#heard();
    const message = parseStreamMessage(data);
    if (message?.type === 'price_update') this.#parts.onTick(message.data);
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
    this.#parts.onStatus(code === REFUSED ? 'refused' : 'reconnecting');
    if (code === REFUSED) return;
    const delay = fullJitter(this.#attempt, this.#parts.random);
    this.#attempt += 1;
    this.#wait = this.#parts.setTimer(() => this.#open(), delay);
  }

  #drop(): void {
    this.#parts.clearTimer(this.#wait);
    this.#parts.clearTimer(this.#watchdog);
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
