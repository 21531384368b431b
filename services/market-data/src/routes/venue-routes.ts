import { CoinParamsSchema } from '@tidemark/contracts/coin';
import { ArbitrageSchema, ExchangesViewSchema } from '@tidemark/contracts/exchange';
import { FeedsViewSchema } from '@tidemark/contracts/feeds';
import { endpoint, ok } from '@tidemark/service/reply';
import Type from 'typebox';
import { arbitrage } from '../price/arbitrage.ts';
import { exchangeQuotes } from '../quotes/exchange-quotes.ts';
import type { TypedApp } from '@tidemark/service/typed-app';
import { coinOf, tag, type RouteParts } from './route-parts.ts';

/** What the venues say, and how their feeds are. */
export function venueRoutes(app: TypedApp, parts: RouteParts): void {
  app.get(
    '/api/market/exchanges/:coin_id',
    endpoint({
      id: 'listExchangeQuotes',
      access: 'public',
      summary: 'What each venue says of a coin now',
      tag,
      params: CoinParamsSchema,
      data: ExchangesViewSchema,
    }),
    (request) => {
      const coin = coinOf(parts, request.params.coin_id);
      const exchanges = exchangeQuotes(coin, parts.board, parts.clock.now());
      return ok(request, { coin_id: coin.coinId, exchanges });
    },
  );

  app.get(
    '/api/market/arbitrage',
    endpoint({
      id: 'listArbitrage',
      access: 'public',
      summary: 'Price differences between venues, net of taker fees; both quotes fresh',
      tag,
      data: Type.Array(ArbitrageSchema),
    }),
    (request) =>
      ok(request, arbitrage(parts.universe.coins, parts.board, parts.fees, parts.clock.now())),
  );

  app.get(
    '/api/market/feeds',
    endpoint({
      id: 'getFeeds',
      access: 'public',
      summary: 'State of each venue’s feed',
      tag,
      data: FeedsViewSchema,
    }),
    async (request) => ok(request, await parts.feeds()),
  );
}
