import type { Duplex } from 'node:stream';
import { TidemarkError } from '@tidemark/contracts/errors';

/** How many WebSockets may be open at once for each name. */
export class ConnectionSlots {
  readonly #max: number;
  readonly #taken = new Map<string, number>();

  constructor(max: number) {
    this.#max = max;
  }

  /** Names that have something open. */
  get size(): number {
    return this.#taken.size;
  }

  /**
   * Takes a slot until the socket is closed, or the returned function is called.
   * @throws TidemarkError RATE_LIMITED when there is none left
   */
  take(name: string, socket: Duplex): () => void {
    const taken = this.#taken.get(name) ?? 0;
    if (taken >= this.#max) {
      throw new TidemarkError('RATE_LIMITED', `No more than ${this.#max} WebSockets at once.`);
    }
    let isTaken = !socket.closed;
    if (!isTaken) return () => undefined;
    this.#taken.set(name, taken + 1);
    const release = () => {
      socket.off('close', release);
      if (isTaken) this.#giveBack(name);
      isTaken = false;
    };
    socket.once('close', release);
    return release;
  }

  #giveBack(name: string): void {
    const left = (this.#taken.get(name) ?? 0) - 1;
    if (left > 0) this.#taken.set(name, left);
    else this.#taken.delete(name);
  }
}
