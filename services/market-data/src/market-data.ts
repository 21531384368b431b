import type { CandleEvent } from '@tidemark/contracts/candle';
import type { Exchange, FeedsView } from '@tidemark/contracts/exchange';
import { toPriceTick } from '@tidemark/contracts/price';
import { CANDLES, PRICE_UPDATES } from '@tidemark/contracts/topics';
import type { Subscription } from '@tidemark/event-bus/event-bus';
import { candleUpdate, priceUpdate } from '@tidemark/live-stream/encoded';
import { LiveStream } from '@tidemark/live-stream/live-stream';
import { upgradesOf } from '@tidemark/live-stream/upgrade-router';
import type { Context, Service } from '@tidemark/service/service-module';
import type { FastifyInstance } from 'fastify';
import { CandleKeeper } from './candles/candle-keeper.ts';
import { CandleReader } from './candles/candle-reader.ts';
import { defaultUniverse, type Universe } from './coins/universe.ts';
import type { MarketDataConfig } from './config.ts';
import { FeedDesk } from './feeds/feed-desk.ts';
import { GapHealer } from './history/gap-healer.ts';
import { HistoryLoader } from './history/history-loader.ts';
import { marketMetrics } from './market-metrics.ts';
import { marketRoutes } from './plugin.ts';
import { DEFAULT_CONSOLIDATION } from './price/consolidate.ts';
import { MarketStats } from './price/market-stats.ts';
import { PriceEngine } from './price/price-engine.ts';
import { PriceKeeper } from './price/price-keeper.ts';
import { QuoteBoard } from './price/quote-board.ts';
import { MarketStore } from './store.ts';
import { TradeConsumer } from './trades/trade-consumer.ts';
import { TradePublisher } from './trades/trade-publisher.ts';
import { TradeRepairer } from './trades/trade-repairer.ts';
import { createVenues, type Venue } from './venues/create-venues.ts';
import { restOrigin, webSocketOrigin } from './venues/venue-urls.ts';

export type MarketContext = Context<'database' | 'cache' | 'bus', MarketDataConfig>;

/** How often each kind of work is done, ms. */
const EVERY = {
  flush: 500,
  repair: 250,
  refresh: 1_000,
  stats: 30_000,
  heal: 60_000,
  maintain: 3_600_000,
} as const;
/** Trades that may be taken and not yet stored before a flush is made out of turn. */
const FLUSH_AT = 4_000;
/** The coin list in the cache, for those who do not own it. */
const COINS_TTL = 86_400_000;

/** Reads the venues; keeps trades, candles and prices; answers for the market. */
export class MarketData implements Service {
  readonly #ctx: MarketContext;
  readonly #universe: Universe;
  readonly #venues: Venue[];
  readonly #keeper: CandleKeeper;
  readonly #board = new QuoteBoard();
  readonly #stats: MarketStats;
  readonly #engine: PriceEngine;
  readonly #prices: PriceKeeper;
  readonly #publisher: TradePublisher;
  readonly #consumer: TradeConsumer;
  readonly #repairer: TradeRepairer;
  readonly #history: HistoryLoader;
  readonly #healer: GapHealer;
  readonly #desk: FeedDesk;
  readonly #stream: LiveStream;
  readonly #candles: CandleReader;
  readonly #stop = new AbortController();
  readonly #timers: (() => void)[] = [];
  readonly #subscriptions: Subscription[] = [];
  #flushing: Promise<void> | null = null;
  #storeFails = false;

