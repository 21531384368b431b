import type { Clock } from '@tidemark/clock/clock';
import type { Exchange } from '@tidemark/contracts/exchange';

/**
 * Back-fills each venue's history, one run at a time. What was asked for meanwhile makes the next run, and so does what
 * has to be tried again.
 */
export class BackFill {
  readonly #clock: Clock;
  readonly #run: (exchange: Exchange) => Promise<number | null>;
  /** Venues that a run is under way for, and whether another was asked for. */
  readonly #running = new Map<Exchange, boolean>();
  readonly #open = new Set<Exchange>();
  /** Cancel the wait for what is tried again. */
  readonly #waits = new Map<Exchange, () => void>();
  #stopped = false;

  /**
   * `run` looks for what is missing and brings it; it resolves to the milliseconds after which it is to be called again,
   * or null, and must not reject.
   */
  constructor(clock: Clock, run: (exchange: Exchange) => Promise<number | null>) {
    this.#clock = clock;
    this.#run = run;
  }

  /** The venue's products are known, or others are: what is missing of them can be fetched. */
  open(exchange: Exchange): void {
    this.#open.add(exchange);
    this.#ask(exchange);
  }

  /** Something else may be missing: of books that came, or because it is asked for. */
  lookAgain(): void {
    for (const exchange of this.#open) this.#ask(exchange);
  }

  stop(): void {
    this.#stopped = true;
    for (const cancel of this.#waits.values()) cancel();
  }

  #ask(exchange: Exchange): void {
    this.#waits.get(exchange)?.();
    this.#waits.delete(exchange);
    if (this.#stopped) return;
    if (this.#running.has(exchange)) this.#running.set(exchange, true);
    else void this.#repeat(exchange);
  }

  async #repeat(exchange: Exchange): Promise<void> {
    let again: number | null;
    do {
      this.#running.set(exchange, false);
      again = await this.#run(exchange);
    } while (this.#running.get(exchange));
    this.#running.delete(exchange);
    if (again === null || this.#stopped) return;
    this.#waits.set(
      exchange,
      this.#clock.after(again, () => this.#ask(exchange)),
    );
  }
}
