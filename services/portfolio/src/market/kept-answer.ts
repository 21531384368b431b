import type { Clock } from '@tidemark/clock/clock';
import { SingleFlight } from '@tidemark/waiting/single-flight';

interface KeptOptions {
  clock: Clock;
  /** For how long an answer is taken for true, ms. */
  keptMs: number;
  /** After that, whether whoever asks waits for a new one, or gets the old one while it is read. */
  waits: boolean;
}

/** How soon after a failure it is asked again, at most, ms. */
const FAILED_MS = 2_000;

/** An answer that is asked for again when it is old; of those who ask at once one asks. */
export class KeptAnswer<A> {
  readonly #ask: () => Promise<A>;
  readonly #options: KeptOptions;
  #answer: A | null = null;
  /** Until when, monotonic ms, nobody asks again. */
  #until = -Infinity;
  readonly #asking = new SingleFlight<void>();

  constructor(ask: () => Promise<A>, options: KeptOptions) {
    this.#ask = ask;
    this.#options = options;
  }

  /** The newest answer; null where there never was one. Never rejects. */
  async get(): Promise<A | null> {
    const { clock, waits } = this.#options;
    if (clock.monotonic() < this.#until) return this.#answer;
    const asking = this.#asking.run(() => this.#askNow());
    if (waits || this.#answer === null) await asking;
    return this.#answer;
  }

  async #askNow(): Promise<void> {
    const { clock, keptMs } = this.#options;
    try {
      this.#answer = await this.#ask();
      this.#until = clock.monotonic() + keptMs;
    } catch {
      this.#until = clock.monotonic() + Math.min(keptMs, FAILED_MS);
    }
  }
}
