import type { Clock } from '@tidemark/clock/clock';
import { OtherWallClock } from '@tidemark/clock/other-wall-clock';

/** The machine's clock is believed while it is no further than this from what is heard of the market, ms. */
const BELIEVED = 3 * 60_000;
/** What is further off than this is no candle's time, ms. */
const ABSURD = 86_400_000;

/**
 * What time it is in the market. Candles that are open tell which minute it is; by a machine's clock that is minutes off bars would
 * seem late that are not, or the other way round. Timers are the machine's.
 */
export class MarketClock extends OtherWallClock {
  readonly #clock: Clock;
  /** The newest minute that was heard of, epoch ms, and when, monotonic ms. */
  #heard: { time: number; at: number } | null = null;

  constructor(clock: Clock) {
    super(clock);
    this.#clock = clock;
  }

  /** A candle that is open was told; it began at `time`, epoch ms. */
  note(time: number): void {
    const known = this.#heard?.time ?? -Infinity;
    if (time <= known || Math.abs(time - this.#clock.now()) > ABSURD) return;
    this.#heard = { time, at: this.#clock.monotonic() };
  }

  now(): number {
    const own = this.#clock.now();
    if (!this.#heard) return own;
    const heard = this.#heard.time + this.#clock.monotonic() - this.#heard.at;
    return Math.abs(own - heard) <= BELIEVED ? own : heard;
  }
}
