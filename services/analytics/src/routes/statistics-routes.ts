import {
  CorrelationMatrixSchema,
  CorrelationOfSchema,
  CorrelationPeriodSchema,
  CorrelationSchema,
  RiskPeriodSchema,
  RiskSchema,
  VolatilityPeriodSchema,
  VolatilitySchema,
} from '@tidemark/contracts/analytics';
import { AskedCoinSchema } from '@tidemark/contracts/coin';
import { coinListSchema, coinsOf } from '@tidemark/contracts/coin-list';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { Answers } from '../answers/answers.ts';
import { perCoinRoutes, SEVERAL } from './per-coin.ts';

/** A matrix is of two coins at least. */
const PAIRS = { ...SEVERAL, least: 2 };

const correlationQuery = {
  period: Type.Optional({
    ...CorrelationPeriodSchema,
    default: '30d',
    description: 'how far back from now',
  }),
  of: Type.Optional({
    ...CorrelationOfSchema,
    default: 'returns',
    description: 'log returns from bar to bar, or the prices themselves',
  }),
};

/** How far prices move, and how coins move together, and what holding one has been like. */
export function statisticsRoutes(app: TypedApp, answers: Answers): void {
  volatilityRoutes(app, answers);
  correlationRoutes(app, answers);
  matrixRoute(app, answers);
  riskRoutes(app, answers);
}

function volatilityRoutes(app: TypedApp, answers: Answers): void {
  perCoinRoutes(app, {
    path: '/api/analytics/volatility',
    one: {
      id: 'getVolatility',
      summary: 'How far prices lay from their mean, and realized volatility',
    },
    several: {
      id: 'listVolatilities',
      summary: 'The volatility of several coins',
      title: 'Volatilities',
    },
    query: {
      period: Type.Optional({
        ...VolatilityPeriodSchema,
        default: '24h',
        description: 'how far back from now',
      }),
    },
    data: VolatilitySchema,
    ask: (coinId, { period = '24h' }) => answers.volatility(coinId, period),
  });
}

function correlationRoutes(app: TypedApp, answers: Answers): void {
  app.get(
    '/api/analytics/correlation',
    endpoint({
      id: 'getCorrelation',
      refuses: ['INSUFFICIENT_DATA', 'RESOURCE_NOT_FOUND'],
      access: 'public',
      summary: 'Correlation of two coins, and the beta of the first to the second',
      tag: 'analytics',
      query: Type.Object({ coin_1: AskedCoinSchema, coin_2: AskedCoinSchema, ...correlationQuery }),
      data: CorrelationSchema,
    }),
    async (request) => {
      const { coin_1, coin_2, period = '30d', of = 'returns' } = request.query;
      return ok(request, await answers.correlation(coin_1, coin_2, period, of));
    },
  );
  app.get(
    '/api/analytics/correlation/:coin_1/:coin_2',
    endpoint({
      id: 'getCorrelationOfPair',
      answers: 'Correlation of two coins',
      refuses: ['INSUFFICIENT_DATA'],
      access: 'public',
      summary: 'The same, with the coins in the path',
      tag: 'analytics',
      params: Type.Object({ coin_1: AskedCoinSchema, coin_2: AskedCoinSchema }),
      query: Type.Object(correlationQuery),
      data: CorrelationSchema,
    }),
    async (request) => {
      const { coin_1, coin_2 } = request.params;
      const { period = '30d', of = 'returns' } = request.query;
      return ok(request, await answers.correlation(coin_1, coin_2, period, of));
    },
  );
}

function matrixRoute(app: TypedApp, answers: Answers): void {
  app.get(
    '/api/analytics/correlation-matrix',
    endpoint({
      id: 'getCorrelationMatrix',
      refuses: ['INSUFFICIENT_DATA', 'RESOURCE_NOT_FOUND'],
      access: 'public',
      summary: 'Correlation of every pair of several coins',
      tag: 'analytics',
      query: Type.Object({ coins: coinListSchema(PAIRS), ...correlationQuery }),
      data: CorrelationMatrixSchema,
    }),
    async (request) => {
      const { coins, period = '30d', of = 'returns' } = request.query;
      return ok(request, await answers.correlationMatrix(coinsOf(coins, PAIRS), period, of));
    },
  );
}

function riskRoutes(app: TypedApp, answers: Answers): void {
  perCoinRoutes(app, {
    path: '/api/analytics/risk',
    one: {
      id: 'getRisk',
      summary: 'Drawdown, Sharpe, Sortino, Calmar, value at risk and beta, of daily closes',
    },
    several: { id: 'listRisks', summary: 'The risk of several coins', title: 'Risks' },
    query: {
      period: Type.Optional({
        ...RiskPeriodSchema,
        default: '1y',
        description: 'how far back from now',
      }),
      risk_free_rate: Type.Optional(
        Type.Number({
          minimum: -0.1,
          maximum: 1,
          default: 0,
          description: 'a year, as a fraction: 0.04 is 4 %',
        }),
      ),
    },
    data: RiskSchema,
    ask: (coinId, { period = '1y', risk_free_rate: rate = 0 }) =>
      answers.risk(coinId, period, rate),
  });
}
