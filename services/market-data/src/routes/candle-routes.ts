import {
  CandleExchangeSchema,
  CandlesViewSchema,
  IntervalSchema,
} from '@tidemark/contracts/candle';
import { TidemarkError } from '@tidemark/contracts/errors';
import { endpoint, ok } from '@tidemark/service/reply';
import Type from 'typebox';
import type { TypedApp } from '@tidemark/service/typed-app';
import { MAX_TIME } from '../store/candle-store.ts';
import { coinOf, CoinParams, tag, type RouteParts } from './route-parts.ts';

/** Candles. */
export function candleRoutes(app: TypedApp, parts: RouteParts): void {
  app.get(
    '/api/market/candles/:coin_id',
    endpoint({
      access: 'public',
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
    async (request) => {
      const { interval = '1h', exchange = 'consolidated', limit = 300 } = request.query;
      const { from = 0, to = MAX_TIME } = request.query;
      if (from >= to) {
        throw new TidemarkError('INVALID_REQUEST', 'The range is empty', [
          { field: 'query.from', reason: 'must be before `to`' },
        ]);
      }
      const coin = coinOf(parts, request.params.coin_id);
      return ok(request, await parts.candles.read(coin, exchange, interval, { from, to, limit }));
    },
  );
}
