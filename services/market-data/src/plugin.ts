import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { Cache } from '@tidemark/cache/cache';
import type { Clock } from '@tidemark/clock/clock';
import {
  CandleExchangeSchema,
  CandlesViewSchema,
  IntervalSchema,
} from '@tidemark/contracts/candle';
import { CoinIdSchema, CoinSchema } from '@tidemark/contracts/coin';
import { TidemarkError } from '@tidemark/contracts/errors';
import {
  ArbitrageSchema,
  ExchangesViewSchema,
  FeedsViewSchema,
  type FeedsView,
} from '@tidemark/contracts/exchange';
import { MoversViewSchema, PriceSchema, type Price } from '@tidemark/contracts/price';
import { ok, routeSchema } from '@tidemark/service/reply';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { CandleReader } from './candles/candle-reader.ts';
import type { Universe, UniverseCoin } from './coins/universe.ts';
import { arbitrage, type TakerFees } from './price/arbitrage.ts';
import { exchangeQuotes } from './price/exchange-quotes.ts';
import type { MarketStats } from './price/market-stats.ts';
import { movers } from './price/movers.ts';
import type { PriceEngine } from './price/price-engine.ts';
import type { QuoteBoard } from './price/quote-board.ts';

export interface RouteParts {
  clock: Clock;
  cache: Cache;
  universe: Universe;
  engine: PriceEngine;
  board: QuoteBoard;
  stats: MarketStats;
  candles: CandleReader;
  fees: TakerFees;
  feeds(): FeedsView;
}

const CoinParams = Type.Object({ coin_id: CoinIdSchema });
const tag = 'market';

/** The market's routes, under `/api/market`. */
export function marketRoutes(fastify: FastifyInstance, parts: RouteParts): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const coinOf = (coinId: string): UniverseCoin => {
    const coin = parts.universe.coin(coinId);
    if (!coin) throw new TidemarkError('RESOURCE_NOT_FOUND', `Coin not found: ${coinId}`);
    return coin;
  };

  app.get(
    '/api/market/coins',
    {
      schema: routeSchema({
        summary: 'Coins that are followed',
        tag,
        data: Type.Array(CoinSchema),
      }),
    },
    (request) =>
      ok(
        request,
        parts.universe.coins.map((coin) => ({
          coin_id: coin.coinId,
          symbol: coin.symbol,
          name: coin.name,
          products: coin.listings.map(({ exchange, product }) => ({ exchange, product })),
        })),
      ),
  );

  app.get(
    '/api/market/prices',
    {
      schema: routeSchema({
        summary: 'Current prices of all coins, or of those named',
        tag,
        query: Type.Object({
          coins: Type.Optional(
            Type.String({ maxLength: 3000, description: 'coin ids, separated by commas' }),
          ),
        }),
        data: Type.Array(PriceSchema),
      }),
    },
    async (request) => {
      const named = (request.query.coins ?? '').split(',').filter((id) => id !== '');
      const coins = named.length > 0 ? [...new Set(named)].map(coinOf) : parts.universe.coins;
      const prices = await Promise.all(coins.map((coin) => priceOf(parts, coin)));
      return ok(
        request,
        prices.filter((price) => price !== null),
      );
    },
  );

  app.get(
    '/api/market/price/:coin_id',
    {
      schema: routeSchema({
        summary: 'Current price of a coin, with its sources',
        tag,
        params: CoinParams,
        data: PriceSchema,
      }),
    },
    async (request) => {
      const price = await priceOf(parts, coinOf(request.params.coin_id));
      if (!price) throw new TidemarkError('NOT_READY', 'No price of this coin has come in yet');
      return ok(request, price);
    },
  );

  app.get(
    '/api/market/candles/:coin_id',
    {
      schema: routeSchema({
        summary: 'Candles of a coin, oldest first',
        tag,
        params: CoinParams,
        query: Type.Object({
          interval: Type.Optional({ ...IntervalSchema, default: '1h' }),
          exchange: Type.Optional({ ...CandleExchangeSchema, default: 'consolidated' }),
          from: Type.Optional(
            Type.Integer({ minimum: 0, maximum: MAX_TIME, description: 'epoch ms, inclusive' }),
          ),
          to: Type.Optional(
            Type.Integer({ minimum: 0, maximum: MAX_TIME, description: 'epoch ms, exclusive' }),
          ),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 300 })),
        }),
        data: CandlesViewSchema,
      }),
    },
    async (request) => {
      const { interval = '1h', exchange = 'consolidated', limit = 300 } = request.query;
      const { from = 0, to = MAX_TIME } = request.query;
      if (from >= to) {
        throw new TidemarkError('INVALID_REQUEST', 'The range is empty', [
          { field: 'query.from', reason: 'must be before `to`' },
        ]);
      }
      const coin = coinOf(request.params.coin_id);
      return ok(request, await parts.candles.read(coin, exchange, interval, { from, to, limit }));
    },
  );

  app.get(
    '/api/market/movers',
    {
      schema: routeSchema({
        summary: 'Coins that rose and fell the most',
        tag,
        query: Type.Object({
          window: Type.Optional({ ...MoversViewSchema.properties.window, default: '24h' }),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 5 })),
        }),
        data: MoversViewSchema,
      }),
    },
    async (request) => {
      const { window = '24h', limit = 5 } = request.query;
      return ok(request, await movers(parts, window, limit));
    },
  );

  app.get(
    '/api/market/exchanges/:coin_id',
    {
      schema: routeSchema({
        summary: 'What each venue says of a coin now',
        tag,
        params: CoinParams,
        data: ExchangesViewSchema,
      }),
    },
    (request) => {
      const coin = coinOf(request.params.coin_id);
      const exchanges = exchangeQuotes(coin, parts.board, parts.clock.now());
      return ok(request, { coin_id: coin.coinId, exchanges });
    },
  );

  app.get(
    '/api/market/arbitrage',
    {
      schema: routeSchema({
        summary: 'Price differences between venues, net of taker fees; both quotes fresh',
        tag,
        data: Type.Array(ArbitrageSchema),
      }),
    },
    (request) =>
      ok(request, arbitrage(parts.universe.coins, parts.board, parts.fees, parts.clock.now())),
  );

  app.get(
    '/api/market/feeds',
    { schema: routeSchema({ summary: 'State of each venue’s feed', tag, data: FeedsViewSchema }) },
    (request) => ok(request, parts.feeds()),
  );
}

/** The last instant that a JavaScript date can name. */
const MAX_TIME = 8_640_000_000_000_000;

/** The shared price of the cache; where that is away or cold, this process's own. */
async function priceOf(parts: RouteParts, coin: UniverseCoin): Promise<Price | null> {
  const cached = await parts.cache.get<Price>(`price:${coin.coinId}`);
  return cached ?? parts.engine.latest(coin.coinId);
}
