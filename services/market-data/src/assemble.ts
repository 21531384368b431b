/* Each part is made of parts that are there: what is used, in a function too, stands above. */
/* eslint @typescript-eslint/no-use-before-define: ["error", { "functions": false }] */
import { TRADES } from '@tidemark/contracts/topics';
import { CandleKeeper } from './candles/candle-keeper.ts';
import { CandleOutbox } from './candles/candle-outbox.ts';
import { CandleReader } from './reading/candle-reader.ts';
import { FinalWatch } from './candles/final-watch.ts';
import { LiveCandles } from './candles/live-candles.ts';
import { Ownership } from './ownership/ownership.ts';
import { CoinPartitions } from './claims/coin-partitions.ts';
import { RATE_LISTING } from './coins/rate-listings.ts';
import type { Universe } from './coins/universe.ts';
import type { MarketContext } from './context.ts';
import { EcbSource } from './currencies/ecb-source.ts';
import { MoneyRates } from './currencies/money-rates.ts';
import { ReferenceReader } from './currencies/reference-reader.ts';
import { StablecoinDays } from './currencies/stablecoin-days.ts';
import { FeedDesk } from './feeds/feed-desk.ts';
import { DeepHistory } from './history/deep-history.ts';
import { GapHealer } from './history/gap-healer.ts';
import { HistoryLoader } from './history/history-loader.ts';
import { VenueRetries } from './history/venue-retries.ts';
import { DEFAULT_CONSOLIDATION } from './price/consolidate.ts';
import { MarketStats } from './price/market-stats.ts';
import { PriceEngine } from './price/price-engine.ts';
import { PriceKeeper } from './price/price-keeper.ts';
import { PriceTeller } from './price/price-teller.ts';
import { QuoteBoard } from './quotes/quote-board.ts';
import { RateWatch } from './quotes/rate-watch.ts';
import { BookWriter } from './store/book-writer.ts';
import { CandleStore } from './store/candle-store.ts';
import { DeepHistoryStore } from './store/deep-history-store.ts';
import { EuroRateStore } from './store/euro-rate-store.ts';
import { HistoryStore } from './store/history-store.ts';
import { OwnerStore } from './claims/owner-store.ts';
import { PriceStore } from './store/price-store.ts';
import { StoredBooks } from './store/stored-books.ts';
import { TradeConsumer } from './trades/trade-consumer.ts';
import { TradeCounts } from './trades/trade-counts.ts';
import { TradePublisher } from './trades/trade-publisher.ts';
import { TradeRepairer } from './trades/trade-repairer.ts';
import { ClockWatch } from './venues/clock-watch.ts';
import { createVenues } from './venues/create-venues.ts';
import { VenueStates } from './venues/venue-states.ts';
import { VenueTimes } from './venues/venue-times.ts';
import { venueUrls } from './venues/venue-urls.ts';

/** Everything that market-data is made of. */
export type MarketParts = ReturnType<typeof assemble>;

type Known = ReturnType<typeof known>;
type Owned = ReturnType<typeof owning>;
type Prices = ReturnType<typeof pricing>;

/** A venue whose trades come through the bus, from any replica, counts as connected this long after the last, ms. */
const BY_BUS = 5_000;

/** Builds the parts and ties them together; nothing is connected or started. */
export function assemble(given: MarketContext, universe: Universe) {
  const times = new VenueTimes(given.clock);
  const ctx: MarketContext = { ...given, clock: times.market };
  const seen = known(ctx, universe, times);
  const owned = owning(ctx, seen);
  const prices = pricing(ctx, seen, owned.ownership);
  const feeds = feeding(ctx, seen, owned.keeper, prices);
  const trades = tradesAndCandles(ctx, seen, owned, prices, feeds.rests);
  const money = moneyRates(ctx, seen, owned.keeper);
  return { ...seen, ...owned, prices, ...feeds, ...trades, ...money };
}

/** What is known of the market, and what is stored of it. */
function known(ctx: MarketContext, universe: Universe, times: VenueTimes) {
  const store = new CandleStore(ctx.database);
  const states = new VenueStates();
  const reader = new CandleReader(store, (listing) => states.mayList(listing));
  const board = new QuoteBoard((exchange, time) => times.toMarket(exchange, time));
  const rate = new RateWatch(board);
  return { universe, times, store, states, reader, board, rate, counts: new TradeCounts() };
}

