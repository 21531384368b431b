import { barWithPrice, isSameBar, type Bar } from './bars.ts';

/** An answer of the server: the newest `limit` bars that open before `before`, oldest first; fewer when no more exist. */
export interface Answer {
  bars: readonly Bar[];
  limit: number;
  /** Epoch ms; Infinity: the newest there are. */
  before: number;
}

/**
 * The bars of one coin at one interval. What the server told is one run without an unknown stretch in it: every bar that
 * exists between its ends is there, and no other. Beyond its end are bars that ticks opened, which are estimates.
 */
export class BarSeries {
  readonly #intervalMs: number;
  #told: readonly Bar[] = [];
  #guessed: readonly Bar[] = [];
  #bars: readonly Bar[] = [];
  #isWhole = false;

  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  /** Oldest first, each time once. */
  get bars(): readonly Bar[] {
    return this.#bars;
  }

  /** Whether no bar exists that is older than these. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /**
   * Takes an answer in place of all that it speaks of. False, and nothing taken, when bars may exist between it and those
   * that are known.
   */
  take(answer: Answer): boolean {
    if (!this.#reaches(answer)) return false;
    const isStart = answer.bars.length < answer.limit;
    const from = isStart ? -Infinity : firstTime(answer.bars);
    const known = new Map(this.#told.map((bar) => [bar.time, bar]));
    const bars = answer.bars.map((bar) => sameOr(bar, known.get(bar.time)));
    const older = this.#told.filter(({ time }) => time < from);
    const newer = this.#told.filter(({ time }) => time >= answer.before);
    // Bars come to the left of the first while history is being fetched: an answer that reaches there decides anew.
    if (isStart) this.#isWhole = true;
    else if (from <= firstTime(this.#told)) this.#isWhole = false;
    this.#set([...older, ...bars, ...newer]);
    return true;
  }

  /** Takes an answer in place of everything. */
  restart(answer: Answer): void {
    this.#isWhole = false;
    this.#told = [];
    this.#guessed = [];
    this.take(answer);
  }

  /** Moves the last bar by a price, or opens the next; false when the price is too old. `at`: epoch ms. */
  tick(price: number, at: number): boolean {
    const bar = barWithPrice(this.#bars.at(-1), price, at, this.#intervalMs);
    if (bar === null) return false;
    this.#guessed = [...this.#guessed.filter(({ time }) => time < bar.time), bar];
    this.#join();
    return true;
  }

  #reaches({ bars, limit, before }: Answer): boolean {
    const last = this.#told.at(-1);
    if (last === undefined || bars.length < limit) return true;
    if (before === Infinity) return firstTime(bars) <= last.time + this.#intervalMs;
    return before >= firstTime(this.#told) && before <= last.time;
  }

  /** Of the guesses only the newest outlives an answer, and it alone when it is beyond what was told. */
  #set(told: readonly Bar[]): void {
    this.#told = told;
    const last = told.at(-1)?.time ?? -Infinity;
    this.#guessed = this.#guessed.filter(({ time }) => time > last).slice(-1);
    this.#join();
  }

  #join(): void {
    const [first] = this.#guessed;
    const told = first ? this.#told.filter(({ time }) => time < first.time) : this.#told;
    this.#bars = [...told, ...this.#guessed];
  }
}

function firstTime(bars: readonly Bar[]): number {
  return bars[0]?.time ?? -Infinity;
}

/** The known bar when nothing of it changed: what is the same object need not be drawn again. */
function sameOr(bar: Bar, known: Bar | undefined): Bar {
  return known !== undefined && isSameBar(bar, known) ? known : bar;
}
