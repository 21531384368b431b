import type { Clock } from '@tidemark/clock/clock';
import type { Coin } from '@tidemark/contracts/coin';
import { unknownCoin } from '@tidemark/contracts/unknown-coin';
import { SingleFlight } from '@tidemark/waiting/single-flight';
import type { MarketReader } from './market-reader.ts';

/** How long the list is taken for true, ms. */
const KEPT_MS = 10 * 60_000;
/** How often it is read for a coin that is not in it, or after a reading that failed, at most, ms. */
const AGAIN_MS = 60_000;

/** The coins that are followed. An old list is given while a newer one is read, or cannot be. */
export class CoinList {
  readonly #reader: MarketReader;
  readonly #clock: Clock;
  #coins: readonly Coin[] | null = null;
  #readAt = -Infinity;
  readonly #reading = new SingleFlight<void>();

  constructor(reader: MarketReader, clock: Clock) {
    this.#reader = reader;
    this.#clock = clock;
  }

  /** In market-data's order. Throws as `MarketReader.coins` does when it was never read. */
  async all(): Promise<readonly string[]> {
    if (!this.#coins) await this.#read();
    else if (this.#age() >= KEPT_MS) void this.#read().catch(() => undefined);
    return (this.#coins ?? []).map(({ coin_id }) => coin_id);
  }

  /** @throws TidemarkError RESOURCE_NOT_FOUND; what `all` throws */
  async need(...coinIds: string[]): Promise<void> {
    for (const coinId of coinIds) {
      if ((await this.all()).includes(coinId)) continue;
      if (this.#age() >= AGAIN_MS) await this.#read();
      const coins = this.#coins ?? [];
      if (!coins.some(({ coin_id }) => coin_id === coinId)) throw unknownCoin(coinId, coins);
    }
  }

  #age(): number {
    return this.#clock.monotonic() - this.#readAt;
  }

  #read(): Promise<void> {
    return this.#reading.run(() => this.#readNow());
  }

  async #readNow(): Promise<void> {
    // A list that is there is asked for again after a while, whether or not this succeeds.
    if (this.#coins) this.#readAt = this.#clock.monotonic() - KEPT_MS + AGAIN_MS;
    this.#coins = await this.#reader.coins();
    this.#readAt = this.#clock.monotonic();
  }
}
