import type { Clock } from '@tidemark/clock/clock';

/** A process that did not get to run for this long may have lost what it owned, ms. */
const LONG = 3_000;

/** Notices that the process stood still: suspended, starved, or moved to another host. */
export class PauseWatch {
  readonly #clock: Clock;
  #last: number;
  #paused = false;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#last = clock.monotonic();
  }

  /** Says that the process runs; to be called about twice a second. */
  beat(): void {
    this.#paused = this.paused;
    this.#last = this.#clock.monotonic();
  }

  /** Whether there was a pause, or is one ending now, that nobody has looked into. */
  get paused(): boolean {
    return this.#paused || this.#clock.monotonic() - this.#last > LONG;
  }

  /** What the pause may have changed was looked into. */
  forget(): void {
    this.#paused = false;
    this.#last = this.#clock.monotonic();
  }
}
