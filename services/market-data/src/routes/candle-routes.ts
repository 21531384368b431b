import { CandlesViewSchema, INTERVAL_MS } from '@tidemark/contracts/candle';
import { CoinParamsSchema } from '@tidemark/contracts/coin';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import { CandlesQuery, pageOf, rangeOf } from './candle-pages.ts';
import { coinOf, tag, type RouteParts } from './route-parts.ts';
import { isKept, isSettled, notModified } from './settled.ts';

/** Candles. */
export function candleRoutes(app: TypedApp, parts: RouteParts): void {
  app.get(
    '/api/market/candles/:coin_id',
    endpoint({
      id: 'listCandles',
      access: 'public',
      summary: 'Candles of a coin, oldest first',
      tag,
      keeps: true,
      params: CoinParamsSchema,
      query: CandlesQuery,
      data: CandlesViewSchema,
    }),
    async (request, reply) => {
      const { interval = '1h', exchange = 'consolidated' } = request.query;
      const coin = coinOf(parts, request.params.coin_id);
      const range = rangeOf(request.query);
      const { candles, ...rest } = await parts.candles.read(coin, exchange, interval, range);
      const { page, next } = pageOf(candles, range);
      const view = { ...rest, candles: page };
      const settled = isSettled(page, INTERVAL_MS[interval], next === null ? range.to : null);
      if (settled && isKept(request, reply, view)) return notModified(reply);
      return ok(request, view, range.end === 'oldest' ? { next_cursor: next } : {});
    },
  );
}
