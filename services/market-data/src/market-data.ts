import type { Exchange } from '@tidemark/contracts/exchange';
import type { FeedsView } from '@tidemark/contracts/feeds';
import { CANDLES } from '@tidemark/contracts/topics';
import type { Subscription } from '@tidemark/event-bus/event-bus';
import type { Service } from '@tidemark/service/service-module';
import type { FastifyInstance } from 'fastify';
import { BackFill } from './history/back-fill.ts';
import { defaultUniverse } from './coins/universe.ts';
import { ReplicaFeeds } from './feeds/replica-feeds.ts';
import { historyView } from './history/history-view.ts';
import { marketMetrics } from './market-metrics.ts';
import { assemble, type MarketParts } from './assemble.ts';
import type { MarketContext } from './context.ts';
import { marketRoutes } from './plugin.ts';
import { Storing } from './storing.ts';
import type { Venue } from './venues/create-venues.ts';
import type { WantedHistory } from './routes/route-parts.ts';
import { SingleFlight } from '@tidemark/waiting/single-flight';
import { within } from '@tidemark/waiting/within';

/** How often each kind of work is done, ms. */
const EVERY = {
  flush: 500,
  beat: 500,
  repair: 250,
  refresh: 1_000,
  feeds: 2_000,
  stats: 30_000,
  heal: 10_000,
  historyRetry: 5_000,
  clocks: 1_000,
  coins: 60_000,
  references: 5_000,
  maintain: 3_600_000,
} as const;
/** Trades that may be taken and not yet stored before a flush is made out of turn. */
const FLUSH_AT = 8_000;
/** The coin list in the cache, for those who do not own it, ms. */
const COINS_TTL = 86_400_000;
/** What stopping may take, and each step of it when the others were slow: engines that are away hold nothing up, ms. */
const STOP_PATIENCE = 2_000;
const STEP_PATIENCE = 200;

/** Reads the venues; keeps trades, candles and prices; answers for the market. */
export class MarketData implements Service {
  readonly #ctx: MarketContext;
  readonly #parts: MarketParts;
  readonly #fill: BackFill;
  /** Of days of long ago that are asked for, beside and behind the others. */
  readonly #deepFill: BackFill;
  readonly #storing: Storing;
  readonly #replicas: ReplicaFeeds;
  readonly #stop = new AbortController();
  readonly #timers: (() => void)[] = [];
  readonly #subscriptions: Subscription[] = [];

