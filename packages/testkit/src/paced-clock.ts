import { sleepBy, type Clock } from '@tidemark/clock/clock';

/** Node's timers cannot wait longer; a longer delay would fire at once. */
const MAX_TIMER_MS = 2_147_483_647;

interface Timer {
  /** Monotonic ms of this clock. */
  due: number;
  everyMs: number | null;
  callback: () => void;
  handle: NodeJS.Timeout | undefined;
}

/**
 * A clock that runs `pace` times as fast as the wall clock, and whose pace can be changed while timers wait: hours of an
 * outage pass in seconds, and what follows them is measured slowly. Sockets and databases stay real.
 */
export class PacedClock implements Clock {
  readonly #startedAt: number;
  readonly #timers = new Set<Timer>();
  #pace: number;
  #elapsed = 0;
  #since = performance.now();

  /** @param startedAt epoch ms at which it begins @param pace over 0 */
  constructor(startedAt: number, pace: number) {
    this.#startedAt = startedAt;
    this.#pace = pace;
  }

  get pace(): number {
    return this.#pace;
  }

  set pace(pace: number) {
    this.#elapsed = this.monotonic();
    this.#since = performance.now();
    this.#pace = pace;
    for (const timer of this.#timers) this.#arm(timer);
  }

  now(): number {
    return this.#startedAt + this.monotonic();
  }

  monotonic(): number {
    return this.#elapsed + (performance.now() - this.#since) * this.#pace;
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

  #add(ms: number, callback: () => void, everyMs: number | null): () => void {
    const due = this.monotonic() + Math.max(0, ms);
    const timer: Timer = { due, everyMs, callback, handle: undefined };
    this.#timers.add(timer);
    this.#arm(timer);
    return () => {
      this.#timers.delete(timer);
      clearTimeout(timer.handle);
    };
  }

  #arm(timer: Timer): void {
    clearTimeout(timer.handle);
    const left = Math.max(0, (timer.due - this.monotonic()) / this.#pace);
    timer.handle = setTimeout(() => this.#fire(timer), Math.min(Math.ceil(left), MAX_TIMER_MS));
  }

  #fire(timer: Timer): void {
    const now = this.monotonic();
    if (now < timer.due) {
      this.#arm(timer);
      return;
    }
    if (timer.everyMs === null) this.#timers.delete(timer);
    // As with setInterval, what a busy process missed does not come in a burst.
    else {
      timer.due = Math.max(timer.due + timer.everyMs, now);
      this.#arm(timer);
    }
    timer.callback();
  }
}
