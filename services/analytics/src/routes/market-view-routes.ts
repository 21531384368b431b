import Type from 'typebox';
import {
  BreadthSchema,
  FearGreedSchema,
  RanksSchema,
  RegimesSchema,
} from '@tidemark/contracts/market-views';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import type { MarketAnswers } from '../market-views/market-answers.ts';

/** The market as a whole. */
export function marketViewRoutes(app: TypedApp, market: MarketAnswers): void {
  app.get(
    '/api/analytics/breadth',
    endpoint({
      id: 'getBreadth',
      refuses: ['INSUFFICIENT_DATA'],
      access: 'public',
      summary: 'The share of coins above their 20 and 50 day averages',
      tag: 'analytics',
      data: BreadthSchema,
    }),
    async (request) => ok(request, await market.breadth()),
  );
  app.get(
    '/api/analytics/ranks',
    endpoint({
      id: 'getRanks',
      refuses: ['INSUFFICIENT_DATA'],
      access: 'public',
      summary: 'Coins by volatility and by volume',
      tag: 'analytics',
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
      refuses: ['INSUFFICIENT_DATA'],
      access: 'public',
      summary: 'An index of fear and greed, with what it is made of',
      tag: 'analytics',
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
      refuses: ['INSUFFICIENT_DATA'],
      access: 'public',
      summary: 'Which market each coin is in, and the numbers that decide it',
      tag: 'analytics',
      data: RegimesSchema,
    }),
    async (request) => ok(request, await market.regimes()),
  );
}
