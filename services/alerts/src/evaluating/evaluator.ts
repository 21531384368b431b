import { quantityOf } from '@tidemark/alerts/watch-of';
import type { Clock } from '@tidemark/clock/clock';
import type { Candle } from '@tidemark/contracts/candle';
import type { PriceUpdate } from '@tidemark/contracts/price';
import { PRICE_UPDATES } from '@tidemark/contracts/topics';
import type { EventBus, Message, Subscription } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';
import PQueue from 'p-queue';
import type { Definitions } from './definitions.ts';
import type { AlertRow, StateRow } from '../alerts/alert.ts';
import { FencedError, type OutcomeStore } from './outcome-store.ts';
import type { Outcome } from './outcome.ts';
import { OwnedCoin } from './owned-coin.ts';

interface Parts {
  bus: EventBus;
  clock: Clock;
  logger: Logger;
  definitions: Definitions;
  store: OutcomeStore;
  /** Whether the market here is the simulated one: prices of another kind than that count for nothing. */
  simulated: boolean;
  /** Bars of a minute of the last 24 hours. */
  recall: (coinId: string) => Promise<readonly Candle[]>;
  /** Called after what fired is stored. */
  onFired: () => void;
}

/**
 * Takes the prices of the coins that the bus gives to this replica, and stores what they do to alerts before the next
 * ones are taken. What could not be stored is forgotten, read back, and worked out again when the bus brings it again.
 * ADR 0041.
 */
export class Evaluator {
  readonly #parts: Parts;
  readonly #coins = new Map<string, OwnedCoin>();
  /** Batches, lookbacks and what candles tell, one after the other: each sees what the one before has stored. */
  readonly #serial = new PQueue({ concurrency: 1 });
  /** Coins whose past was asked for: those with a window in it. */
  readonly #recalled = new WeakSet<OwnedCoin>();
  #subscription: Subscription | null = null;
  readonly counts = { prices: 0, fired: 0 };

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.definitions.listen((alertId, row) => {
      for (const coin of this.#coins.values()) {
        const isOf = row !== null && (row.coins === null || row.coins.includes(coin.coinId));
        if (isOf) this.#set(coin, row, undefined);
        else coin.remove(alertId);
      }
    });
  }

  /** Coins whose alerts are evaluated here. */
  get coins(): readonly string[] {
    return [...this.#coins.keys()];
  }

  async start(): Promise<void> {
    const forget = (partitions: number[]) => this.#serial.add(() => this.#forget(partitions));
    this.#subscription = await this.#parts.bus.subscribe(PRICE_UPDATES, {
      group: 'alerts',
      onBatch: (messages) => this.#serial.add(() => this.#take(messages)),
      onAssigned: forget,
      onRevoked: forget,
    });
  }

  /** What was taken is stored. */
  async stop(): Promise<void> {
    await this.#subscription?.close();
    await this.#serial.onIdle();
  }

  /** Has something worked out of a coin, and stores what comes of it; nothing where the coin is another replica's. */
  work(coinId: string, outcomeOf: (coin: OwnedCoin) => Outcome): Promise<void> {
    return this.#serial.add(async () => {
      const coin = this.#coins.get(coinId);
      if (coin) await this.#store([outcomeOf(coin)]);
    });
  }

  async #take(messages: readonly Message<PriceUpdate>[]): Promise<void> {
    const byCoin = Map.groupBy(
      messages
        .map(({ value }) => value)
        .filter(({ simulated }) => simulated === this.#parts.simulated),
      ({ coin_id }) => coin_id,
    );
    const outcomes: Outcome[] = [];
    for (const [coinId, updates] of byCoin) {
      const coin = this.#coins.get(coinId) ?? (await this.#own(coinId));
      const outcome = coin.take(updates);
      if (outcome) outcomes.push(outcome);
    }
    if (outcomes.length > 0) await this.#store(outcomes);
    this.counts.prices += messages.length;
  }

  async #own(coinId: string): Promise<OwnedCoin> {
    const { store, definitions } = this.#parts;
    const coin = new OwnedCoin(coinId, await store.claim(coinId));
    const states = await store.states(coinId);
    for (const row of definitions.of(coinId)) this.#set(coin, row, states.get(row.id));
    this.#coins.set(coinId, coin);
    return coin;
  }

  #set(coin: OwnedCoin, row: AlertRow, stored: StateRow | undefined): void {
    coin.set(row, stored);
    if (quantityOf(row.condition).window > 0) void this.#recall(coin);
  }

  /** Windows that began before this replica had the coin. Without them a move is told later, or not. Never rejects. */
  async #recall(coin: OwnedCoin): Promise<void> {
    const { recall, logger } = this.#parts;
    if (this.#recalled.has(coin)) return;
    this.#recalled.add(coin);
    try {
      const bars = await recall(coin.coinId);
      await this.#serial.add(() => coin.fill(bars));
    } catch (error) {
      logger.debug({ err: error, coin_id: coin.coinId }, 'the prices of before are not known');
    }
  }

  /** @throws what the store throws; then nothing of it is known here any more */
  async #store(outcomes: readonly Outcome[]): Promise<void> {
    const { store, clock, logger, onFired } = this.#parts;
    try {
      const fired = await store.write(outcomes, clock.now());
      if (!fired) return;
      this.counts.fired += outcomes.flatMap(({ states }) => states).filter((s) => s.firing).length;
      onFired();
    } catch (error) {
      for (const { coinId } of outcomes) this.#coins.delete(coinId);
      if (error instanceof FencedError) logger.info({ coin_id: error.coinId }, error.message);
      throw error;
    }
  }

  #forget(partitions: readonly number[]): void {
    const gone = new Set(partitions);
    for (const coinId of this.#coins.keys()) {
      if (gone.has(this.#parts.bus.partitionFor(PRICE_UPDATES, coinId))) this.#coins.delete(coinId);
    }
  }
}
