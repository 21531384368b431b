import type { Cache } from '@tidemark/cache/cache';
import type { Clock } from '@tidemark/clock/clock';
import type { CandleUpdate } from '@tidemark/contracts/candle';
import { toPriceTick, type Price } from '@tidemark/contracts/price';
import { CANDLE_UPDATES, PRICE_UPDATES } from '@tidemark/contracts/topics';
import type { EventBus, Subscription } from '@tidemark/event-bus/event-bus';
import { candleUpdate, priceUpdate } from '@tidemark/live-stream/encoded';
import { LiveStream } from '@tidemark/live-stream/live-stream';
import type { Upgrade } from '@tidemark/live-stream/upgrade-router';
import type { Metrics } from '@tidemark/telemetry/metrics';
import { PriceOrder } from './price-order.ts';

const COINS_KEY = 'coins';
const priceKey = (coin: string) => `price:${coin}`;
/** How often the list of coins is read: until it is known, and after. */
const COINS_RETRY_MS = 2_000;
const COINS_REFRESH_MS = 60_000;

export interface PriceStreamOptions {
  cache: Cache;
  bus: EventBus;
  clock: Clock;
  metrics: Metrics;
}

/** `WS /ws/prices`: consolidated prices from the bus, with what the cache holds for those not seen yet. */
export class PriceStream {
  readonly #options: PriceStreamOptions;
  readonly #stream: LiveStream;
  readonly #order = new PriceOrder();
  /** Those that the cache named and those whose price came since. Null: no list was read, any name may be a coin. */
  #coins: Set<string> | null = null;
  /** Those whose price came: what there are candles of and no price is no coin, but what a rate is made of. */
  readonly #priced = new Set<string>();
  #subscriptions: Subscription[] = [];
  #cancelRefresh: () => void = () => undefined;

  constructor(options: PriceStreamOptions) {
    this.#options = options;
    this.#stream = new LiveStream({
      name: 'prices',
      clock: options.clock,
      metrics: options.metrics,
      knownCoins: () => this.#coins,
    });
  }

  /** The coins there are; null: not known yet. */
  get coins(): ReadonlySet<string> | null {
    return this.#coins;
  }

  accept(upgrade: Upgrade): void {
    this.#stream.accept(upgrade);
  }

  /** Subscribes, and reads from the cache what was published before. */
  async start(): Promise<void> {
    const { bus } = this.#options;
    this.#subscriptions = await Promise.all([
      bus.subscribe(PRICE_UPDATES, {
        onBatch: (messages) => {
          for (const { value } of messages) this.#publishPrice(value);
        },
      }),
      bus.subscribe(CANDLE_UPDATES, {
        onBatch: (messages) => {
          for (const { value } of messages) this.#publishCandle(value);
        },
      }),
    ]);
    await this.#refreshCoins();
  }

  /** Closes the connections there are, and refuses more. */
  disconnect(): Promise<void> {
    return this.#stream.close();
  }

  async stop(): Promise<void> {
    this.#cancelRefresh();
    await Promise.all(this.#subscriptions.map((subscription) => subscription.close()));
    await this.#stream.close();
  }

  #publishPrice(price: Price): void {
    this.#priced.add(price.coin_id);
    this.#coins?.add(price.coin_id);
    if (!this.#order.accepts(price, this.#options.clock.monotonic())) return;
    this.#stream.publish(priceUpdate(toPriceTick(price)));
  }

  #publishCandle(candle: CandleUpdate): void {
    const shown = this.#coins ?? this.#priced;
    if (shown.has(candle.coin_id)) this.#stream.publish(candleUpdate(candle));
  }

  async #refreshCoins(): Promise<void> {
    const first = this.#coins === null;
    const coins = await this.#options.cache.get<string[]>(COINS_KEY);
    // A cache that has lost the list, or is away, does not take back what is known.
    if (coins) this.#coins = new Set(coins);
    if (coins && first) await this.#seed(coins);
    this.#cancelRefresh = this.#options.clock.after(
      this.#coins ? COINS_REFRESH_MS : COINS_RETRY_MS,
      () => void this.#refreshCoins(),
    );
  }

  async #seed(coins: readonly string[]): Promise<void> {
    const prices = await this.#options.cache.getMany<Price>(coins.map(priceKey));
    for (const price of prices) {
      if (price) this.#stream.seed(priceUpdate(toPriceTick(price)));
    }
  }
}
