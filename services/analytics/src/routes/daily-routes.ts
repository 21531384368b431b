import { DailyMetricsSchema } from '@tidemark/contracts/analytics';
import { CoinIdSchema } from '@tidemark/contracts/coin';
import { TidemarkError } from '@tidemark/contracts/errors';
import { endpoint, ok } from '@tidemark/service/reply';
import Type from 'typebox';
import type { DailyStore } from '../daily/daily-store.ts';
import type { CoinList } from '../market/coin-list.ts';
import { MAX_TIME } from '../market/market-reader.ts';
import type { TypedApp } from '@tidemark/service/typed-app';
import { CoinParams, tag } from './route-parts.ts';

const TimeQuery = (what: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: MAX_TIME, description: `epoch ms, ${what}` }));

/** What was computed and stored at the end of each day. */
export function dailyRoutes(
  app: TypedApp,
  { store, coins }: { store: DailyStore; coins: CoinList },
): void {
  app.get(
    '/api/analytics/daily/:coin_id',
    endpoint({
      access: 'public',
      summary: 'Metrics as they were stored at the end of each day, oldest first',
      tag,
      params: CoinParams,
      query: Type.Object({
        from: TimeQuery('inclusive'),
        to: TimeQuery('exclusive'),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 90 })),
      }),
      data: Type.Object({ coin_id: CoinIdSchema, days: Type.Array(DailyMetricsSchema) }),
    }),
    async (request) => {
      const { coin_id } = request.params;
      const { from = 0, to = MAX_TIME, limit = 90 } = request.query;
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
