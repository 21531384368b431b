import { TRADES } from '@tidemark/contracts/topics';
import type { Exchange } from '@tidemark/contracts/exchange';
import type { Trade } from '@tidemark/contracts/trade';
import type { EventBus, Message, Position, Subscription } from '@tidemark/event-bus/event-bus';
import type { CandleKeeper } from '../candles/candle-keeper.ts';
import type { ProductBook } from './product-book.ts';

export interface TradeCounts {
  accepted: number;
  duplicates: number;
  late: number;
}

export interface TradeSink {
  /** A trade that was not seen before. */
  accepted(trade: Trade): void;
  /** A trade that the book cannot place: it has no beginning, or the trade is far ahead. */
  unplaced(book: ProductBook, trade: Trade): void;
  /** All trades of a batch were applied. */
  batchDone(): void;
}

/**
 * The owner's side of the `trades` topic: puts each trade into its book once, whatever is repeated. Positions are
 * committed only after a flush has stored what they led to.
 */
export class TradeConsumer {
  readonly #keeper: CandleKeeper;
  readonly #sink: TradeSink;
  readonly #positions = new Map<number, number>();
  readonly counts = new Map<Exchange, TradeCounts>();
  #subscription: Subscription | null = null;
  #unstored = 0;
  #full: { trades: number; callback: () => void } | null = null;

  constructor(keeper: CandleKeeper, sink: TradeSink) {
    this.#keeper = keeper;
    this.#sink = sink;
  }

  /** Calls `callback` whenever `trades` or more were taken and not stored. */
  onFull(trades: number, callback: () => void): void {
    this.#full = { trades, callback };
  }

  async start(bus: EventBus): Promise<void> {
    this.#subscription = await bus.subscribe(TRADES, {
      group: 'market-data',
      commit: 'manual',
      maxBatch: 2000,
      onBatch: (messages) => {
        this.#apply(messages);
      },
      onRevoked: () => this.flush(),
    });
  }

  /** Stores what the books have and commits the positions that led there. */
  async flush(): Promise<void> {
    const positions: Position[] = [...this.#positions].map(([partition, offset]) => ({
      partition,
      offset,
    }));
    this.#positions.clear();
    this.#unstored = 0;
    try {
      await this.#keeper.flush();
    } catch (error) {
      for (const { partition, offset } of positions) this.#reached(partition, offset);
      throw error;
    }
    if (positions.length > 0) await this.#subscription?.commit(positions);
  }

  /** Stops taking trades; what was taken is stored and committed. */
  async stop(): Promise<void> {
    await this.flush();
    await this.#subscription?.close();
    await this.#keeper.flush();
  }

  /** Puts one trade into its book; the sink hears of one that is new, or that the book cannot place. */
  place(trade: Trade): void {
    const book = this.#keeper.book(trade.exchange, trade.product);
    if (!book) return;
    const counts = this.#countsOf(trade.exchange);
    switch (book.apply(trade)) {
      case 'new':
        counts.accepted += 1;
        this.#sink.accepted(trade);
        break;
      case 'duplicate':
        counts.duplicates += 1;
        break;
      case 'late':
        counts.late += 1;
        break;
      default:
        this.#sink.unplaced(book, trade);
    }
  }

  #apply(messages: readonly Message<Trade>[]): void {
    for (const message of messages) {
      this.place(message.value);
      this.#reached(message.partition, message.offset + 1);
    }
    this.#unstored += messages.length;
    this.#sink.batchDone();
    if (this.#full && this.#unstored >= this.#full.trades) this.#full.callback();
  }

  #reached(partition: number, offset: number): void {
    if (offset > (this.#positions.get(partition) ?? -1)) this.#positions.set(partition, offset);
  }

  #countsOf(exchange: Exchange): TradeCounts {
    let counts = this.counts.get(exchange);
    if (!counts) {
      counts = { accepted: 0, duplicates: 0, late: 0 };
      this.counts.set(exchange, counts);
    }
    return counts;
  }
}
