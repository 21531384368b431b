import { CoinSchema } from '@tidemark/contracts/coin';
import { TidemarkError } from '@tidemark/contracts/errors';
import { MoversViewSchema, PriceSchema, type Price } from '@tidemark/contracts/price';
import { endpoint, ok } from '@tidemark/service/reply';
import Type from 'typebox';
import type { UniverseCoin } from '../coins/universe.ts';
import { movers } from '../price/movers.ts';
import type { TypedApp } from '@tidemark/service/typed-app';
import { coinOf, CoinParams, tag, type RouteParts } from './route-parts.ts';

/** The coins that are followed. */
export function coinRoutes(app: TypedApp, parts: RouteParts): void {
  app.get(
    '/api/market/coins',
    endpoint({
      access: 'public',
      summary: 'Coins that are followed',
      tag,
      data: Type.Array(CoinSchema),
    }),
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
}

/** Current prices. */
export function priceRoutes(app: TypedApp, parts: RouteParts): void {
  app.get(
    '/api/market/prices',
    endpoint({
      access: 'public',
      summary: 'Current prices of all coins, or of those named',
      tag,
      query: Type.Object({
        coins: Type.Optional(
          Type.String({ maxLength: 3000, description: 'coin ids, separated by commas' }),
        ),
      }),
      data: Type.Array(PriceSchema),
    }),
    async (request) => {
      const named = (request.query.coins ?? '').split(',').filter((id) => id !== '');
      const coins =
        named.length > 0
          ? [...new Set(named)].map((id) => coinOf(parts, id))
          : parts.universe.coins;
      const prices = await Promise.all(coins.map((coin) => priceOf(parts, coin)));
      return ok(
        request,
        prices.filter((price) => price !== null),
      );
    },
  );

  app.get(
    '/api/market/price/:coin_id',
    endpoint({
      access: 'public',
      summary: 'Current price of a coin, with its sources',
      tag,
      params: CoinParams,
      data: PriceSchema,
    }),
    async (request) => {
      const price = await priceOf(parts, coinOf(parts, request.params.coin_id));
      if (!price) throw new TidemarkError('NOT_READY', 'No price of this coin has come in yet');
      return ok(request, price);
    },
  );
}

/** Coins that rose and fell. */
export function moverRoutes(app: TypedApp, parts: RouteParts): void {
  app.get(
    '/api/market/movers',
    endpoint({
      access: 'public',
      summary: 'Coins that rose and fell the most',
      tag,
      query: Type.Object({
        window: Type.Optional({ ...MoversViewSchema.properties.window, default: '24h' }),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 5 })),
      }),
      data: MoversViewSchema,
    }),
    async (request) => {
      const { window = '24h', limit = 5 } = request.query;
      return ok(request, await movers(parts, window, limit));
    },
  );
}

/** The shared price of the cache; where that is away or cold, this process's own. */
async function priceOf(parts: RouteParts, coin: UniverseCoin): Promise<Price | null> {
  const cached = await parts.cache.get<Price>(`price:${coin.coinId}`);
  return cached ?? parts.engine.latest(coin.coinId);
}
