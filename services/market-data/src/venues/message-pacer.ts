import type { Clock } from '@tidemark/clock/clock';

/** Spaces what is sent on one connection, in order: venues close connections that send too much. */
export class MessagePacer {
  readonly #clock: Clock;
  readonly #gapMs: number;
  readonly #queue: (() => void)[] = [];
  #freeAt = -Infinity;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, perSecond: number) {
    this.#clock = clock;
    this.#gapMs = 1000 / perSecond;
  }

  /** Calls `send` at once, or when its turn comes. */
  run(send: () => void): void {
    this.#queue.push(send);
    this.#drain();
  }

  /** Forgets what waits. */
  clear(): void {
    this.#queue.length = 0;
    this.#cancel?.();
    this.#cancel = null;
  }

  #drain(): void {
    if (this.#cancel) return;
    const wait = this.#freeAt - this.#clock.monotonic();
    if (wait > 0) {
      this.#wait(wait);
      return;
    }
    const send = this.#queue.shift();
    if (!send) return;
    this.#freeAt = this.#clock.monotonic() + this.#gapMs;
    send();
    if (this.#queue.length > 0) this.#drain();
  }

  #wait(ms: number): void {
    if (this.#queue.length === 0) return;
    this.#cancel = this.#clock.after(ms, () => {
      this.#cancel = null;
      this.#drain();
    });
  }
}
