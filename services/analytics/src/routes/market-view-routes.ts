import {
  BreadthSchema,
  FearGreedSchema,
  RanksSchema,
  RegimesSchema,
} from '@tidemark/contracts/market-views';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { MarketAnswers } from '../market-views/market-answers.ts';

const shared = { access: 'public', refuses: ['INSUFFICIENT_DATA'], tag: 'analytics' } as const;

/** The market as a whole. */
export function marketViewRoutes(app: TypedApp, market: MarketAnswers): void {
  app.get(
    '/api/analytics/breadth',
    endpoint({
      id: 'getBreadth',
      ...shared,
      summary: 'The share of coins above their 20 and 50 day averages',
      data: BreadthSchema,
    }),
    async (request) => ok(request, await market.breadth()),
  );
  app.get(
    '/api/analytics/ranks',
    endpoint({
      id: 'getRanks',
      ...shared,
      summary: 'Coins by volatility and by volume',
      data: RanksSchema,
    }),
    async (request) => ok(request, await market.ranks()),
  );
}

/** What the market is in, and what each coin is. */
export function moodRoutes(app: TypedApp, market: MarketAnswers): void {
  app.get(
    '/api/analytics/fear-greed',
    endpoint({
      id: 'getFearGreed',
      ...shared,
      summary: 'An index of fear and greed, with what it is made of',
      query: Type.Object({
        days: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: 365,
            default: 30,
            description: 'newest days, oldest first',
          }),
        ),
      }),
      data: FearGreedSchema,
    }),
    async (request) => ok(request, await market.fearGreed(request.query.days ?? 30)),
  );
  app.get(
    '/api/analytics/regimes',
    endpoint({
      id: 'getRegimes',
      ...shared,
      summary: 'Which market each coin is in, and the numbers that decide it',
      data: RegimesSchema,
    }),
    async (request) => ok(request, await market.regimes()),
  );
}
