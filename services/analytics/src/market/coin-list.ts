import type { Clock } from '@tidemark/clock/clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { MarketReader } from './market-reader.ts';

/** How long the list is taken for true, ms; a coin that is not in it is looked for again after a tenth. */
const KEPT_MS = 10 * 60_000;

/** The coins that are followed. */
export class CoinList {
  readonly #reader: MarketReader;
  readonly #clock: Clock;
  #coins: readonly string[] = [];
  #readAt = -Infinity;
  #reading: Promise<void> | null = null;

  constructor(reader: MarketReader, clock: Clock) {
    this.#reader = reader;
    this.#clock = clock;
  }

  /** In market-data's order. Throws as `MarketReader.coins` does when it was never read. */
  async all(): Promise<readonly string[]> {
    await this.#renew(KEPT_MS);
    return this.#coins;
  }

  /** @throws TidemarkError RESOURCE_NOT_FOUND */
  async need(...coinIds: string[]): Promise<void> {
    for (const coinId of coinIds) {
      await this.#renew(this.#coins.includes(coinId) ? KEPT_MS : KEPT_MS / 10);
      if (this.#coins.includes(coinId)) continue;
      throw new TidemarkError('RESOURCE_NOT_FOUND', `Coin not found: ${coinId}`);
    }
  }

  async #renew(afterMs: number): Promise<void> {
    if (this.#clock.monotonic() - this.#readAt < afterMs) return;
    this.#reading ??= this.#read().finally(() => (this.#reading = null));
    const reading = this.#reading;
    if (this.#coins.length === 0) await reading;
    // An old list is better than none while market-data is away.
    else await reading.catch(() => undefined);
  }

  async #read(): Promise<void> {
    this.#coins = await this.#reader.coins();
    this.#readAt = this.#clock.monotonic();
  }
}
