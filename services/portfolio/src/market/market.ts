import type { Clock } from '@tidemark/clock/clock';
import type { Coin } from '@tidemark/contracts/coin';
import type { CurrencyRate } from '@tidemark/contracts/currency-rate';
import type { Price } from '@tidemark/contracts/price';
import { CANDLE_REWRITES } from '@tidemark/contracts/topics';
import type { EventBus, Subscription } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';
import { KeptAnswer } from './kept-answer.ts';
import type { MarketReader } from './market-reader.ts';
import { DeepHistory } from './deep-history.ts';
import { SeriesShelf } from './series-shelf.ts';
import { utcDayOf } from './utc-day.ts';

interface MarketOptions {
  reader: MarketReader;
  bus: EventBus;
  clock: Clock;
  logger: Logger;
}

/** What this process has heard from market-data. An old answer is better than none; what was never answered is not known. */
export class Market {
  readonly closes: SeriesShelf;
  readonly rates: SeriesShelf;
  readonly history: DeepHistory;
  readonly #bus: EventBus;
  readonly #coins: KeptAnswer<Coin[]>;
  readonly #prices: KeptAnswer<Map<string, Price>>;
  readonly #ratesNow: KeptAnswer<Map<string, CurrencyRate>>;
  #rewrites: Subscription | null = null;

  constructor({ reader, bus, clock, logger }: MarketOptions) {
    const read = { clock, logger };
    this.#bus = bus;
    this.closes = new SeriesShelf({ ...read, read: (id, from, to) => reader.closes(id, from, to) });
    this.rates = new SeriesShelf({
      ...read,
      read: (code, from, to) => reader.dailyRates(code, from, to),
    });
    this.history = new DeepHistory({ reader, clock, closes: this.closes });
    this.#coins = new KeptAnswer(() => reader.coins(), { clock, keptMs: 600_000, waits: false });
    this.#prices = new KeptAnswer(
      async () => new Map((await reader.prices()).map((price) => [price.coin_id, price])),
      { clock, keptMs: 1_000, waits: true },
    );
    this.#ratesNow = new KeptAnswer(
      async () => new Map((await reader.rates()).map((rate) => [rate.code, rate])),
      { clock, keptMs: 60_000, waits: false },
    );
  }

  async coins(): Promise<readonly Coin[]> {
    return (await this.#coins.get()) ?? [];
  }

  /** Prices of now by coin, at most a second old where they are told. */
  async prices(): Promise<ReadonlyMap<string, Price>> {
    return (await this.#prices.get()) ?? new Map<string, Price>();
  }

  /** What money is worth now, by its code. */
  async ratesNow(): Promise<ReadonlyMap<string, CurrencyRate>> {
    return (await this.#ratesNow.get()) ?? new Map<string, CurrencyRate>();
  }

  /** Follows which candles are rewritten. */
  async start(): Promise<void> {
    this.#rewrites = await this.#bus.subscribe(CANDLE_REWRITES, {
      onBatch: (messages) => {
        for (const { value } of messages) {
          if (value.interval !== '1d') continue;
          this.closes.rewritten(value.coin_id, utcDayOf(value.from), utcDayOf(value.to - 1) + 1);
        }
      },
    });
  }

  async stop(): Promise<void> {
    await this.#rewrites?.close();
  }
}
