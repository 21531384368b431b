/** A run of trade ids that were skipped, with the times of the trades on either side (epoch ms). */
export interface Hole {
  from: number;
  to: number;
  /** Time of the trade before the run: nothing in it is older. */
  after: number;
  /** Time of the trade behind the run. */
  before: number;
}

export interface SequenceSnapshot {
  next: number;
  lastTime: number;
  holes: Hole[];
}

/**
 * `far`: an id so far ahead that the sequence must be started anew from what REST says. `again`: an id from before with a
 * time after all that was seen, so perhaps of ids that begin again.
 */
export type Acceptance = 'new' | 'duplicate' | 'far' | 'again';

/** As ids grow, a venue's times may go back by this much, ms. */
export const OUT_OF_ORDER = 1_000;

/** Ids ahead of the expected one that are taken for a hole; more is a matter for REST. */
export const MAX_HOLE = 10_000;

/**
 * What has been seen of one product's contiguous trade ids: which are new, which were seen before, which are missing.
 * Its size is bounded by the number of holes, not of trades. ADR 0004.
 */
export class TradeSequence {
  #next: number;
  #lastTime: number;
  #holes: Hole[];
  /** What is older has an id from before the ids began again, epoch ms. */
  readonly #since: number;

  /** Begins with everything below `next`, and everything older than `since`, taken as seen. Times are epoch ms. */
  constructor(snapshot: SequenceSnapshot, since = -Infinity) {
    this.#since = since;
    this.#next = snapshot.next;
    this.#lastTime = snapshot.lastTime;
    this.#holes = snapshot.holes.map((hole) => ({ ...hole }));
  }

  get next(): number {
    return this.#next;
  }

  /** The newest time that was seen, epoch ms. */
  get lastTime(): number {
    return this.#lastTime;
  }

  get holes(): readonly Hole[] {
    return this.#holes;
  }

  /** Every trade older than this is known: the last trade's time, or that of the trade before the first hole. */
  get knownThrough(): number {
    return this.#holes[0]?.after ?? this.#lastTime;
  }

  accept(id: number, time: number): Acceptance {
    if (time < this.#since) return 'duplicate';
    if (id === this.#next) return this.#advance(id, time);
    if (id < this.#next) {
      if (time > this.#lastTime + OUT_OF_ORDER) return 'again';
      return this.#fill(id, time) ? 'new' : 'duplicate';
    }
    if (id - this.#next > MAX_HOLE) return 'far';
    this.#holes.push({ from: this.#next, to: id - 1, after: this.#lastTime, before: time });
    return this.#advance(id, time);
  }

  /** Gives up on a hole, as on one that the venue cannot fill; answers the parts that were still open. */
  abandon(from: number, to: number): Hole[] {
    const inside = this.#holes.filter((hole) => hole.from >= from && hole.to <= to);
    this.#holes = this.#holes.filter((hole) => !inside.includes(hole));
    return inside;
  }

  snapshot(): SequenceSnapshot {
    return {
      next: this.#next,
      lastTime: this.#lastTime,
      holes: this.#holes.map((h) => ({ ...h })),
    };
  }

  #advance(id: number, time: number): 'new' {
    this.#next = id + 1;
    if (time > this.#lastTime) this.#lastTime = time;
    return 'new';
  }

  #fill(id: number, time: number): boolean {
    const index = this.#holes.findIndex((hole) => id >= hole.from && id <= hole.to);
    const hole = this.#holes[index];
    if (!hole) return false;
    const left = { ...hole, to: id - 1, before: Math.min(time, hole.before) };
    const right = { ...hole, from: id + 1, after: Math.max(time, hole.after) };
    this.#holes.splice(index, 1, ...[left, right].filter((part) => part.from <= part.to));
    return true;
  }
}
