import type { Clock } from '@tidemark/clock/clock';

/** After so long a question counts half, ms. */
const HALF_LIFE_MS = 60 * 60_000;

/** Which coins are asked for most, lately. */
export class Popularity {
  readonly #clock: Clock;
  readonly #scores = new Map<string, { score: number; at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The coin must be one that is followed: what is counted is kept. */
  count(coinId: string): void {
    this.#scores.set(coinId, { score: this.#scoreOf(coinId) + 1, at: this.#clock.monotonic() });
  }

  /** The `n` coins that were asked for most, of `coins`; where nobody asked, in their order. */
  top(coins: readonly string[], n: number): string[] {
    const scored = coins.map((coinId) => ({ coinId, score: this.#scoreOf(coinId) }));
    scored.sort((a, b) => b.score - a.score);
    return scored.slice(0, n).map(({ coinId }) => coinId);
  }

  #scoreOf(coinId: string): number {
    const known = this.#scores.get(coinId);
    if (!known) return 0;
    return known.score * 2 ** (-(this.#clock.monotonic() - known.at) / HALF_LIFE_MS);
  }
}