  constructor(ctx: MarketContext, universe = defaultUniverse()) {
    this.#ctx = ctx;
    this.#parts = assemble(ctx, universe);
    const { consumer, prices, publisher, outbox, live, owners, ownership, reference } = this.#parts;
    this.#fill = new BackFill(ctx.clock, (exchange) => this.#backfill(exchange));
    this.#deepFill = new BackFill(ctx.clock, (exchange) => this.#deepen(exchange));
    ownership.listen({ gained: () => this.#fill.lookAgain(), lost: () => undefined });
    this.#storing = new Storing(async () => {
      await consumer.flush();
      await prices.keeper.flush();
    }, ctx.logger);
    this.#replicas = new ReplicaFeeds({
      clock: ctx.clock,
      cache: ctx.cache,
      name: ctx.process.name,
      own: () => this.feeds(),
      names: () => owners.owners(),
    });
    const outboxes = () => [publisher.counts, ...outbox.counts, live.counts, prices.teller.counts];
    marketMetrics(ctx.metrics, {
      feeds: () => this.feeds(),
      publisher,
      ownership,
      outboxes,
      reference,
    });
  }

  plugin(app: FastifyInstance): Promise<void> {
    const { cache, config } = this.#ctx;
    const { universe, prices, reader, times, board, money } = this.#parts;
    const { engine, stats } = prices;
    marketRoutes(app, {
      clock: times.market,
      cache,
      universe,
      engine,
      board,
      stats,
      candles: reader,
      rates: money,
      deepHistory: this.#wantedHistory(),
      fees: { binance: config.BINANCE_TAKER_FEE_PCT, coinbase: config.COINBASE_TAKER_FEE_PCT },
      feeds: () => this.#replicas.view(),
    });
    return Promise.resolve();
  }

  async start(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#stop.abort(signal.reason));
    const { universe, prices, consumer, venues, store, rate } = this.#parts;
    await prices.keeper.makeRoom();
    await rate.recall(store);
    await prices.keeper.recall(universe);
    await this.#tellCoins();
    await this.#watchRate();
    this.#schedule();
    await consumer.start(this.#ctx.bus);
    for (const venue of venues) void this.#open(venue);
    void this.#attempt('statistics', () => prices.stats.refresh());
  }

  async stop(): Promise<void> {
    const { prices, consumer, repairer, desk, publisher } = this.#parts;
    this.#stop.abort(new Error('market-data is stopping'));
    for (const cancel of this.#timers) cancel();
    repairer.stop();
    this.#fill.stop();
    this.#deepFill.stop();
    const end = this.#ctx.clock.monotonic() + STOP_PATIENCE;
    await this.#ending('the feeds', end, desk.stop());
    await publisher.drain(STOP_PATIENCE / 2);
    await this.#ending('handing back', end, consumer.stop());
    prices.engine.stop();
    await this.#ending('storing', end, this.#storing.drain());
    await this.#ending('storing prices', end, prices.keeper.flush());
    const closing = this.#subscriptions.map((subscription) => subscription.close());
    await this.#ending('unsubscribing', end, Promise.all(closing));
  }

  waitingFor(): string | null {
    const { universe, prices, ownership } = this.#parts;
    const partitions = ownership.waiting();
    if (partitions.length > 0) return `the books of partitions ${partitions.join(', ')}`;
    const some = universe.coins.some((coin) => prices.engine.latest(coin.coinId));
    return some ? null : 'the first price from an exchange';
  }

  /** Starts a venue's feed; its history follows beside. */
  async #open(venue: Venue): Promise<void> {
    await this.#parts.desk.start(venue, this.#stop.signal);
    await this.#attempt('price partitions', () => this.#maintain());
    const fill = () => {
      if (!this.#ctx.config.HISTORY_BACKFILL) return;
      this.#fill.open(venue.exchange);
      this.#deepFill.open(venue.exchange);
    };
    fill();
    await this.#parts.desk.watch(venue, this.#stop.signal, fill);
  }

  /** Nothing is dropped by a clock that nobody has confirmed. */
  async #maintain(): Promise<void> {
    const { prices, times } = this.#parts;
    await (times.known ? prices.keeper.maintain() : prices.keeper.makeRoom());
  }

  async #backfill(exchange: Exchange): Promise<number | null> {
    const { states, history, prices } = this.#parts;
    const { signal } = this.#stop;
    if (signal.aborted) return null;
    let again: number | null = EVERY.historyRetry;
    await this.#attempt('history', async () => {
      again = await history.run(exchange, (listing) => states.isListed(listing), signal);
    });
    await this.#attempt('statistics', () => prices.stats.refresh());
    return again;
  }

  async #deepen(exchange: Exchange): Promise<number | null> {
    const { states, deep } = this.#parts;
    const { signal } = this.#stop;
    if (signal.aborted) return null;
    let again: number = EVERY.historyRetry;
    await this.#attempt('days of long ago', async () => {
      again = await deep.run(exchange, (listing) => states.isListed(listing), signal);
    });
    return again;
  }

  #wantedHistory(): WantedHistory {
    const { deepStore, states } = this.#parts;
    return {
      wanted: () => deepStore.wanted(),
      reaches: () => deepStore.reaches(),
      mayList: (listing) => states.mayList(listing),
      want: async (since) => {
        await deepStore.want(since);
        this.#deepFill.lookAgain();
      },
    };
  }

  #schedule(): void {
    const { clock } = this.#ctx;
    const { prices, repairer, healer, ownership, consumer, reference } = this.#parts;
    const { signal } = this.#stop;
    // What takes longer than its pause is not begun a second time: rounds that pile up would never end.
    const every = (ms: number, what: string, work: () => Promise<void>) => {
      const round = new SingleFlight<void>();
      return clock.every(ms, () => void round.run(() => this.#attempt(what, work)));
    };
    this.#timers.push(
      clock.every(EVERY.flush, () => void this.#storing.run()),
      clock.every(EVERY.repair, () => repairer.tick()),
      clock.every(EVERY.clocks, () => this.#parts.clockWatch.look(signal)),
      clock.every(EVERY.refresh, () => prices.engine.refresh()),
      // Its own guard: a beat also says that this process is not paused, whatever the last one waits for.
      clock.every(
        EVERY.beat,
        () => void this.#attempt('a look at who owns what', () => ownership.beat()),
      ),
      every(EVERY.feeds, 'telling the feeds', () => this.#replicas.tell()),
      every(EVERY.stats, 'statistics', () => prices.stats.refresh()),
      every(EVERY.heal, 'gap repair', () => healer.run(signal)),
      every(EVERY.coins, 'telling the coins', () => this.#tellCoins()),
      every(EVERY.references, 'reference rates', async () => reference?.look(signal)),
      every(EVERY.maintain, 'price partitions', () => this.#maintain()),
    );
    consumer.onFull(FLUSH_AT, () => void this.#storing.run());
  }

  async #attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      this.#ctx.logger.warn({ err: error }, `${what} failed; it will be tried again`);
    }
  }

  /** A step of stopping, which must not keep the others from theirs; `end` is the clock's monotonic ms. */
  async #ending(what: string, end: number, work: Promise<unknown>): Promise<void> {
    const { clock } = this.#ctx;
    try {
      const patience = Math.max(STEP_PATIENCE, end - clock.monotonic());
      const done = await within(clock, patience, work);
      if (!done) this.#ctx.logger.warn(`${what} took too long; going on`);
    } catch (error) {
      this.#ctx.logger.warn({ err: error }, `${what} failed; going on`);
    }
  }

  /** The coins that are followed, told again and again: a cache may lose everything. */
  async #tellCoins(): Promise<void> {
    const coins = this.#parts.universe.coins.map((coin) => coin.coinId);
    await this.#ctx.cache.set('coins', coins, COINS_TTL);
  }

  /** What turns USDT into USD is told by whoever owns its book. */
  async #watchRate(): Promise<void> {
    const rate = await this.#ctx.bus.subscribe(CANDLES, {
      onBatch: (messages) => {
        for (const { value } of messages) this.#parts.rate.note(value);
      },
    });
    this.#subscriptions.push(rate);
  }

  /** State of this replica's feeds and of its part of the history. */
  feeds(): FeedsView {
    const { history, healer, counts, repairer, desk } = this.#parts;
    const missing = [...history.missing(), ...healer.missing()];
    return {
      market: this.#ctx.market,
      history: historyView(history.progress, missing, this.#ctx.clock.now()),
      feeds: desk.statuses((exchange) => ({
        duplicates: counts.of(exchange).duplicates,
        repaired: repairer.repaired.get(exchange) ?? 0,
      })),
    };
  }
}
