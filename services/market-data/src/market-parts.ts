import type { Exchange } from '@tidemark/contracts/exchange';
import type { Context } from '@tidemark/service/service-module';
import { CandleKeeper } from './candles/candle-keeper.ts';
import { CandleReader } from './candles/candle-reader.ts';
import type { Universe } from './coins/universe.ts';
import type { MarketDataConfig } from './config.ts';
import { FeedDesk } from './feeds/feed-desk.ts';
import { GapHealer } from './history/gap-healer.ts';
import { HistoryLoader } from './history/history-loader.ts';
import { DEFAULT_CONSOLIDATION } from './price/consolidate.ts';
import { MarketStats } from './price/market-stats.ts';
import { PriceEngine } from './price/price-engine.ts';
import { PriceKeeper } from './price/price-keeper.ts';
import { QuoteBoard } from './price/quote-board.ts';
import { CandleStore } from './store/candle-store.ts';
import { HistoryStore } from './store/history-store.ts';
import { PriceStore } from './store/price-store.ts';
import { TradeConsumer, type TradeSink } from './trades/trade-consumer.ts';
import { TradePublisher } from './trades/trade-publisher.ts';
import { TradeRepairer } from './trades/trade-repairer.ts';
import { createVenues, type Venue } from './venues/create-venues.ts';
import type { VenueRest } from './venues/venue.ts';
import { venueUrls } from './venues/venue-urls.ts';

export type MarketContext = Context<'database' | 'cache' | 'bus', MarketDataConfig>;

/** Everything that market-data is made of. */
export type MarketParts = ReturnType<typeof assemble>;

/** Prices: what is known of each venue, and what follows from it. */
function pricing(ctx: MarketContext, universe: Universe, connected: (e: Exchange) => boolean) {
  const { clock, logger, bus, cache, market, config, database } = ctx;
  const board = new QuoteBoard();
  const stats = new MarketStats(universe, new CandleStore(database), clock);
  const consolidation = { ...DEFAULT_CONSOLIDATION, maxAgeMs: config.PRICE_MAX_AGE_MS };
  const engine = new PriceEngine({
    clock,
    logger,
    universe,
    board,
    stats,
    bus,
    cache,
    market,
    connected,
    consolidation,
  });
  const retentionDays = config.PRICES_RETENTION_DAYS;
  const keeper = new PriceKeeper(new PriceStore(database), engine, {
    clock,
    logger,
    retentionDays,
  });
  return { board, stats, engine, keeper };
}

/** Candles: built from trades, repaired and back-filled from REST. */
function candles(
  ctx: MarketContext,
  universe: Universe,
  rests: ReadonlyMap<Exchange, VenueRest>,
  prices: Pick<ReturnType<typeof pricing>, 'board' | 'engine'>,
) {
  const { clock, logger, bus, database } = ctx;
  const store = new CandleStore(database);
  const keeper = new CandleKeeper(universe, store, bus);
  const sink: TradeSink = {
    accepted: (trade) => {
      prices.board.addTrade(trade);
      prices.engine.touch(trade.coin_id);
    },
    unplaced: (book, trade) => repairer.hold(book, trade),
    batchDone: () => prices.engine.publishChanged(),
  };
  const consumer = new TradeConsumer(keeper, sink);
  const history = new HistoryLoader({
    clock,
    logger,
    keeper,
    rests,
    store: new HistoryStore(database),
  });
  const repairer: TradeRepairer = new TradeRepairer({
    clock,
    logger,
    rests,
    books: () => keeper.books(),
    place: (trade) => consumer.place(trade),
    placed: () => prices.engine.publishChanged(),
  });
  const healer = new GapHealer({ clock, logger, store, keeper, history, rests });
  return { keeper, consumer, history, repairer, healer, reader: new CandleReader(store) };
}

/** Builds the parts and ties them together; nothing is connected or started. */
export function assemble(ctx: MarketContext, universe: Universe) {
  const { clock, logger, bus } = ctx;
  const publisher = new TradePublisher(bus, logger);
  const rests = new Map<Exchange, VenueRest>();
  const prices = pricing(ctx, universe, (exchange) => desk.isLive(exchange));
  const trades = candles(ctx, universe, rests, prices);
  const desk: FeedDesk = new FeedDesk({
    clock,
    logger,
    universe,
    keeper: trades.keeper,
    onTrade: (trade) => publisher.push(trade),
    onQuote: (quote) => prices.board.addQuote(quote),
    room: () => publisher.room(),
  });
  const venues: Venue[] = createVenues({
    urls: venueUrls(ctx.config),
    clock,
    logger,
    handlersFor: (exchange) => desk.handlersFor(exchange),
  });
  for (const venue of venues) rests.set(venue.exchange, venue.rest);
  return { universe, publisher, prices, trades, desk, venues };
}