/** Who owns what: the books of this replica, and their way into the store. */
function owning(ctx: MarketContext, { universe, states, reader, board, rate }: Known) {
  const { clock, logger, bus, database } = ctx;
  const books = new StoredBooks(database);
  const owners = new OwnerStore(database);
  const outbox = new CandleOutbox(bus, logger);
  const finals = new FinalWatch({
    expected: ({ listing }) => states.mayList(listing),
    rateThrough: () => rate.through,
  });
  const live = new LiveCandles({
    ...{ clock, logger, bus },
    coin: (coinId) => universe.coin(coinId),
    rate: () => board.usdtRate(clock.now()),
    read: (asks) => reader.readAll(asks),
  });
  const keeper = new CandleKeeper({
    writer: new BookWriter(database),
    books,
    outbox,
    finals,
    live,
  });
  const partitions = new CoinPartitions(universe.listings, (coinId) =>
    bus.partitionFor(TRADES, coinId),
  );
  const ownership = new Ownership({
    ...{ clock, logger, bus, partitions, owners, books, keeper, outbox },
    owner: ctx.process.name,
  });
  return { keeper, owners, outbox, live, ownership };
}

/** Prices: what follows from the newest trades and quotes. */
function pricing(ctx: MarketContext, seen: Known, ownership: Ownership) {
  const { clock, logger, bus, cache, market, config, database } = ctx;
  const { universe, times, store, states, board, counts } = seen;
  const stats = new MarketStats(universe, store, clock);
  const teller = new PriceTeller({ clock, logger, bus });
  const engine = new PriceEngine({
    ...{ clock, universe, board, stats, teller, cache, market },
    connected: (exchange) =>
      states.isLive(exchange) || times.of(exchange).now() - counts.of(exchange).newest <= BY_BUS,
    epochOf: (coinId) => ownership.epochOf(coinId),
    consolidation: { ...DEFAULT_CONSOLIDATION, maxAgeMs: config.PRICE_MAX_AGE_MS },
  });
  ownership.listen({
    gained: (coins) => engine.begin(coins),
    lost: (coins) => engine.end(coins),
  });
  const retentionDays = config.PRICES_RETENTION_DAYS;
  const keeper = new PriceKeeper(new PriceStore(database), engine, {
    ...{ clock, logger, retentionDays },
  });
  return { stats, teller, engine, keeper };
}

/** What money is worth, and whoever reads the reference rates; null: nobody is to. */
function moneyRates(ctx: MarketContext, { store, board }: Known, keeper: CandleKeeper) {
  const { clock, logger, market, database, config } = ctx;
  const { ECB_RATES_URL: origin } = config;
  const rates = new EuroRateStore(database);
  const reference =
    origin === 'off'
      ? null
      : new ReferenceReader({
          ...{ clock, logger, store: rates },
          source: new EcbSource(origin, clock),
          isMine: () => keeper.book(RATE_LISTING.exchange, RATE_LISTING.product) !== undefined,
        });
  const money = new MoneyRates({
    ...{ clock, market, store: rates, board },
    stablecoins: new StablecoinDays(store),
    reads: reference !== null,
  });
  return { money, reference };
}

/** The venues, and where what their feeds say goes. */
function feeding(ctx: MarketContext, seen: Known, keeper: CandleKeeper, { engine }: Prices) {
  const { clock, logger, bus } = ctx;
  const { universe, times, states, board } = seen;
  const publisher = new TradePublisher({
    ...{ bus, clock, logger, universe },
    heard: (trade) => engine.hear(trade),
  });
  const desk = new FeedDesk({
    ...{ clock, times, logger, universe, states, keeper, publisher },
    onQuote: (quote) => board.addQuote(quote),
  });
  const venues = createVenues({
    urls: venueUrls(ctx.config),
    ...{ times, logger },
    handlersFor: (exchange) => desk.handlersFor(exchange),
  });
  const rests = new Map(venues.map(({ exchange, rest }) => [exchange, rest]));
  const clockWatch = new ClockWatch({ clock, logger, times, rests });
  return { publisher, desk, venues, rests, clockWatch };
}

/** Candles: built from trades, repaired and back-filled from REST. */
function tradesAndCandles(
  ctx: MarketContext,
  { times, store, counts }: Known,
  owned: Owned,
  { engine }: Prices,
  rests: ReturnType<typeof feeding>['rests'],
) {
  const { clock, logger, database } = ctx;
  const { keeper } = owned;
  const repairer = new TradeRepairer({ times, logger, rests, books: () => keeper.books() });
  const consumer = new TradeConsumer({
    ...{ ...owned, clock, logger, counts, repairer },
    accepted: (trade) => engine.hear(trade),
  });
  const retries = new VenueRetries(clock);
  const history = new HistoryLoader({
    ...{ clock, logger, keeper, rests, retries },
    store: new HistoryStore(database),
  });
  const deepStore = new DeepHistoryStore(database);
  const deep = new DeepHistory({ logger, keeper, history, retries, store: deepStore });
  const healer = new GapHealer({ times, logger, store, keeper, history, rests, retries });
  return { consumer, history, repairer, healer, deep, deepStore };
}
