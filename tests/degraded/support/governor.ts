import { setTimeout as pause } from 'node:timers/promises';
import type { PacedClock } from '@tidemark/testkit/paced-clock';

const CHECK_EVERY_MS = 100;
/** What a round trip to the database may take of the clock's time, ms: more, and waits that are seconds seem minutes. */
const ROUND_TRIP_MS = 1_500;
const SLOWEST = 4;

/** Lets a clock run as fast as is wished for, and slower while the machine does not keep up. */
export class Governor {
  /** How many times as fast as the wall clock is wished for. */
  wish: number;
  readonly #clock: PacedClock;
  readonly #roundTrip: () => Promise<unknown>;
  readonly #governing: Promise<void>;
  #stopped = false;

  constructor(clock: PacedClock, roundTrip: () => Promise<unknown>) {
    this.wish = clock.pace;
    this.#clock = clock;
    this.#roundTrip = roundTrip;
    this.#governing = this.#govern();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#governing;
    this.#clock.pace = 1;
  }

  async #govern(): Promise<void> {
    while (!this.#stopped) {
      const from = performance.now();
      await this.#roundTrip().catch(() => undefined);
      const took = performance.now() - from;
      const fits = Math.max(SLOWEST, ROUND_TRIP_MS / took);
      const pace = Math.min(this.wish, fits);
      // Down at once, up little by little.
      this.#clock.pace = Math.min(pace, this.#clock.pace * 1.3);
      await pause(CHECK_EVERY_MS);
    }
  }
}
