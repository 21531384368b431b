import { DailyMetricsSchema } from '@tidemark/contracts/analytics';
import { CoinIdSchema, CoinParamsSchema } from '@tidemark/contracts/coin';
import { TidemarkError } from '@tidemark/contracts/errors';
import { askedTimeSchema, LATEST_MS } from '@tidemark/contracts/time';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { DailyStore } from '../daily/daily-store.ts';
import type { CoinList } from '../market/coin-list.ts';

/** What was computed and stored at the end of each day. */
export function dailyRoutes(
  app: TypedApp,
  { store, coins }: { store: DailyStore; coins: CoinList },
): void {
  app.get(
    '/api/analytics/daily/:coin_id',
    endpoint({
      id: 'listDailyMetrics',
      access: 'public',
      summary: 'Metrics as they were stored at the end of each day, oldest first',
      tag: 'analytics',
      params: CoinParamsSchema,
      query: Type.Object({
        from: Type.Optional(askedTimeSchema('days that begin at or after this')),
        to: Type.Optional(askedTimeSchema('days that begin before this')),
        limit: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: 1000,
            default: 90,
            description: 'most days, the newest of the range; they are given oldest first',
          }),
        ),
      }),
      data: Type.Object(
        { coin_id: CoinIdSchema, days: Type.Array(DailyMetricsSchema) },
        { title: 'DailyMetricsView' },
      ),
    }),
    async (request) => {
      const { coin_id } = request.params;
      const { from = 0, to = LATEST_MS, limit = 90 } = request.query;
      if (from >= to) {
        throw new TidemarkError('INVALID_REQUEST', 'The range is empty', [
          { field: 'query.from', reason: 'must be before `to`' },
        ]);
      }
      await coins.need(coin_id);
      return ok(request, { coin_id, days: await store.read(coin_id, { from, to, limit }) });
    },
  );
}
