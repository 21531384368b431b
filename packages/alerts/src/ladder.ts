import TinyQueue from 'tinyqueue';
import { dueAt, step, type Point, type Watch, type WatchState } from './watch.ts';

/** A watch in its place. */
interface Rung {
  readonly key: string;
  readonly watch: Watch;
  state: WatchState;
  /** Grows with each change: what the queues say of an earlier one is void. */
  turn: number;
}

interface Entry {
  readonly rung: Rung;
  readonly turn: number;
  /** What the queue is ordered by. */
  readonly at: number;
}

/** Void entries that are kept beside as many that are not. */
const SPARE_ENTRIES = 1_000;

/** What a point did to one of the watches. */
export interface Change {
  key: string;
  state: WatchState;
  /** Null: it did not fire. */
  firedBy: number | null;
}

/**
 * Watches of one quantity, ordered so that a point costs what it changes and not what there is: the nearest bound above
 * and the nearest one below are looked at, and when what holds is due. What a watch does is said by `step` alone.
 */
export class Ladder {
  readonly #rungs = new Map<string, Rung>();
  /** Those that a high reaches, the lowest bound first. */
  #above = queue((a, b) => a - b);
  /** Those that a low brings back, the highest place first. */
  #below = queue((a, b) => b - a);
  /** Those that hold, the first that is due. */
  #due = queue((a, b) => a - b);

  /** The state of a watch; undefined: it is not here. */
  stateOf(key: string): WatchState | undefined {
    return this.#rungs.get(key)?.state;
  }

  /** In place of what was there under the key. */
  set(key: string, watch: Watch, state: WatchState): void {
    this.remove(key);
    const rung: Rung = { key, watch, state, turn: 0 };
    this.#rungs.set(key, rung);
    this.#enter(rung);
  }

  remove(key: string): void {
    const rung = this.#rungs.get(key);
    if (!rung) return;
    rung.turn = -1;
    this.#rungs.delete(key);
    this.#tidy();
  }

  /** What a point changes. */
  take(point: Point): Change[] {
    const reached = new Set<Rung>();
    take(this.#above, reached, (bound) => bound <= point.high);
    take(this.#below, reached, (place) => place >= point.low);
    take(this.#due, reached, (due) => due <= point.at);
    if (point.isAfterGap)
      for (const rung of this.#rungs.values())
        if (rung.state.phase === 'holding') reached.add(rung);
    const changes: Change[] = [];
    for (const rung of reached) {
      const { state, firedBy } = step(rung.watch, rung.state, point);
      rung.turn += 1;
      if (state !== rung.state) changes.push({ key: rung.key, state, firedBy });
      rung.state = state;
      this.#enter(rung);
    }
    this.#tidy();
    return changes;
  }

  #enter(rung: Rung): void {
    const { watch, state, turn } = rung;
    const put = (into: TinyQueue<Entry>, at: number) => into.push({ rung, turn, at });
    switch (state.phase) {
      case 'armed':
        put(this.#above, watch.bound);
        return;
      case 'unsure':
        put(this.#below, watch.bound);
        return;
      case 'fired':
        put(this.#below, Math.min(watch.rearm, watch.bound));
        return;
      case 'holding':
        put(this.#below, watch.bound);
        put(this.#due, dueAt(watch, state));
        return;
      case 'done':
        return;
    }
  }

  /** Makes the queues anew where most of what they have is void. */
  #tidy(): void {
    const entries = this.#above.length + this.#below.length + this.#due.length;
    if (entries <= 4 * this.#rungs.size + SPARE_ENTRIES) return;
    this.#above = queue((a, b) => a - b);
    this.#below = queue((a, b) => b - a);
    this.#due = queue((a, b) => a - b);
    for (const rung of this.#rungs.values()) this.#enter(rung);
  }
}

function queue(order: (a: number, b: number) => number): TinyQueue<Entry> {
  return new TinyQueue<Entry>([], (a, b) => order(a.at, b.at));
}

function take(from: TinyQueue<Entry>, into: Set<Rung>, isReached: (at: number) => boolean): void {
  for (let next = from.peek(); next && isReached(next.at); next = from.peek()) {
    from.pop();
    if (next.turn === next.rung.turn) into.add(next.rung);
  }
}
