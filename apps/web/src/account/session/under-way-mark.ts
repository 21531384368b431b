const KEY = 'tidemark:refresh';
/** A refresh that a page left behind is over by then, or its answer is lost. */
const GOOD_FOR_MS = 15_000;
const PREFIX_LENGTH = 12;

/** The part of the browser's storage that is used. */
export type MarkStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * A note in the browser's storage that a refresh is under way. A page that was left in the middle of one cannot take
 * the note away; the next page sees it, and waits for the answer's cookies instead of asking with the old ones beside it.
 */
export class UnderWayMark {
  readonly #storage: MarkStorage;
  readonly #now: () => number;

  constructor(storage: MarkStorage, now: () => number) {
    this.#storage = storage;
    this.#now = now;
  }

  set(csrf: string): void {
    this.#quietly(() =>
      this.#storage.setItem(KEY, `${this.#now()} ${csrf.slice(0, PREFIX_LENGTH)}`),
    );
  }

  clear(): void {
    this.#quietly(() => this.#storage.removeItem(KEY));
  }

  /** Whether a refresh that uses this CSRF value may still be under way. */
  concerns(csrf: string): boolean {
    const [at, prefix] = (this.#quietly(() => this.#storage.getItem(KEY)) ?? '').split(' ');
    const age = this.#now() - Number(at);
    return prefix === csrf.slice(0, PREFIX_LENGTH) && age >= 0 && age < GOOD_FOR_MS;
  }

  /** A browser without storage does without the note. */
  #quietly<T>(act: () => T): T | null {
    try {
      return act();
    } catch {
      return null;
    }
  }
}
