import type { Clock } from '@tidemark/clock/clock';
import { CoinSchema, type Coin } from '@tidemark/contracts/coin';
import { successSchema } from '@tidemark/contracts/envelope';
import { TidemarkError } from '@tidemark/contracts/errors';
import { unknownCoin } from '@tidemark/contracts/unknown-coin';
import { ANONYMOUS } from '@tidemark/service/identity/identity';
import type { AskService } from '@tidemark/service-calls/ask-service';
import { SingleFlight } from '@tidemark/waiting/single-flight';
import Type from 'typebox';
import { Compile } from 'typebox/compile';

const KEPT_MS = 60_000;
const Answer = Compile(successSchema(Type.Array(CoinSchema)));

/** The coins that market-data follows, read again after a minute. */
export class FollowedCoins {
  readonly #ask: AskService;
  readonly #clock: Clock;
  readonly #reading = new SingleFlight<Coin[]>();
  #coins: Coin[] = [];
  #readAt = -Infinity;

  constructor(ask: AskService, clock: Clock) {
    this.#ask = ask;
    this.#clock = clock;
  }

  /** An old list where there is no newer one. @throws TidemarkError UPSTREAM_UNAVAILABLE or NOT_READY where there was none ever */
  async all(): Promise<readonly Coin[]> {
    if (this.#clock.monotonic() - this.#readAt < KEPT_MS) return this.#coins;
    try {
      return await this.#reading.run(() => this.#read());
    } catch (error) {
      if (this.#coins.length > 0) return this.#coins;
      throw error;
    }
  }

  /** @throws TidemarkError RESOURCE_NOT_FOUND for one that is not followed; what `all` throws */
  async need(coinIds: readonly string[]): Promise<void> {
    const coins = await this.all();
    for (const id of coinIds) {
      if (!coins.some(({ coin_id }) => coin_id === id)) throw unknownCoin(id, coins);
    }
  }

  /** What a coin is called; its id where that is not known. */
  nameOf(coinId: string): string {
    return this.#coins.find(({ coin_id }) => coin_id === coinId)?.name ?? coinId;
  }

  async #read(): Promise<Coin[]> {
    const path = '/api/market/coins';
    const call = { service: 'market-data', method: 'GET', path, identity: ANONYMOUS } as const;
    const { status, body } = await this.#ask(call);
    if (status !== 200 || !Answer.Check(body)) {
      throw new TidemarkError(
        'UPSTREAM_UNAVAILABLE',
        'market-data gave no list of coins. Try again.',
      );
    }
    this.#coins = body.data;
    this.#readAt = this.#clock.monotonic();
    return this.#coins;
  }
}
