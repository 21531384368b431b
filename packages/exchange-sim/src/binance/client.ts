import type { Clock } from '@tidemark/clock/clock';
import type { Connection } from '../net/connection.ts';

/** How long a connection lives and how its pulse is taken; Binance's documented values by default. */
export interface BinanceLimits {
  connectionLifeMs: number;
  pingEveryMs: number;
  pongWithinMs: number;
  inboundPerSecond: number;
  streams: number;
}

export const BINANCE_LIMITS: BinanceLimits = {
  connectionLifeMs: 24 * 3_600_000,
  pingEveryMs: 20_000,
  pongWithinMs: 60_000,
  inboundPerSecond: 5,
  streams: 1024,
};

/** RFC 6455: the peer broke a rule. */
const POLICY_VIOLATION = 1008;

/** One client of the stream server, under the venue's limits. */
export class BinanceClient {
  readonly connection: Connection;
  /** Frames are wrapped in `{ stream, data }`. */
  combined: boolean;
  readonly #clock: Clock;
  readonly #limits: BinanceLimits;
  readonly #cancels: (() => void)[] = [];
  #second = 0;
  #inbound = 0;
  #pongAt: number;

  constructor(connection: Connection, combined: boolean, clock: Clock, limits: BinanceLimits) {
    this.connection = connection;
    this.combined = combined;
    this.#clock = clock;
    this.#limits = limits;
    this.#pongAt = clock.monotonic();
    this.#watch();
  }

  /** Counts an inbound frame; false (and a closed connection) above the limit. */
  admit(): boolean {
    const second = Math.floor(this.#clock.monotonic() / 1000);
    this.#inbound = second === this.#second ? this.#inbound + 1 : 1;
    this.#second = second;
    if (this.#inbound <= this.#limits.inboundPerSecond) return true;
    this.close(POLICY_VIOLATION, 'Too many requests');
    return false;
  }

  close(code: number, reason: string): void {
    this.connection.ws.close(code, reason);
  }

  /** Pings when the pulse is due; cuts a client that has not answered in time. */
  ping(): void {
    if (this.#clock.monotonic() - this.#pongAt > this.#limits.pongWithinMs) {
      this.connection.ws.terminate();
    } else if (this.connection.open) {
      this.connection.ws.ping(String(this.#clock.now()));
    }
  }

  #watch(): void {
    const { ws } = this.connection;
    ws.on('pong', () => {
      this.#pongAt = this.#clock.monotonic();
      this.admit();
    });
    ws.on('ping', () => this.admit());
    this.#cancels.push(
      this.#clock.every(this.#limits.pingEveryMs, () => this.ping()),
      this.#clock.after(this.#limits.connectionLifeMs, () => ws.terminate()),
    );
    ws.once('close', () => {
      for (const cancel of this.#cancels) cancel();
    });
  }
}
