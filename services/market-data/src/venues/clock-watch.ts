import type { Clock } from '@tidemark/clock/clock';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Logger } from '@tidemark/telemetry/logger';
import type { VenueRest } from './venue.ts';
import type { VenueTime } from './venue-time.ts';
import type { VenueTimes } from './venue-times.ts';

/** A clock that is off by more is told of, ms; it is over once it is off by half of that. */
const BOUND = 2_000;
/** How often a venue is asked for its time, and how often while it is not sure, ms. */
const ASK_EVERY = 180_000;
const ASK_AGAIN = 2_000;

export interface ClockWatchParts {
  clock: Clock;
  logger: Logger;
  times: VenueTimes;
  rests: ReadonlyMap<Exchange, VenueRest>;
}

interface Watched {
  asking: boolean;
  askedAt: number;
  told: boolean;
}

/** Asks the venues for their time now and then, and says so when this machine's clock is wrong. */
export class ClockWatch {
  readonly #parts: ClockWatchParts;
  readonly #watched = new Map<Exchange, Watched>();

  constructor(parts: ClockWatchParts) {
    this.#parts = parts;
  }

  /** To be called each second. */
  look(signal: AbortSignal): void {
    let jump = 0;
    for (const [exchange, rest] of this.#parts.rests) {
      const time = this.#parts.times.of(exchange);
      const watched = this.#watchedOf(exchange);
      jump = time.look();
      this.#say(exchange, time, watched);
      if (this.#isDue(time, watched)) void this.#ask(rest, watched, signal);
    }
    if (jump === 0) return;
    this.#parts.logger.warn({ ms: Math.round(jump) }, 'the clock of this machine was set');
  }

  #isDue(time: VenueTime, { asking, askedAt }: Watched): boolean {
    const since = this.#parts.clock.monotonic() - askedAt;
    return !asking && since >= (time.wantsAnswer ? ASK_AGAIN : ASK_EVERY);
  }

  /** What is answered goes to the venue's time by itself, as with every request. */
  async #ask(rest: VenueRest, watched: Watched, signal: AbortSignal): Promise<void> {
    watched.asking = true;
    watched.askedAt = this.#parts.clock.monotonic();
    await rest.time(signal).catch(() => undefined);
    watched.asking = false;
  }

  #say(exchange: Exchange, { offsetMs }: VenueTime, watched: Watched): void {
    const off = Math.abs(offsetMs ?? 0);
    if (!watched.told && off > BOUND) {
      watched.told = true;
      const side = (offsetMs ?? 0) > 0 ? 'ahead of' : 'behind';
      const text = `the clock of this machine is ${(off / 1_000).toFixed(1)} s ${side} ${exchange}'s; it is corrected by that`;
      this.#parts.logger.warn({ exchange, clock_offset_ms: offsetMs }, text);
    } else if (watched.told && off < BOUND / 2) {
      watched.told = false;
      const text = `the clock of this machine agrees with ${exchange}'s again`;
      this.#parts.logger.info({ exchange, clock_offset_ms: offsetMs }, text);
    }
  }

  #watchedOf(exchange: Exchange): Watched {
    let watched = this.#watched.get(exchange);
    if (!watched) {
      watched = { asking: false, askedAt: -Infinity, told: false };
      this.#watched.set(exchange, watched);
    }
    return watched;
  }
}
