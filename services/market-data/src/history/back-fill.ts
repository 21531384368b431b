import type { Exchange } from '@tidemark/contracts/exchange';

/** Back-fills each venue's history, one run at a time; what was asked for meanwhile makes the next run. */
export class BackFill {
  readonly #run: (exchange: Exchange) => Promise<void>;
  /** Venues that a run is under way for, and whether another was asked for. */
  readonly #running = new Map<Exchange, boolean>();
  readonly #open = new Set<Exchange>();

  /** `run` looks for what is missing and brings it; it must not reject. */
  constructor(run: (exchange: Exchange) => Promise<void>) {
    this.#run = run;
  }

  /** The venue's products are known: what is missing of them can be fetched. */
  open(exchange: Exchange): void {
    this.#open.add(exchange);
    this.#ask(exchange);
  }

  /** Books came that may lack their history. */
  booksCame(): void {
    for (const exchange of this.#open) this.#ask(exchange);
  }

  #ask(exchange: Exchange): void {
    if (this.#running.has(exchange)) this.#running.set(exchange, true);
    else void this.#repeat(exchange);
  }

  async #repeat(exchange: Exchange): Promise<void> {
    do {
      this.#running.set(exchange, false);
      await this.#run(exchange);
    } while (this.#running.get(exchange));
    this.#running.delete(exchange);
  }
}
