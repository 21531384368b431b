import { sleepBy, type Clock } from './clock.ts';

interface Timer {
  due: number;
  /** Timers due at the same moment run in the order they were set. */
  order: number;
  callback: () => void;
  everyMs: number | null;
}

/** Event-loop turns given to pending promises before and after each timer. */
const SETTLE_TURNS = 3;

/** Time that stands still until a test moves it. */
export class TestClock implements Clock {
  readonly #timers = new Set<Timer>();
  readonly #startedAt: number;
  #now: number;
  #order = 0;

  /** `now`: epoch milliseconds to start at. Default 2026-01-01T00:00:00Z. */
  constructor(now = Date.UTC(2026, 0, 1)) {
    this.#now = now;
    this.#startedAt = now;
  }

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#now - this.#startedAt;
  }

  after(ms: number, callback: () => void): () => void {
    return this.#add(ms, callback, null);
  }

  every(ms: number, callback: () => void): () => void {
    return this.#add(ms, callback, Math.max(1, ms));
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return sleepBy((delay, callback) => this.after(delay, callback), ms, signal);
  }

  /** Timers that wait, an `every` counting as one. */
  get pending(): number {
    return this.#timers.size;
  }

  /**
   * Moves time on by `ms`, running each timer at its own moment, in order. Before and after each timer, promises that can go on
   * do so, and the timers they set count when they fall due within `ms`.
   */
  async advance(ms: number): Promise<void> {
    const target = this.#now + ms;
    await settle();
    for (let timer = this.#nextDue(target); timer; timer = this.#nextDue(target)) {
      this.#now = Math.max(this.#now, timer.due);
      this.#fire(timer);
      await settle();
    }
    this.#now = target;
    await settle();
  }

  #add(ms: number, callback: () => void, everyMs: number | null): () => void {
    const timer = { due: this.#now + Math.max(0, ms), order: this.#order++, callback, everyMs };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  #fire(timer: Timer): void {
    if (timer.everyMs === null) this.#timers.delete(timer);
    else timer.due += timer.everyMs;
    timer.callback();
  }

  #nextDue(target: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) {
      if (timer.due > target) continue;
      if (!next || timer.due < next.due || (timer.due === next.due && timer.order < next.order)) {
        next = timer;
      }
    }
    return next;
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < SETTLE_TURNS; turn += 1) {
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
