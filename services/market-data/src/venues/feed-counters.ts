/** Names of ignored types that are counted one by one; what comes after goes to `ignored:other`. */
const MAX_IGNORED_TYPES = 30;

/** A feed's own counts; they only grow. */
export class FeedCounters {
  messages = 0;
  trades = 0;
  /** Monotonic ms. */
  lastMessageAt: number | null = null;
  readonly #byReason = new Map<string, number>();
  #ignoredTypes = 0;

  /** Counts a refusal by its reason, such as `bad_time`. */
  refuse(reason: string): void {
    this.#byReason.set(reason, (this.#byReason.get(reason) ?? 0) + 1);
  }

  /** Counts a frame of no use as `ignored:<type>`. */
  ignore(type: string): void {
    const key = `ignored:${type}`;
    if (this.#byReason.has(key)) {
      this.refuse(key);
      return;
    }
    if (this.#ignoredTypes >= MAX_IGNORED_TYPES) {
      this.refuse('ignored:other');
      return;
    }
    this.#ignoredTypes += 1;
    this.refuse(key);
  }

  /** Counts by reason, as a plain object. */
  refused(): Record<string, number> {
    return Object.fromEntries(this.#byReason);
  }
}