  constructor(ctx: MarketContext, universe = defaultUniverse()) {
    const { clock, logger, bus, cache, market } = ctx;
    this.#ctx = ctx;
    this.#universe = universe;
    const store = new MarketStore(ctx.database);
    this.#keeper = new CandleKeeper(universe, store, bus);
    this.#candles = new CandleReader(store);
    this.#stats = new MarketStats(universe, store, clock);
    this.#desk = new FeedDesk({
      clock,
      logger,
      universe,
      keeper: this.#keeper,
      onTrade: (trade) => this.#publisher.push(trade),
      onQuote: (quote, listing) => {
        this.#board.addQuote(quote);
        if (!this.#board.last(listing.exchange, listing.product))
          this.#engine.touch(listing.coinId);
      },
    });
    this.#venues = createVenues({
      urls: venueUrls(ctx.config),
      clock,
      logger,
      handlersFor: (exchange) => this.#desk.handlersFor(exchange),
    });
    const rests = new Map(this.#venues.map((venue) => [venue.exchange, venue.rest]));
    this.#engine = new PriceEngine({
      clock,
      logger,
      universe,
      board: this.#board,
      stats: this.#stats,
      bus,
      cache,
      market,
      connected: (exchange) => this.#desk.isLive(exchange),
      consolidation: { ...DEFAULT_CONSOLIDATION, maxAgeMs: ctx.config.PRICE_MAX_AGE_MS },
    });
    const retentionDays = ctx.config.PRICES_RETENTION_DAYS;
    this.#prices = new PriceKeeper(store, this.#engine, { clock, logger, retentionDays });
    this.#publisher = new TradePublisher(bus, logger);
    this.#consumer = new TradeConsumer(this.#keeper, {
      accepted: (trade) => {
        this.#board.addTrade(trade);
        this.#engine.touch(trade.coin_id);
      },
      unplaced: (book, trade) => this.#repairer.hold(book, trade),
      batchDone: () => {
        this.#engine.publishChanged();
        if (this.#consumer.unstored >= FLUSH_AT) void this.#flush();
      },
    });
    const parts = { clock, logger, store, keeper: this.#keeper, rests };
    this.#history = new HistoryLoader(parts);
    this.#healer = new GapHealer({ ...parts, history: this.#history });
    this.#repairer = new TradeRepairer({
      ...parts,
      books: () => this.#keeper.books(),
      place: (trade) => {
        this.#consumer.place(trade);
        this.#engine.publishChanged();
      },
      fill: (book, from, to) => void this.#history.fill(book, from, to, this.#stop.signal),
    });
    this.#stream = new LiveStream({
      name: 'market',
      clock,
      metrics: ctx.metrics,
      knownCoins: () => new Set(universe.coins.map((coin) => coin.coinId)),
    });
    marketMetrics(ctx.metrics, { feeds: () => this.#feeds(), publisher: this.#publisher });
  }

  plugin(app: FastifyInstance): Promise<void> {
    const { clock, cache, config } = this.#ctx;
    marketRoutes(app, {
      clock,
      cache,
      universe: this.#universe,
      engine: this.#engine,
      board: this.#board,
      stats: this.#stats,
      candles: this.#candles,
      fees: { binance: config.BINANCE_TAKER_FEE_PCT, coinbase: config.COINBASE_TAKER_FEE_PCT },
      feeds: () => this.#feeds(),
    });
    upgradesOf(app.server).route('/api/market/stream', (upgrade) => this.#stream.accept(upgrade));
    return Promise.resolve();
  }

  async start(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#stop.abort(signal.reason));
    const { bus, cache, config } = this.#ctx;
    await this.#prices.maintain();
    await this.#keeper.restore();
    await this.#prices.recall(this.#universe);
    const coins = this.#universe.coins.map((coin) => coin.coinId);
    await cache.set('coins', coins, COINS_TTL);
    await this.#consumer.start(bus);
    await this.#subscribeStream();
    this.#schedule();
    void this.#attempt('stats', () => this.#stats.refresh());
    for (const venue of this.#venues) void this.#open(venue, config.HISTORY_BACKFILL);
  }

  async stop(): Promise<void> {
    this.#stop.abort(new Error('market-data is stopping'));
    for (const cancel of this.#timers) cancel();
    this.#repairer.stop();
    await this.#desk.stop();
    await this.#publisher.drain();
    await this.#consumer.stop();
    this.#engine.stop();
    await this.#prices.flush();
    await Promise.all(this.#subscriptions.map((subscription) => subscription.close()));
    await this.#stream.close();
  }

  waitingFor(): string | null {
    const some = this.#universe.coins.some((coin) => this.#engine.latest(coin.coinId));
    return some ? null : 'the first price from an exchange';
  }

  async #open(venue: Venue, withHistory: boolean): Promise<void> {
    await this.#desk.start(venue, this.#stop.signal);
    if (!withHistory || this.#stop.signal.aborted) return;
    await this.#attempt('history', () =>
      this.#history.run(
        venue.exchange,
        (listing) => this.#desk.isListed(listing),
        this.#stop.signal,
      ),
    );
    await this.#attempt('stats', () => this.#stats.refresh());
  }

  #schedule(): void {
    const { clock } = this.#ctx;
    this.#timers.push(
      clock.every(EVERY.flush, () => void this.#flush()),
      clock.every(EVERY.repair, () => this.#repairer.tick()),
      clock.every(EVERY.refresh, () => this.#engine.refresh()),
      clock.every(EVERY.stats, () => void this.#attempt('stats', () => this.#stats.refresh())),
      clock.every(EVERY.heal, () => {
        void this.#attempt('gap repair', () => this.#healer.run(this.#stop.signal));
      }),
      clock.every(EVERY.maintain, () => {
        void this.#attempt('price partitions', () => this.#prices.maintain());
      }),
    );
  }

  /** One flush at a time; a failure is told once and tried again at the next turn. */
  #flush(): Promise<void> {
    this.#flushing ??= this.#flushOnce().finally(() => (this.#flushing = null));
    return this.#flushing;
  }

  async #flushOnce(): Promise<void> {
    try {
      await this.#consumer.flush();
      await this.#prices.flush();
      if (this.#storeFails) this.#ctx.logger.info('the store works again');
      this.#storeFails = false;
    } catch (error) {
      if (!this.#storeFails) this.#ctx.logger.error({ err: error }, 'the store does not answer');
      this.#storeFails = true;
    }
  }

  async #attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      this.#ctx.logger.warn({ err: error }, `${what} failed; it will be tried again`);
    }
  }

  async #subscribeStream(): Promise<void> {
    const { bus } = this.#ctx;
    this.#subscriptions.push(
      await bus.subscribe(PRICE_UPDATES, {
        onBatch: (messages) => {
          for (const { value } of messages) this.#stream.publish(priceUpdate(toPriceTick(value)));
        },
      }),
      await bus.subscribe(CANDLES, {
        onBatch: (messages) => {
          for (const { value } of messages) this.#publishCandle(value);
        },
      }),
    );
  }

  #publishCandle(candle: CandleEvent): void {
    if (this.#universe.coin(candle.coin_id)) this.#stream.publish(candleUpdate(candle));
  }

  #feeds(): FeedsView {
    return {
      market: this.#ctx.market,
      history: { ...this.#history.progress },
      feeds: this.#desk.statuses((exchange) => ({
        duplicates: this.#consumer.counts.get(exchange)?.duplicates ?? 0,
        repaired: this.#repairer.repaired.get(exchange) ?? 0,
      })),
    };
  }
}

function venueUrls(config: MarketDataConfig) {
  return {
    binance: {
      ws: webSocketOrigin(config.BINANCE_WS_URL, 'BINANCE_WS_URL'),
      rest: restOrigin(config.BINANCE_REST_URL, 'BINANCE_REST_URL'),
    },
    coinbase: {
      ws: webSocketOrigin(config.COINBASE_WS_URL, 'COINBASE_WS_URL'),
      rest: restOrigin(config.COINBASE_REST_URL, 'COINBASE_REST_URL'),
    },
  } satisfies Record<Exchange, { ws: string; rest: string }>;
}
