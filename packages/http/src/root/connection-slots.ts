import type { Duplex } from 'node:stream';
import type { Counted } from '../addresses/address-key.ts';

/** How many connections may be open at once for each name. */
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
   * Takes a slot under each name until the socket is closed, or the returned function is called; null where a name has
   * none left.
   */
  take(names: readonly Counted[], socket: Duplex): (() => void) | null {
    if (names.some(({ key, share }) => this.#of(key) >= this.#max * share)) return null;
    let isTaken = !socket.closed;
    if (!isTaken) return () => undefined;
    for (const { key } of names) this.#taken.set(key, this.#of(key) + 1);
    const release = () => {
      socket.off('close', release);
      if (isTaken) for (const { key } of names) this.#giveBack(key);
      isTaken = false;
    };
    socket.once('close', release);
    return release;
  }

  #of(name: string): number {
    return this.#taken.get(name) ?? 0;
  }

  #giveBack(name: string): void {
    const left = this.#of(name) - 1;
    if (left > 0) this.#taken.set(name, left);
    else this.#taken.delete(name);
  }
}
