import type { Clock } from '@tidemark/clock/clock';
import { TRADES } from '@tidemark/contracts/topics';
import type { Trade } from '@tidemark/contracts/trade';
import type { EventBus, Message, Subscription } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';
import type { CandleKeeper } from '../candles/candle-keeper.ts';
import type { CandleOutbox } from '../candles/candle-outbox.ts';
import type { Claim } from '../claims/claim.ts';
import type { Ownership } from '../ownership/ownership.ts';
import { within } from '@tidemark/waiting/within';
import { Commits } from './commits.ts';
import type { TradeCounts } from './trade-counts.ts';
import type { TradeRepairer } from './trade-repairer.ts';
import type { ProductBook } from '../book/product-book.ts';

/** How long storing and committing may take when partitions are handed back; the successor repeats the rest, ms. */
const HAND_BACK = 5_000;

export interface ConsumerParts {
  clock: Clock;
  logger: Logger;
  keeper: CandleKeeper;
  ownership: Ownership;
  outbox: CandleOutbox;
  counts: TradeCounts;
  repairer: TradeRepairer;
  /** Hears of a trade that was not seen before. */
  accepted(trade: Trade): void;
}

/**
 * The owner's side of the `trades` topic: puts each trade into its book once, whatever is repeated. Positions are
 * committed only after a flush has stored what they led to.
 */
export class TradeConsumer {
  readonly #parts: ConsumerParts;
  readonly #commits: Commits;
  /** Next offset of what was taken and is not stored yet. */
  readonly #positions = new Map<Claim, number>();
  readonly #warned = new WeakSet<ProductBook>();
  #subscription: Subscription | null = null;
  #unstored = 0;
  #full: { trades: number; callback: () => void } | null = null;

  constructor(parts: ConsumerParts) {
    this.#parts = parts;
    this.#commits = new Commits(
      async (positions) => this.#subscription?.commit(positions),
      (claim) => parts.ownership.claimOf(claim.partition) === claim,
      parts.logger,
    );
    // The two know each other: the repairer brings trades, and holds those that their book cannot place.
    parts.repairer.bringTo((trade) => this.#place(trade));
  }

  /** Calls `callback` whenever `trades` or more were taken and not stored. */
  onFull(trades: number, callback: () => void): void {
    this.#full = { trades, callback };
  }

  /** Joins those who share the trades; resolves once the bus has said which part is this replica's. */
  async start(bus: EventBus): Promise<void> {
    this.#subscription = await bus.subscribe(TRADES, {
      group: 'market-data',
      commit: 'manual',
      maxBatch: 2000,
      onBatch: (messages) => this.#apply(messages),
      onAssigned: (partitions) => this.#parts.ownership.assign(partitions),
      onRevoked: (partitions) => this.#handBack(partitions),
    });
  }

  /** Stores what the books have; the positions that led there are committed after it, beside. */
  async flush(): Promise<void> {
    const positions = new Map(this.#positions);
    this.#positions.clear();
    this.#unstored = 0;
    try {
      await this.#parts.keeper.flush();
    } catch (error) {
      for (const [claim, offset] of positions) this.#reached(claim, offset);
      throw error;
    }
    this.#commits.add(positions);
    void this.#commits.run();
  }

  /** Stops taking trades; what was taken is stored and committed. */
  async stop(): Promise<void> {
    await this.#subscription?.close();
  }

  #place(trade: Trade): void {
    const { keeper, counts, repairer } = this.#parts;
    const book = keeper.book(trade.exchange, trade.product);
    if (!book) return;
    switch (book.apply(trade)) {
      case 'new':
        this.#parts.accepted(trade);
        break;
      case 'duplicate':
        counts.of(trade.exchange).duplicates += 1;
        break;
      case 'late':
        break;
      case 'other':
        this.#warnOfOther(trade, book);
        break;
      default:
        // The book has no beginning, or the trade is far ahead.
        repairer.hold(book, trade);
    }
  }

  /** Once for a book: where two markets are behind one address, every trade would be told of. */
  #warnOfOther({ exchange, product, trade_id }: Trade, book: ProductBook): void {
    if (this.#warned.has(book)) return;
    this.#warned.add(book);
    const text =
      'two trades have one id: several markets behind one address? the minutes are marked';
    this.#parts.logger.warn({ exchange, product, trade_id }, text);
  }

  /** @throws Error when a partition's books are not there: the bus brings the batch again */
  #apply(messages: readonly Message<Trade>[]): void {
    const refused = new Set<number>();
    for (let i = 0; i < messages.length; i += 1) {
      const partition = messages[i]?.partition ?? 0;
      const claim = this.#parts.ownership.claimOf(partition);
      let offset = 0;
      for (; messages[i]?.partition === partition; i += 1) {
        const message = messages[i];
        if (!message || !claim) continue;
        this.#take(message.value);
        offset = message.offset + 1;
      }
      i -= 1;
      if (claim) this.#reached(claim, offset);
      else refused.add(partition);
    }
    this.#unstored += messages.length;
    if (this.#full && this.#unstored >= this.#full.trades) this.#full.callback();
    if (refused.size > 0) {
      throw new Error(`the books of partitions ${[...refused].join(', ')} are not loaded`);
    }
  }

  #take(trade: Trade): void {
    const counts = this.#parts.counts.of(trade.exchange);
    if (trade.time > counts.newest) counts.newest = trade.time;
    this.#place(trade);
  }

  async #handBack(partitions: readonly number[]): Promise<void> {
    const { clock, logger, outbox, ownership } = this.#parts;
    const work = this.flush().then(() => Promise.all([this.#commits.run(), outbox.tell()]));
    try {
      const done = await within(clock, HAND_BACK, work);
      if (!done) logger.warn({ partitions }, 'partitions are handed back with trades not stored');
    } catch (error) {
      logger.warn({ err: error, partitions }, 'what was taken could not be stored any more');
    }
    ownership.release(partitions);
    for (const claim of this.#positions.keys()) {
      if (ownership.claimOf(claim.partition) !== claim) this.#positions.delete(claim);
    }
  }

  #reached(claim: Claim, offset: number): void {
    if (this.#parts.ownership.claimOf(claim.partition) !== claim) return;
    if (offset > (this.#positions.get(claim) ?? -1)) this.#positions.set(claim, offset);
  }
}
