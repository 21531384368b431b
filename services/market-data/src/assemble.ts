import type { Exchange } from '@tidemark/contracts/exchange';
import { TRADES } from '@tidemark/contracts/topics';
import { CandleKeeper } from './candles/candle-keeper.ts';
import { CandleOutbox } from './candles/candle-outbox.ts';
import { CandleReader } from './reading/candle-reader.ts';
import { FinalWatch } from './candles/final-watch.ts';
import { LiveCandles, type LiveCandlesOptions } from './candles/live-candles.ts';
import { Ownership } from './ownership/ownership.ts';
import { CoinPartitions } from './claims/coin-partitions.ts';
import type { Listing } from './coins/listing.ts';
import type { Universe } from './coins/universe.ts';
import type { MarketContext } from './context.ts';
import { FeedDesk } from './feeds/feed-desk.ts';
import { BackFill } from './history/back-fill.ts';
import { GapHealer } from './history/gap-healer.ts';
import { HistoryLoader } from './history/history-loader.ts';
import { VenueRetries } from './history/venue-retries.ts';
import { DEFAULT_CONSOLIDATION } from './price/consolidate.ts';
import { MarketStats } from './price/market-stats.ts';
import { PriceEngine } from './price/price-engine.ts';
import { PriceKeeper } from './price/price-keeper.ts';
import { PriceTeller } from './price/price-teller.ts';
import { QuoteBoard } from './quotes/quote-board.ts';
import { liveRate } from './rates/live-rate.ts';
import { RateWatch } from './quotes/rate-watch.ts';
import { BookStore } from './store/book-store.ts';
import { CandleStore } from './store/candle-store.ts';
import { HistoryStore } from './store/history-store.ts';
import { OwnerStore } from './claims/owner-store.ts';
import { PriceStore } from './store/price-store.ts';
import { TradeConsumer, type TradeSink } from './trades/trade-consumer.ts';
import { TradePublisher } from './trades/trade-publisher.ts';
import { TradeRepairer } from './trades/trade-repairer.ts';
import { ClockWatch } from './venues/clock-watch.ts';
import { createVenues, type Venue } from './venues/create-venues.ts';
import type { VenueRest } from './venues/venue.ts';
import { VenueTimes } from './venues/venue-times.ts';
import { venueUrls } from './venues/venue-urls.ts';

/** Everything that market-data is made of. */
export type MarketParts = ReturnType<typeof assemble>;

type Prices = ReturnType<typeof pricing>;

/** What ties prices to the rest, known when all is assembled. */
interface PriceTies {
  times: VenueTimes;
  connected(exchange: Exchange): boolean;
  epochOf(coinId: string): number | null;
}

/** Prices: what is known of each venue, and what follows from it. */
function pricing(ctx: MarketContext, universe: Universe, ties: PriceTies) {
  const { clock, logger, bus, cache, market, config, database } = ctx;
  const board = new QuoteBoard((exchange, time) => ties.times.toMarket(exchange, time));
  const stats = new MarketStats(universe, new CandleStore(database), clock);
  const teller = new PriceTeller({ clock, logger, bus });
  const consolidation = { ...DEFAULT_CONSOLIDATION, maxAgeMs: config.PRICE_MAX_AGE_MS };
  const engine = new PriceEngine({
    ...ties,
    clock,
    universe,
    board,
    stats,
    teller,
    cache,
    market,
    consolidation,
  });
  const retentionDays = config.PRICES_RETENTION_DAYS;
  const keeper = new PriceKeeper(new PriceStore(database), engine, {
    clock,
    logger,
    retentionDays,
  });
  return { board, stats, teller, engine, keeper, rate: new RateWatch(board) };
}

/** Who owns what: the books of this replica, and their way into the store. */
function owning(
  ctx: MarketContext,
  universe: Universe,
  prices: () => Prices,
  ties: {
    gained(): void;
    mayList(listing: Listing): boolean;
    read: LiveCandlesOptions['read'];
  },
) {
  const { clock, logger, bus, database } = ctx;
  const books = new BookStore(database);
  const owners = new OwnerStore(database);
  const outbox = new CandleOutbox(bus, logger);
  const finals = new FinalWatch({
    expected: ({ listing }) => ties.mayList(listing),
    rateThrough: () => Math.max(prices().rate.through, keeper.rateBook()?.finalThrough ?? 0),
  });
  const live = new LiveCandles({
    ...{ clock, logger, bus },
    coin: (coinId) => universe.coin(coinId),
    rate: () => liveRate(prices().board, clock.now()),
    read: ties.read,
  });
  const keeper: CandleKeeper = new CandleKeeper(books, { outbox, finals, live }, (claims) =>
    ownership.fenced(claims),
  );
  const ownership: Ownership = new Ownership({
    clock,
    logger,
    bus,
    owner: ctx.process.name,
    partitions: new CoinPartitions(universe.listings, (coinId) => bus.partitionFor(TRADES, coinId)),
    owners,
    books,
    keeper,
    outbox,
    gained: (coins) => {
      prices().engine.begin(coins);
      ties.gained();
    },
    lost: (coins) => prices().engine.end(coins),
  });
  return { keeper, owners, outbox, live, ownership };
}

