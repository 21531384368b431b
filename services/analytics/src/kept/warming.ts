import type { Clock } from '@tidemark/clock/clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Logger } from '@tidemark/telemetry/logger';
import type { CoinList } from '../market/coin-list.ts';
import type { ClosedSeries } from '../series/closed-series.ts';
import { isKept, KEPT_INTERVALS, type SeriesShelf } from '../series/series-shelf.ts';
import type { Popularity } from './popularity.ts';

const AGAIN_MS = 1_000;
/** Bars of several coins close together: what people ask for is worked out once they have, ms. */
const SETTLE_MS = 1_000;

export interface WarmingOptions {
  coins: CoinList;
  shelf: SeriesShelf;
  popularity: Popularity;
  clock: Clock;
  logger: Logger;
  /** How many coins are kept warm. */
  count: number;
  /** Works out what is usually asked of a coin, so that it is in the cache. */
  usual: (coinId: string) => Promise<void>;
}

/** Reads every coin's series before they are asked for, and works out the usual answers when their bars close. */
export class Warming {
  readonly #options: WarmingOptions;
  readonly #due = new Set<string>();
  #cancel: (() => void) | null = null;

  constructor(options: WarmingOptions) {
    this.#options = options;
  }

  /** Reads the series of all coins, the most asked for first; goes on trying while the market gives no answer. */
  async prepare(signal: AbortSignal): Promise<void> {
    for (const interval of KEPT_INTERVALS) {
      const coins = await this.#again(signal, () => this.#options.coins.all());
      for (const coinId of this.#options.popularity.top(coins ?? [], coins?.length ?? 0)) {
        await this.#again(signal, () => this.#options.shelf.prepare(coinId, interval));
      }
    }
  }

  /** A series changed: what is usually asked of its coin is worked out anew, soon, if the coin is popular. */
  take({ coinId, interval }: ClosedSeries): void {
    if (!isKept(interval)) return;
    this.#due.add(coinId);
    this.#cancel ??= this.#options.clock.after(SETTLE_MS, () => {
      this.#cancel = null;
      void this.#warm();
    });
  }

  /** What is due is not worked out any more. */
  stop(): void {
    this.#cancel?.();
  }

  async #warm(): Promise<void> {
    const { coins, popularity, count, usual, logger } = this.#options;
    const due = [...this.#due];
    this.#due.clear();
    try {
      const popular = new Set(popularity.top(await coins.all(), count));
      for (const coinId of due.filter((coin) => popular.has(coin))) await usual(coinId);
    } catch (error) {
      // Whoever asks has it worked out then.
      logger.debug({ err: error }, 'usual answers were not worked out ahead of time');
    }
  }

  async #again<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | undefined> {
    while (!signal.aborted) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof TidemarkError && error.code === 'RESOURCE_NOT_FOUND') return undefined;
        this.#options.logger.debug({ err: error }, 'the market gives no answer yet');
        await this.#options.clock.sleep(AGAIN_MS, signal).catch(() => undefined);
      }
    }
    return undefined;
  }
}
