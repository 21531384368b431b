const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** Two days. */
const MOST_KEPT = 2_880;

/** How far a price went in a minute. */
export interface MinuteRange {
  /** Open of the minute, epoch ms. */
  time: number;
  low: number;
  high: number;
}

/** How far a coin's price went in each minute of the last 24 hours, for windows that begin in them. */
export class RecentRanges {
  #ranges: MinuteRange[] = [];

  /** Of now, epoch ms: no earlier than what was added last. */
  add(at: number, low: number, high: number): void {
    const time = Math.floor(at / MINUTE) * MINUTE;
    const last = this.#ranges.at(-1);
    if (last && last.time >= time) {
      last.low = Math.min(last.low, low);
      last.high = Math.max(last.high, high);
      return;
    }
    this.#ranges.push({ time, low, high });
    // Not with each of them: a window leaves out what is too old for it.
    if (this.#ranges.length > MOST_KEPT) {
      this.#ranges = this.#ranges.filter((range) => range.time >= at - DAY);
    }
  }

  /** Minutes that are known from elsewhere; those that were seen here stay as they are. */
  fill(minutes: readonly MinuteRange[]): void {
    const seen = new Set(this.#ranges.map(({ time }) => time));
    const more = minutes.filter(({ time }) => !seen.has(time));
    this.#ranges = [...more.map((each) => ({ ...each })), ...this.#ranges].sort(
      (a, b) => a.time - b.time,
    );
  }

  /** The oldest first; some may be older than 24 hours. */
  get minutes(): readonly MinuteRange[] {
    return this.#ranges;
  }
}
