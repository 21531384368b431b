/** In how many parts a window moves on. */
const PARTS = 60;

interface Part {
  /** Which part of time, counted from the epoch. */
  number: number;
  low: number;
  high: number;
}

/**
 * The lowest and the highest price within a window that ends now. It moves on in steps of a sixtieth of its length, so
 * that it is up to that much longer than it says.
 */
export class PriceWindow {
  readonly #partMs: number;
  /** Lows that rise and highs that fall with time: what is behind a more extreme one is not kept. */
  readonly #lows: Part[] = [];
  readonly #highs: Part[] = [];

  /** @param lengthMs over 0 */
  constructor(lengthMs: number) {
    this.#partMs = lengthMs / PARTS;
  }

  /** Adds what was there up to `at`, epoch ms. */
  add(at: number, low: number, high: number): void {
    const number = Math.floor(at / this.#partMs);
    while (this.#lows.length > 0 && (this.#lows.at(-1)?.low ?? 0) >= low) this.#lows.pop();
    this.#lows.push({ number, low, high });
    while (this.#highs.length > 0 && (this.#highs.at(-1)?.high ?? 0) <= high) this.#highs.pop();
    this.#highs.push({ number, low, high });
    const oldest = number - PARTS;
    while ((this.#lows[0]?.number ?? oldest) < oldest) this.#lows.shift();
    while ((this.#highs[0]?.number ?? oldest) < oldest) this.#highs.shift();
  }

  /** NaN before anything was added. */
  get low(): number {
    return this.#lows[0]?.low ?? NaN;
  }

  get high(): number {
    return this.#highs[0]?.high ?? NaN;
  }
}
