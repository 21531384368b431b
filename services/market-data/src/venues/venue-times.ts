import type { Clock } from '@tidemark/clock/clock';
import { type Exchange, EXCHANGES } from '@tidemark/contracts/exchange';
import { VenueTime } from './venue-time.ts';

/** The time on each venue's clock, and the market's, which they make together. */
export class VenueTimes {
  /**
   * The time that prices and ranges go by: the middle of the venues' and, between an even number of them, this machine's. So
   * it is right while most of them are, and this machine's own while nothing is known. Its timers are the machine's.
   */
  readonly market: Clock;
  readonly #venues: ReadonlyMap<Exchange, VenueTime>;

  constructor(clock: Clock) {
    this.#venues = new Map(EXCHANGES.map((exchange) => [exchange, new VenueTime(clock)]));
    this.market = {
      now: () => this.#now(clock.now()),
      monotonic: () => clock.monotonic(),
      sleep: (ms, signal) => clock.sleep(ms, signal),
      after: (ms, callback) => clock.after(ms, callback),
      every: (ms, callback) => clock.every(ms, callback),
    };
  }

  /** Whether any venue has told its time. */
  get known(): boolean {
    return [...this.#venues.values()].some((time) => time.known);
  }

  of(exchange: Exchange): VenueTime {
    const time = this.#venues.get(exchange);
    if (!time) throw new Error(`no time of ${exchange}`);
    return time;
  }

  /** A time that a venue told, epoch ms, in the market's: an error of the venue's own clock is taken out. */
  toMarket(exchange: Exchange, time: number): number {
    return time + this.market.now() - this.of(exchange).now();
  }

  #now(own: number): number {
    const known = [...this.#venues.values()].filter((time) => time.known);
    const all = known.map((time) => time.now());
    if (all.length % 2 === 0) all.push(own);
    return all.sort((a, b) => a - b)[(all.length - 1) / 2] ?? own;
  }
}
