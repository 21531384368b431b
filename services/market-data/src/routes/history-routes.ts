import { AskedCoinSchema } from '@tidemark/contracts/coin';
import { coinListSchema, coinsOf } from '@tidemark/contracts/coin-list';
import { HistoryReachSchema, type HistoryReach } from '@tidemark/contracts/history-reach';
import { askedTimeSchema } from '@tidemark/contracts/time';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import { barTime } from '../book/bar.ts';
import type { UniverseCoin } from '../coins/universe.ts';
import { reachOf } from '../history/deep-reach.ts';
import { coinOf, tag, type RouteParts } from './route-parts.ts';

const NAMED = { least: 1, most: 50 };
/** Nothing was traded for money before. */
const EARLIEST = Date.UTC(2010, 0, 1);

const BodySchema = Type.Object({
  coins: Type.Array(
    Type.Object({
      coin_id: AskedCoinSchema,
      from: askedTimeSchema('since when daily candles are wanted; not before 2010'),
    }),
    { minItems: 1, maxItems: 100 },
  ),
});

/** How far back daily candles go, and asking for more of them. */
export function historyRoutes(app: TypedApp, parts: RouteParts): void {
  app.post(
    '/api/market/history',
    endpoint({
      id: 'wantHistory',
      access: 'service',
      summary: 'Has daily candles of coins brought in since a time, and tells how far they go',
      tag,
      refuses: ['RESOURCE_NOT_FOUND'],
      body: BodySchema,
      data: Type.Array(HistoryReachSchema),
    }),
    async (request) => {
      const since = new Map<string, number>();
      for (const { coin_id, from } of request.body.coins) {
        const { coinId } = coinOf(parts, coin_id);
        const day = barTime(Math.max(from, EARLIEST), '1d');
        since.set(coinId, Math.min(day, since.get(coinId) ?? Infinity));
      }
      await parts.deepHistory.want(since);
      const coins = [...since.keys()].map((coinId) => coinOf(parts, coinId));
      return ok(request, await reaches(parts, coins));
    },
  );

  app.get(
    '/api/market/history',
    endpoint({
      id: 'getHistoryReach',
      access: 'user or service',
      summary: 'How far back daily candles of coins go',
      tag,
      refuses: ['RESOURCE_NOT_FOUND'],
      query: Type.Object({ coin_ids: coinListSchema(NAMED) }),
      data: Type.Array(HistoryReachSchema),
    }),
    async (request) => {
      const ids = coinsOf(request.query.coin_ids, NAMED, 'query.coin_ids');
      const coins = ids.map((id) => coinOf(parts, id));
      return ok(request, await reaches(parts, coins));
    },
  );
}

async function reaches(
  { deepHistory, universe }: RouteParts,
  coins: readonly UniverseCoin[],
): Promise<HistoryReach[]> {
  const wanted = await deepHistory.wanted();
  const there = await deepHistory.reaches();
  const listings = universe.listings.filter((listing) => deepHistory.mayList(listing));
  return coins.map((coin) => reachOf(coin, wanted, there, listings));
}
