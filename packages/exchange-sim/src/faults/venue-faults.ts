import type { Clock } from '@tidemark/clock/clock';
import type { Random } from '../model/random.ts';
import { TradeFaults } from './trade-faults.ts';
import { VenueStamps } from './venue-stamps.ts';

interface StatusFault {
  status: number;
  left: number;
  until: number;
  retryAfterS?: number;
  /** Also answers the WebSocket handshake. */
  handshake: boolean;
}

/** What is wrong with one venue at the moment. */
export class VenueFaults {
  readonly trades: TradeFaults;
  readonly stamps: VenueStamps;
  readonly #clock: Clock;
  #refusedUntil = 0;
  #stalledUntil = 0;
  #restDownUntil = 0;
  #delay = { ms: 0, until: 0 };
  #statuses: StatusFault[] = [];
  readonly #silentUntil = new Map<string, number>();

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.trades = new TradeFaults(clock, random);
    this.stamps = new VenueStamps(clock);
  }

  refuse(ms: number): void {
    this.#refusedUntil = this.#clock.now() + ms;
  }

  stall(ms: number): void {
    this.#stalledUntil = this.#clock.now() + ms;
  }

  takeRestDown(ms: number): void {
    this.#restDownUntil = this.#clock.now() + ms;
  }

  silence(product: string, forMs: number): void {
    this.#silentUntil.set(product, this.#clock.now() + forMs);
  }

  delayRest(ms: number, forMs: number): void {
    this.#delay = { ms, until: this.#clock.now() + forMs };
  }

  answer(fault: {
    status: number;
    count?: number;
    forMs?: number;
    retryAfterS?: number;
    handshake?: boolean;
  }): void {
    this.#statuses.push({
      status: fault.status,
      left: fault.count ?? Infinity,
      until: fault.forMs === undefined ? Infinity : this.#clock.now() + fault.forMs,
      handshake: fault.handshake ?? false,
      ...(fault.retryAfterS === undefined ? {} : { retryAfterS: fault.retryAfterS }),
    });
  }

  clear(): void {
    this.#refusedUntil = this.#stalledUntil = this.#restDownUntil = 0;
    this.#delay = { ms: 0, until: 0 };
    this.#statuses = [];
    this.#silentUntil.clear();
    this.trades.clear();
    this.stamps.setClock(0);
  }

  refusesConnections(): boolean {
    return this.#clock.now() < this.#refusedUntil;
  }

  stalled(): boolean {
    return this.#clock.now() < this.#stalledUntil;
  }

  restDown(): boolean {
    return this.#clock.now() < this.#restDownUntil;
  }

  isSilent(product: string): boolean {
    return this.#clock.now() < (this.#silentUntil.get(product) ?? 0);
  }

  /** Whether a request is about a product that nothing is told of. */
  concernsSilent({ pathname, searchParams }: URL): boolean {
    if (this.#silentUntil.size === 0) return false;
    const named = [...pathname.split('/'), searchParams.get('symbol') ?? ''];
    return named.some((product) => this.isSilent(product));
  }

  /** The status that the next REST answer has because of a fault; uses one of its count up. */
  restStatus(): { status: number; retryAfterS?: number } | undefined {
    return this.#takeStatus(false);
  }

  /** The same for a WebSocket handshake. */
  upgradeStatus(): number | undefined {
    return this.#takeStatus(true)?.status;
  }

  /** Runs `answer` at once, or later while answers are delayed. */
  afterRestDelay(answer: () => void): void {
    if (this.#clock.now() < this.#delay.until) this.#clock.after(this.#delay.ms, answer);
    else answer();
  }

  #takeStatus(handshake: boolean): StatusFault | undefined {
    const now = this.#clock.now();
    this.#statuses = this.#statuses.filter((fault) => fault.left > 0 && fault.until > now);
    const fault = this.#statuses.find((candidate) => !handshake || candidate.handshake);
    if (fault) fault.left -= 1;
    return fault;
  }
}
