const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

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
    // Not with each of them: what is too old is left out when it is read.
    if (this.#ranges.length > 2_880) this.#ranges = [...this.since(at - DAY)];
  }

  /** Minutes that are known from elsewhere; those that were seen here stay as they are. */
  fill(minutes: readonly MinuteRange[]): void {
    const seen = new Set(this.#ranges.map(({ time }) => time));
    const more = minutes.filter(({ time }) => !seen.has(time));
    this.#ranges = [...more.map((each) => ({ ...each })), ...this.#ranges].sort(
      (a, b) => a.time - b.time,
    );
  }

  /** Minutes that open at `from` or later, epoch ms, the oldest first. */
  since(from: number): MinuteRange[] {
    return this.#ranges.filter(({ time }) => time >= from);
  }
}