/** Candles: built from trades, repaired and back-filled from REST. */
function candles(
  ctx: MarketContext,
  owned: ReturnType<typeof owning>,
  rests: ReadonlyMap<Exchange, VenueRest>,
  prices: Prices,
  times: VenueTimes,
) {
  const { clock, logger, database } = ctx;
  const { keeper } = owned;
  const store = new CandleStore(database);
  const sink: TradeSink = {
    accepted: (trade) => {
      if (prices.board.addTrade(trade)) prices.engine.touch(trade.coin_id);
    },
    unplaced: (book, trade) => repairer.hold(book, trade),
  };
  const consumer = new TradeConsumer({ ...owned, clock, logger, sink });
  const retries = new VenueRetries(clock);
  const history = new HistoryLoader({
    clock,
    logger,
    keeper,
    rests,
    retries,
    store: new HistoryStore(database),
  });
  const repairer: TradeRepairer = new TradeRepairer({
    times,
    logger,
    rests,
    books: () => keeper.books(),
    place: (trade) => consumer.place(trade),
  });
  const healer = new GapHealer({ times, logger, store, keeper, history, rests, retries });
  return { consumer, history, repairer, healer, store };
}

/** The venues' feeds, and where what they say goes. */
function feeding(
  ctx: MarketContext,
  universe: Universe,
  keeper: CandleKeeper,
  { board, engine }: Prices,
  times: VenueTimes,
) {
  const { clock, logger, bus } = ctx;
  const publisher = new TradePublisher(bus, clock, logger);
  const desk: FeedDesk = new FeedDesk({
    clock,
    times,
    logger,
    universe,
    keeper,
    onTrade: (trade) => {
      publisher.push(trade);
      if (board.addTrade(trade)) engine.touch(trade.coin_id);
    },
    onQuote: (quote) => board.addQuote(quote),
    room: () => publisher.room(),
    behind: () => publisher.failing,
  });
  const venues: Venue[] = createVenues({
    urls: venueUrls(ctx.config),
    times,
    logger,
    handlersFor: (exchange) => desk.handlersFor(exchange),
  });
  return { publisher, desk, venues };
}

/** A venue whose trades come through the bus, from any replica, counts as connected this long after the last, ms. */
const BY_BUS = 5_000;

/**
 * Builds the parts and ties them together; nothing is connected or started. `backfill` is run for a venue when books
 * may lack their history, and resolves to the milliseconds after which it is to be run again, or null.
 */
export function assemble(
  given: MarketContext,
  universe: Universe,
  backfill: (exchange: Exchange) => Promise<number | null>,
) {
  const times = new VenueTimes(given.clock);
  const ctx: MarketContext = { ...given, clock: times.market };
  const rests = new Map<Exchange, VenueRest>();
  const fill = new BackFill(ctx.clock, backfill);
  const prices: Prices = pricing(ctx, universe, {
    times,
    connected: (exchange) =>
      feeds.desk.isLive(exchange) ||
      times.of(exchange).now() - trades.consumer.countsOf(exchange).newest <= BY_BUS,
    epochOf: (coinId) => owned.ownership.epochOf(coinId),
  });
  const owned = owning(ctx, universe, () => prices, {
    gained: () => fill.booksCame(),
    mayList: (listing) => feeds.desk.mayList(listing),
    read: (asks) => reader.readAll(asks),
  });
  const trades = candles(ctx, owned, rests, prices, times);
  const feeds = feeding(ctx, universe, owned.keeper, prices, times);
  for (const venue of feeds.venues) rests.set(venue.exchange, venue.rest);
  const reader = new CandleReader(trades.store, (listing) => feeds.desk.mayList(listing));
  const clockWatch = new ClockWatch({ clock: ctx.clock, logger: ctx.logger, times, rests });
  return { universe, prices, fill, times, clockWatch, reader, ...owned, ...trades, ...feeds };
}
