import { AskedCoinSchema, CoinParamsSchema } from '@tidemark/contracts/coin';
import { coinListSchema, coinsOf } from '@tidemark/contracts/coin-list';
import { TidemarkError } from '@tidemark/contracts/errors';
import {
  LeadLagSchema,
  SENTIMENT_PERIODS,
  SENTIMENT_STEPS,
  SentimentSchema,
  SentimentTrendSchema,
  TrendingCoinSchema,
} from '@tidemark/contracts/sentiment';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import { trendingCoins } from '../answers/trending.ts';
import type { SentimentParts } from '../assemble.ts';
import { mustKnow } from './known-coin.ts';

const tag = 'sentiment';
const PATH = '/api/sentiment';
const SEVERAL = { least: 1, most: 30 };

/** What the news of coins comes to. */
export function sentimentRoutes(app: TypedApp, parts: SentimentParts): void {
  compareRoute(app, parts);
  trendingRoute(app, parts);
  nowRoute(app, parts);
  trendRoutes(app, parts);
  leadLagRoute(app, parts);
}

function nowRoute(app: TypedApp, { board }: SentimentParts): void {
  app.get(
    `${PATH}/:coin_id`,
    endpoint({
      id: 'getSentiment',
      access: 'public',
      summary: 'What the news of a coin sounds like now, and what that rests on',
      tag,
      params: CoinParamsSchema,
      data: SentimentSchema,
    }),
    async (request) => {
      const { coin_id } = request.params;
      mustKnow(coin_id);
      return ok(request, board.get(coin_id));
    },
  );
}

function compareRoute(app: TypedApp, { board }: SentimentParts): void {
  app.get(
    `${PATH}/compare`,
    endpoint({
      id: 'compareSentiment',
      access: 'public',
      summary: 'What the news of several coins sounds like now',
      answers: 'In the order in which they were named',
      refuses: ['RESOURCE_NOT_FOUND'],
      tag,
      query: Type.Object({ coins: coinListSchema(SEVERAL) }),
      data: Type.Array(SentimentSchema),
    }),
    async (request) => {
      const coins = coinsOf(request.query.coins, SEVERAL);
      coins.forEach(mustKnow);
      return ok(
        request,
        coins.map((coin) => board.get(coin)),
      );
    },
  );
}

function trendingRoute(app: TypedApp, { board, db, clock }: SentimentParts): void {
  app.get(
    `${PATH}/trending`,
    endpoint({
      id: 'listTrendingCoins',
      access: 'public',
      summary: 'Coins that more is told of than usual',
      answers: 'The most surprising first',
      tag,
      query: Type.Object({
        limit: Type.Optional(
          Type.Integer({ minimum: 1, maximum: 50, default: 10, description: 'most coins' }),
        ),
      }),
      data: Type.Array(TrendingCoinSchema),
    }),
    async (request) => {
      const { limit = 10 } = request.query;
      return ok(request, await trendingCoins(db, board.all(), limit, clock.now()));
    },
  );
}

const TREND_QUERY = Type.Object({
  period: Type.Optional(Type.Enum(SENTIMENT_PERIODS, { default: '7d', description: 'up to now' })),
  interval: Type.Optional(
    Type.Enum(SENTIMENT_STEPS, {
      description: 'of the points; an hour by default, a day where the period is 30d or 90d',
    }),
  ),
});

/** Under both of its paths. */
function trendRoutes(app: TypedApp, { trends }: SentimentParts): void {
  const described = {
    access: 'public',
    summary: 'What the news of a coin sounded like, hour by hour or day by day, the oldest first',
    answers: 'The last of each hour or day; those of which nothing is kept are left out',
    tag,
    params: CoinParamsSchema,
    query: TREND_QUERY,
    data: SentimentTrendSchema,
  } as const;
  for (const [id, path] of [
    ['getSentimentTrend', `${PATH}/:coin_id/trend`],
    ['getTrendOfSentiment', `${PATH}/trend/:coin_id`],
  ] as const) {
    app.get(path, endpoint({ id, ...described }), async (request) => {
      const { coin_id } = request.params;
      mustKnow(coin_id);
      const { period = '7d' } = request.query;
      const isLong = period === '30d' || period === '90d';
      const { interval = isLong ? '1d' : '1h' } = request.query;
      return ok(request, await trends.trend(coin_id, period, interval));
    });
  }
}

function leadLagRoute(app: TypedApp, { trends }: SentimentParts): void {
  app.get(
    `${PATH}/:coin_id/lead-lag`,
    endpoint({
      id: 'getSentimentLeadLag',
      access: 'public',
      summary:
        'Whether the news of a coin and its hourly returns go together, and which comes first',
      answers: 'Correlations at eleven lags, each with its 95 % interval',
      tag,
      params: Type.Object({ coin_id: AskedCoinSchema }),
      data: LeadLagSchema,
    }),
    async (request) => {
      const { coin_id } = request.params;
      mustKnow(coin_id);
      if (coin_id === 'market') {
        throw new TidemarkError('RESOURCE_NOT_FOUND', 'The market as a whole has no price here.');
      }
      return ok(request, await trends.leadLag(coin_id));
    },
  );
}
