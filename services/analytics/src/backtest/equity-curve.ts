import { Drawdown, type Fall } from '@tidemark/risk/drawdown';

/** What an account was worth at the close of each bar, and how far below its highest. */
export class EquityCurve {
  readonly #drawdown = new Drawdown();
  #deepest: Fall | null = null;

  /** The deepest fall so far; null: none. */
  get deepest(): Fall | null {
    return this.#deepest;
  }

  /** Takes the equity at the close of the bar that opened at `time`; answers with the drawdown there, a fraction. */
  next(time: number, equity: number): number {
    const reading = this.#drawdown.next({ time, value: equity });
    if (reading === null) return 0;
    this.#deepest = reading.deepest;
    return reading.current;
  }
}
