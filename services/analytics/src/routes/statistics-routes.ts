import {
  CorrelationMatrixSchema,
  CorrelationOfSchema,
  CorrelationPeriodSchema,
  CorrelationSchema,
  RiskPeriodSchema,
  RiskSchema,
  severalOf,
  VolatilityPeriodSchema,
  VolatilitySchema,
} from '@tidemark/contracts/analytics';
import { AskedCoinSchema, CoinParamsSchema } from '@tidemark/contracts/coin';
import { coinListSchema, coinsOf } from '@tidemark/contracts/coin-list';
import { endpoint, ok } from '@tidemark/service/reply';
import Type from 'typebox';
import type { Answers } from '../answers/answers.ts';
import type { TypedApp } from '@tidemark/service/typed-app';
import { CoinsQuery, forEach, SEVERAL, tag } from './route-parts.ts';

/** A matrix is of two coins at least. */
const PAIRS = { ...SEVERAL, least: 2 };

const volatilityQuery = {
  period: Type.Optional({
    ...VolatilityPeriodSchema,
    default: '24h',
    description: 'how far back from now',
  }),
};
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
const riskQuery = {
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
};

/** How far prices move. */
export function volatilityRoutes(app: TypedApp, answers: Answers): void {
  app.get(
    '/api/analytics/volatility/:coin_id',
    endpoint({
      id: 'getVolatility',
      refuses: ['INSUFFICIENT_DATA'],
      access: 'public',
      summary: 'How far prices lay from their mean, and realized volatility',
      tag,
      params: CoinParamsSchema,
      query: Type.Object(volatilityQuery),
      data: VolatilitySchema,
    }),
    async (request) => {
      const { period = '24h' } = request.query;
      return ok(request, await answers.volatility(request.params.coin_id, period));
    },
  );
  app.get(
    '/api/analytics/volatility',
    endpoint({
      id: 'listVolatilities',
      access: 'public',
      summary: 'The volatility of several coins',
      tag,
      query: Type.Object({ coins: CoinsQuery, ...volatilityQuery }),
      data: severalOf(VolatilitySchema, 'Volatilities'),
    }),
    async (request) => {
      const { coins, period = '24h' } = request.query;
      return ok(
        request,
        await forEach(coinsOf(coins, SEVERAL), (coinId) => answers.volatility(coinId, period)),
      );
    },
  );
}

/** How coins move together. */
export function correlationRoutes(app: TypedApp, answers: Answers): void {
  app.get(
    '/api/analytics/correlation',
    endpoint({
      id: 'getCorrelation',
      refuses: ['INSUFFICIENT_DATA', 'RESOURCE_NOT_FOUND'],
      access: 'public',
      summary: 'Correlation of two coins, and the beta of the first to the second',
      tag,
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
      tag,
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
  matrixRoute(app, answers);
}

function matrixRoute(app: TypedApp, answers: Answers): void {
  app.get(
    '/api/analytics/correlation-matrix',
    endpoint({
      id: 'getCorrelationMatrix',
      refuses: ['INSUFFICIENT_DATA', 'RESOURCE_NOT_FOUND'],
      access: 'public',
      summary: 'Correlation of every pair of several coins',
      tag,
      query: Type.Object({ coins: coinListSchema(PAIRS), ...correlationQuery }),
      data: CorrelationMatrixSchema,
    }),
    async (request) => {
      const { coins, period = '30d', of = 'returns' } = request.query;
      return ok(request, await answers.correlationMatrix(coinsOf(coins, PAIRS), period, of));
    },
  );
}

/** What holding a coin has been like. */
export function riskRoutes(app: TypedApp, answers: Answers): void {
  app.get(
    '/api/analytics/risk/:coin_id',
    endpoint({
      id: 'getRisk',
      refuses: ['INSUFFICIENT_DATA'],
      access: 'public',
      summary: 'Drawdown, Sharpe, Sortino, Calmar, value at risk and beta, of daily closes',
      tag,
      params: CoinParamsSchema,
      query: Type.Object(riskQuery),
      data: RiskSchema,
    }),
    async (request) => {
      const { period = '1y', risk_free_rate = 0 } = request.query;
      return ok(request, await answers.risk(request.params.coin_id, period, risk_free_rate));
    },
  );
  app.get(
    '/api/analytics/risk',
    endpoint({
      id: 'listRisks',
      access: 'public',
      summary: 'The risk of several coins',
      tag,
      query: Type.Object({ coins: CoinsQuery, ...riskQuery }),
      data: severalOf(RiskSchema, 'Risks'),
    }),
    async (request) => {
      const { coins, period = '1y', risk_free_rate = 0 } = request.query;
      return ok(
        request,
        await forEach(coinsOf(coins, SEVERAL), (coinId) =>
          answers.risk(coinId, period, risk_free_rate),
        ),
      );
    },
  );
}
