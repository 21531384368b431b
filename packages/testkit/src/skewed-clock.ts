import type { Clock } from '@tidemark/clock/clock';
import { OtherWallClock } from '@tidemark/clock/other-wall-clock';

/** The clock of a machine that shows a wrong time: its timers run as those of `truth`, its wall clock is `aheadMs` off. */
export class SkewedClock extends OtherWallClock {
  readonly #truth: Clock;
  /** How far its wall clock is ahead of the truth, ms; may be changed at any time, as when somebody sets it. */
  aheadMs = 0;

  constructor(truth: Clock) {
    super(truth);
    this.#truth = truth;
  }

  now(): number {
    return this.#truth.now() + this.aheadMs;
  }
}
