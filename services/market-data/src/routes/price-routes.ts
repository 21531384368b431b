import { CoinParamsSchema, CoinSchema } from '@tidemark/contracts/coin';
import { coinListSchema, coinsOf } from '@tidemark/contracts/coin-list';
import { TidemarkError } from '@tidemark/contracts/errors';
import {
  MoversViewSchema,
  MoversWindowSchema,
  PriceSchema,
  type Price,
} from '@tidemark/contracts/price';
import { endpoint, ok } from '@tidemark/service/reply';
import Type from 'typebox';
import type { UniverseCoin } from '../coins/universe.ts';
import { movers } from '../price/movers.ts';
import type { TypedApp } from '@tidemark/service/typed-app';
import { coinOf, tag, viewOf, type RouteParts } from './route-parts.ts';

/** The coins that are followed. */
export function coinRoutes(app: TypedApp, parts: RouteParts): void {
  app.get(
    '/api/market/coins',
    endpoint({
      id: 'listCoins',
      access: 'public',
      summary: 'Coins that are followed',
      tag,
      data: Type.Array(CoinSchema),
    }),
    (request) => ok(request, parts.universe.coins.map(viewOf)),
  );
}

/** Coins that one request may name. */
const NAMED = { least: 1, most: 50 };

/** Current prices. */
export function priceRoutes(app: TypedApp, parts: RouteParts): void {
  app.get(
    '/api/market/prices',
    endpoint({
      id: 'listPrices',
      access: 'public',
      summary: 'Prices of all coins, or of those named, without those that have none yet',
      tag,
      refuses: ['RESOURCE_NOT_FOUND'],
      query: Type.Object({
        coins: Type.Optional({
          ...coinListSchema(NAMED),
          description: `coins by their slugs, separated by commas, at most ${NAMED.most}; left out: all`,
        }),
      }),
      data: Type.Array(PriceSchema),
    }),
    async (request) => {
      const { coins: list } = request.query;
      const coins =
        list === undefined
          ? parts.universe.coins
          : coinsOf(list, NAMED).map((id) => coinOf(parts, id));
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
      id: 'getPrice',
      access: 'public',
      summary: 'Current price of a coin, with its sources',
      tag,
      params: CoinParamsSchema,
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
      id: 'listMovers',
      access: 'public',
      summary: 'Coins that rose and fell the most',
      tag,
      query: Type.Object({
        window: Type.Optional({
          ...MoversWindowSchema,
          default: '24h',
          description: 'how far back the change is measured from now',
        }),
        limit: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: 50,
            default: 5,
            description: 'most gainers, and most losers, the largest change first',
          }),
        ),
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
