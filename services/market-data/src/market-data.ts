import type { FeedsView } from '@tidemark/contracts/exchange';
import { toPriceTick } from '@tidemark/contracts/price';
import { CANDLES, PRICE_UPDATES } from '@tidemark/contracts/topics';
import type { Subscription } from '@tidemark/event-bus/event-bus';
import { candleUpdate, priceUpdate } from '@tidemark/live-stream/encoded';
import { LiveStream } from '@tidemark/live-stream/live-stream';
import { upgradesOf } from '@tidemark/live-stream/upgrade-router';
import type { Service } from '@tidemark/service/service-module';
import type { FastifyInstance } from 'fastify';
import { defaultUniverse } from './coins/universe.ts';
import { marketMetrics } from './market-metrics.ts';
import { assemble, type MarketContext, type MarketParts } from './market-parts.ts';
import { marketRoutes } from './plugin.ts';
import { Storing } from './storing.ts';
import type { Venue } from './venues/create-venues.ts';

/** How often each kind of work is done, ms. */
const EVERY = {
  flush: 500,
  repair: 250,
  refresh: 1_000,
  stats: 30_000,
  heal: 10_000,
  maintain: 3_600_000,
} as const;
/** Trades that may be taken and not yet stored before a flush is made out of turn. */
const FLUSH_AT = 8_000;
/** The coin list in the cache, for those who do not own it, ms. */
const COINS_TTL = 86_400_000;

/** Reads the venues; keeps trades, candles and prices; answers for the market. */
export class MarketData implements Service {
  readonly #ctx: MarketContext;
  readonly #parts: MarketParts;
  readonly #stream: LiveStream;
  readonly #storing: Storing;
  readonly #stop = new AbortController();
  readonly #timers: (() => void)[] = [];
  readonly #subscriptions: Subscription[] = [];

  constructor(ctx: MarketContext, universe = defaultUniverse()) {
    this.#ctx = ctx;
    this.#parts = assemble(ctx, universe);
    const { trades, prices, publisher } = this.#parts;
    this.#storing = new Storing(async () => {
      await trades.consumer.flush();
      await prices.keeper.flush();
    }, ctx.logger);
    const coins = new Set(universe.coins.map((coin) => coin.coinId));
    this.#stream = new LiveStream({
      name: 'market',
      clock: ctx.clock,
      metrics: ctx.metrics,
      knownCoins: () => coins,
    });
    marketMetrics(ctx.metrics, { feeds: () => this.feeds(), publisher });
  }

  plugin(app: FastifyInstance): Promise<void> {
    const { clock, cache, config } = this.#ctx;
    const { universe, prices, trades } = this.#parts;
    const { engine, board, stats } = prices;
    marketRoutes(app, {
      clock,
      cache,
      universe,
      engine,
      board,
      stats,
      candles: trades.reader,
      fees: { binance: config.BINANCE_TAKER_FEE_PCT, coinbase: config.COINBASE_TAKER_FEE_PCT },
      feeds: () => this.feeds(),
    });
    upgradesOf(app.server).route(
      '/api/market/stream',
      (upgrade) => this.#stream.accept(upgrade),
      () => this.#stream.close(),
    );
    return Promise.resolve();
  }

  async start(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#stop.abort(signal.reason));
    const { universe, prices, trades, venues } = this.#parts;
    await prices.keeper.maintain();
    await trades.keeper.restore();
    await prices.keeper.recall(universe);
    const coins = universe.coins.map((coin) => coin.coinId);
    await this.#ctx.cache.set('coins', coins, COINS_TTL);
    await trades.consumer.start(this.#ctx.bus);
    await this.#subscribeStream();
    this.#schedule();
    for (const venue of venues) void this.#open(venue);
    void this.#attempt('statistics', () => prices.stats.refresh());
  }

  async stop(): Promise<void> {
    const { prices, trades, desk, publisher } = this.#parts;
    this.#stop.abort(new Error('market-data is stopping'));
    for (const cancel of this.#timers) cancel();
    trades.repairer.stop();
    await desk.stop();
    await publisher.drain();
    await trades.consumer.stop();
    prices.engine.stop();
    await this.#storing.drain();
    await prices.keeper.flush();
    await Promise.all(this.#subscriptions.map((subscription) => subscription.close()));
    await this.#stream.close();
  }

  waitingFor(): string | null {
    const { universe, prices } = this.#parts;
    const some = universe.coins.some((coin) => prices.engine.latest(coin.coinId));
    return some ? null : 'the first price from an exchange';
  }

  /** Starts a venue's feed; its history follows beside. */
  async #open(venue: Venue): Promise<void> {
    const { desk, trades, prices } = this.#parts;
    await desk.start(venue, this.#stop.signal);
    if (!this.#ctx.config.HISTORY_BACKFILL || this.#stop.signal.aborted) return;
    await this.#attempt('history', () =>
      trades.history.run(venue.exchange, (listing) => desk.isListed(listing), this.#stop.signal),
    );
    await this.#attempt('statistics', () => prices.stats.refresh());
  }

  #schedule(): void {
    const { clock } = this.#ctx;
    const { prices, trades } = this.#parts;
    const attempt = (what: string, work: () => Promise<void>) => () => {
      void this.#attempt(what, work);
    };
    this.#timers.push(
      clock.every(EVERY.flush, () => void this.#storing.run()),
      clock.every(EVERY.repair, () => trades.repairer.tick()),
      clock.every(EVERY.refresh, () => prices.engine.refresh()),
      clock.every(
        EVERY.stats,
        attempt('statistics', () => prices.stats.refresh()),
      ),
      clock.every(
        EVERY.heal,
        attempt('gap repair', () => trades.healer.run(this.#stop.signal)),
      ),
      clock.every(
        EVERY.maintain,
        attempt('price partitions', () => prices.keeper.maintain()),
      ),
    );
    trades.consumer.onFull(FLUSH_AT, () => void this.#storing.run());
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
    const { universe } = this.#parts;
    const prices = await bus.subscribe(PRICE_UPDATES, {
      onBatch: (messages) => {
        for (const { value } of messages) this.#stream.publish(priceUpdate(toPriceTick(value)));
      },
    });
    const candles = await bus.subscribe(CANDLES, {
      onBatch: (messages) => {
        const shown = messages.filter(({ value }) => universe.coin(value.coin_id));
        for (const { value } of shown) this.#stream.publish(candleUpdate(value));
      },
    });
    this.#subscriptions.push(prices, candles);
  }

  /** State of the feeds and of the history, as the API shows it. */
  feeds(): FeedsView {
    const { trades, desk } = this.#parts;
    return {
      market: this.#ctx.market,
      history: { ...trades.history.progress },
      feeds: desk.statuses((exchange) => ({
        duplicates: trades.consumer.counts.get(exchange)?.duplicates ?? 0,
        repaired: trades.repairer.repaired.get(exchange) ?? 0,
      })),
    };
  }
}
