import type { Clock } from '@tidemark/clock/clock';
import type { MarketReader } from './market-reader.ts';
import type { SeriesShelf } from './series-shelf.ts';
import { startOf, type UtcDay } from './utc-day.ts';

/** How often market-data is asked again for what it has not fetched yet, at most, ms. */
const AGAIN_MS = 15_000;
/** Coins that one request names. */
const AT_ONCE = 50;

interface HistoryOptions {
  reader: MarketReader;
  clock: Clock;
  closes: SeriesShelf;
}

/** Asks market-data to fetch the past of coins, and hears how far it is. */
export class DeepHistory {
  readonly #options: HistoryOptions;
  /** From when on a coin's past was asked for. */
  readonly #wanted = new Map<string, UtcDay>();
  /** Coins whose past is there as far as it is wanted. */
  readonly #ready = new Set<string>();
  #askedAt = -Infinity;

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  /** Wants the past of coins from days on. Waits for nobody, and never fails: it is asked again. */
  want(coins: ReadonlyMap<string, UtcDay>): void {
    let isNew = false;
    for (const [coinId, from] of coins) {
      if (from >= (this.#wanted.get(coinId) ?? Infinity)) continue;
      this.#wanted.set(coinId, from);
      this.#ready.delete(coinId);
      isNew = true;
    }
    const { clock } = this.#options;
    const isOpen = [...coins.keys()].some((coinId) => !this.#ready.has(coinId));
    if (!isNew && (!isOpen || clock.monotonic() - this.#askedAt < AGAIN_MS)) return;
    this.#askedAt = clock.monotonic();
    void this.#ask([...coins.keys()].filter((coinId) => !this.#ready.has(coinId)));
  }

  isReady(coinId: string): boolean {
    return this.#ready.has(coinId);
  }

  async #ask(coinIds: readonly string[]): Promise<void> {
    const { reader, closes } = this.#options;
    for (let at = 0; at < coinIds.length; at += AT_ONCE) {
      const some = coinIds.slice(at, at + AT_ONCE);
      try {
        const wanted = some.map((coinId) => {
          return { coin_id: coinId, from: startOf(this.#wanted.get(coinId) ?? 0) };
        });
        for (const coinId of await reader.reachBack(wanted)) {
          this.#ready.add(coinId);
          closes.settle(coinId);
        }
      } catch {
        // Asked again when the prices are wanted again.
      }
    }
  }
}
