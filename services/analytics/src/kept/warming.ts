import type { Clock } from '@tidemark/clock/clock';
import type { Interval } from '@tidemark/contracts/candle';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Logger } from '@tidemark/telemetry/logger';
import type { CoinList } from '../market/coin-list.ts';
import type { ClosedSeries } from '../series/closed-series.ts';
import { isKept, KEPT_INTERVALS, type SeriesShelf } from '../series/series-shelf.ts';
import type { Popularity } from './popularity.ts';

const AGAIN_MS = 1_000;
/** Bars of several coins close together: what people ask for is worked out once they have, ms. */
const SETTLE_MS = 1_000;

interface Parts {
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

/** A series that is to be read. */
interface Wanted {
  coinId: string;
  interval: Interval;
}

/** Reads every coin's series before they are asked for, and works out the usual answers when their bars close. */
export class Warming {
  readonly #parts: Parts;
  readonly #due = new Set<string>();
  #cancel: (() => void) | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Reads the series of all coins, the most asked for first. What the market gave no answer for is tried again after the
   * others, until there is one.
   */
  async prepare(signal: AbortSignal): Promise<void> {
    let left = await this.#all(signal);
    while (left.length > 0) {
      left = await this.#readAll(left, signal);
      if (left.length > 0) await this.#pause(signal);
    }
  }

  /** Answers with those that there was no answer for; none once the signal is aborted. */
  async #readAll(wanted: readonly Wanted[], signal: AbortSignal): Promise<Wanted[]> {
    const failed: Wanted[] = [];
    for (const one of wanted) {
      if (signal.aborted) return [];
      if (!(await this.#prepared(one))) failed.push(one);
    }
    return failed;
  }

  /** A series changed: what is usually asked of its coin is worked out anew, soon, if the coin is popular. */
  take({ coinId, interval }: ClosedSeries): void {
    if (!isKept(interval)) return;
    this.#due.add(coinId);
    this.#cancel ??= this.#parts.clock.after(SETTLE_MS, () => {
      this.#cancel = null;
      void this.#warm();
    });
  }

  /** What is due is not worked out any more. */
  stop(): void {
    this.#cancel?.();
  }

  async #warm(): Promise<void> {
    const { coins, popularity, count, usual, logger } = this.#parts;
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

  /** Every series that is kept. */
  async #all(signal: AbortSignal): Promise<Wanted[]> {
    const { coins, popularity, logger } = this.#parts;
    while (!signal.aborted) {
      try {
        const all = await coins.all();
        const ordered = popularity.top(all, all.length);
        return KEPT_INTERVALS.flatMap((interval) =>
          ordered.map((coinId) => ({ coinId, interval })),
        );
      } catch (error) {
        logger.debug({ err: error }, 'the market gives no list of coins yet');
        await this.#pause(signal);
      }
    }
    return [];
  }

  /** Whether nothing is left to be done about it. */
  async #prepared({ coinId, interval }: Wanted): Promise<boolean> {
    try {
      await this.#parts.shelf.prepare(coinId, interval);
      return true;
    } catch (error) {
      this.#parts.logger.debug({ err: error }, 'the market gives no candles yet');
      return error instanceof TidemarkError && error.code === 'RESOURCE_NOT_FOUND';
    }
  }

  #pause(signal: AbortSignal): Promise<void> {
    return this.#parts.clock.sleep(AGAIN_MS, signal).catch(() => undefined);
  }
}
