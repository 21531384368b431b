import type { Position } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';
import { SingleFlight } from '@tidemark/waiting/single-flight';
import type { Claim } from '../claims/claim.ts';

/**
 * Positions whose trades are stored, on their way to the bus. A bus that is away holds nothing up: they wait here, the
 * last of each partition, and go with the next `run`.
 */
export class Commits {
  readonly #commit: (positions: Position[]) => Promise<void>;
  readonly #isCurrent: (claim: Claim) => boolean;
  readonly #logger: Logger;
  readonly #waiting = new Map<Claim, number>();
  readonly #running = new SingleFlight<void>();
  #failing = false;

  /** `isCurrent`: whether a claim is still this replica's; positions of others are not committed. */
  constructor(
    commit: (positions: Position[]) => Promise<void>,
    isCurrent: (claim: Claim) => boolean,
    logger: Logger,
  ) {
    this.#commit = commit;
    this.#isCurrent = isCurrent;
    this.#logger = logger;
  }

  add(positions: ReadonlyMap<Claim, number>): void {
    for (const [claim, offset] of positions) this.#put(claim, offset);
  }

  /** Commits what waits, or joins the commit that is under way. Never rejects. */
  run(): Promise<void> {
    return this.#running.run(() => this.#all());
  }

  async #all(): Promise<void> {
    while (this.#waiting.size > 0) {
      const taken = [...this.#waiting].filter(([claim]) => this.#isCurrent(claim));
      this.#waiting.clear();
      if (taken.length === 0) return;
      try {
        await this.#commit(taken.map(([{ partition }, offset]) => ({ partition, offset })));
        this.#failing = false;
      } catch (error) {
        for (const [claim, offset] of taken) this.#put(claim, offset);
        if (!this.#failing)
          this.#logger.warn({ err: error }, 'positions could not be committed yet');
        this.#failing = true;
        return;
      }
    }
  }

  #put(claim: Claim, offset: number): void {
    this.#waiting.set(claim, Math.max(offset, this.#waiting.get(claim) ?? 0));
  }
}
