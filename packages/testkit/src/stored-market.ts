import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { Interval } from '@tidemark/contracts/candle';
import { CANDLE_REWRITES, CANDLES } from '@tidemark/contracts/topics';
import type { Database } from '@tidemark/database/database';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import type { Bar } from '@tidemark/market-data/book/bar';
import { toEvent, toRow } from '@tidemark/market-data/store/candle-row';
import { CandleReader } from '@tidemark/market-data/reading/candle-reader';
import { toUnits, TURNOVER_PLACES, VOLUME_PLACES } from '@tidemark/market-data/book/exact';
import type { Listing } from '@tidemark/market-data/coins/listing';
import { Universe, type UniverseCoin } from '@tidemark/market-data/coins/universe';
import { migrations } from '@tidemark/market-data/migrations/index';
import { candleRoutes } from '@tidemark/market-data/routes/candle-routes';
import { coinRoutes } from '@tidemark/market-data/routes/price-routes';
import type { RouteParts } from '@tidemark/market-data/routes/route-parts';
import { CandleStore } from '@tidemark/market-data/store/candle-store';
import { upsertCandles } from '@tidemark/market-data/store/book-writer';
import type { MarketTables } from '@tidemark/market-data/tables';
import type { FastifyInstance } from 'fastify';
import { universeOf } from './market-rig.ts';

/** A candle as a test writes it. */
export interface WrittenCandle {
  /** Epoch ms of its open. */
  time: number;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
  /** Default true. */
  final?: boolean;
  /** Default false. */
  gap?: boolean;
}

/** market-data's own store and routes over candles that a test writes, with no exchange behind it. Coinbase alone, in USD. */
export class StoredMarket {
  readonly universe: Universe;
  readonly #database: Database;
  readonly #bus: EventBus;

  private constructor(database: Database, bus: EventBus, universe: Universe) {
    this.#database = database;
    this.#bus = bus;
    this.universe = universe;
  }

  /** The market of these coins of the default universe, or of a universe of one's own. */
  static async open(
    database: Database,
    bus: EventBus,
    coins: readonly string[] | Universe,
  ): Promise<StoredMarket> {
    await database.migrate('market-data', migrations);
    const universe = coins instanceof Universe ? coins : coinbaseAlone(coins);
    return new StoredMarket(database, bus, universe);
  }

  /** Forgets every candle. */
  async empty(): Promise<void> {
    await this.#database.as<MarketTables>().deleteFrom('candles').execute();
  }

  /** Mounts `/api/market/coins` and `/api/market/candles`. */
  mount(fastify: FastifyInstance): void {
    const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
    const candles = new CandleReader(new CandleStore(this.#database));
    // Of all that market-data has, these routes use no more.
    const parts = { universe: this.universe, candles } as unknown as RouteParts;
    coinRoutes(app, parts);
    candleRoutes(app, parts);
  }

  /** Stores candles and says nothing, as what was stored before a process came. */
  async store(
    coinId: string,
    interval: Interval,
    candles: readonly WrittenCandle[],
  ): Promise<void> {
    const listing = this.#listing(coinId);
    await upsertCandles(
      this.#database.as<MarketTables>(),
      candles.map((candle) => toRow(listing, interval, barOf(candle))),
    );
  }

  /** Stores candles and tells of each, as when they close. */
  async close(
    coinId: string,
    interval: Interval,
    candles: readonly WrittenCandle[],
  ): Promise<void> {
    await this.store(coinId, interval, candles);
    const listing = this.#listing(coinId);
    const events = candles.map((candle) => toEvent(listing, interval, barOf(candle)));
    await this.#bus.publish(
      CANDLES,
      events.map((value) => ({ key: coinId, value })),
    );
  }

  /** Stores candles out of their order and tells that they were rewritten, as healing does. */
  async rewrite(
    coinId: string,
    interval: Interval,
    candles: readonly WrittenCandle[],
  ): Promise<void> {
    await this.store(coinId, interval, candles);
    const times = candles.map(({ time }) => time);
    const range = { from: Math.min(...times), to: Math.max(...times) + 1 };
    const { exchange } = this.#listing(coinId);
    const value = { coin_id: coinId, exchange, interval, ...range };
    await this.#bus.publish(CANDLE_REWRITES, [{ key: coinId, value }]);
  }

  #listing(coinId: string): Listing {
    const coin: UniverseCoin | undefined = this.universe.coin(coinId);
    const listing = coin?.listings.find(({ quote }) => quote === 'USD');
    if (!listing) throw new RangeError(`no ${coinId} in this market`);
    return listing;
  }
}

/** What a test writes is one venue's: nobody waits for another. */
function coinbaseAlone(coinIds: readonly string[]): Universe {
  return new Universe(
    universeOf(...coinIds).coins.map((coin) => ({
      ...coin,
      listings: coin.listings.filter(({ quote }) => quote === 'USD'),
    })),
  );
}

function barOf(candle: WrittenCandle): Bar {
  const { time, open, high, low, close, volume, final = true, gap = false } = candle;
  const text = (value: number) => decimalText(value);
  return {
    ...{ time, open: text(open), high: text(high), low: text(low), close: text(close) },
    volume: toUnits(text(volume), VOLUME_PLACES),
    quoteVolume: toUnits(text(close * volume), TURNOVER_PLACES),
    ...{ trades: 1, firstId: null, lastId: null, final, gap, source: 'trades' },
  };
}

/** At most 12 places, never an exponent. */
function decimalText(value: number): string {
  return value.toFixed(12).replace(/\.?0+$/, '');
}
