import {
  IndicatorsSchema,
  MovingAverageSchema,
  MovingAverageTypeSchema,
  severalOf,
} from '@tidemark/contracts/analytics';
import { CoinParamsSchema } from '@tidemark/contracts/coin';
import { IntervalSchema } from '@tidemark/contracts/candle';
import { TidemarkError } from '@tidemark/contracts/errors';
import { CallFault, parseCalls, type IndicatorCall } from '@tidemark/indicators/indicator-call';
import { coinsOf } from '@tidemark/contracts/coin-list';
import { endpoint, ok } from '@tidemark/service/reply';
import Type, { type Static } from 'typebox';
import type { Answers } from '../answers/answers.ts';
import type { TypedApp } from '@tidemark/service/typed-app';
import { CoinsQuery, forEach, LimitQuery, SEVERAL, tag } from './route-parts.ts';

const averageQuery = {
  type: Type.Optional({
    ...MovingAverageTypeSchema,
    default: 'sma',
    description: 'how bars are weighted',
  }),
  period: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 500, default: 20, description: 'bars' }),
  ),
  interval: Type.Optional({ ...IntervalSchema, default: '1h' }),
  limit: LimitQuery,
};
const indicatorQuery = {
  names: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 500,
      default: 'rsi,macd',
      description: 'such as `rsi,macd(12,26,9),sma(50)`',
    }),
  ),
  interval: Type.Optional({ ...IntervalSchema, default: '1h' }),
  limit: LimitQuery,
};
const AverageQuery = Type.Object(averageQuery);
const IndicatorQuery = Type.Object(indicatorQuery);

/** Moving averages. */
export function averageRoutes(app: TypedApp, answers: Answers): void {
  app.get(
    '/api/analytics/moving-average/:coin_id',
    endpoint({
      id: 'getMovingAverage',
      refuses: ['INSUFFICIENT_DATA'],
      access: 'public',
      summary: 'A moving average of the closes, at each of the newest bars',
      tag,
      params: CoinParamsSchema,
      query: AverageQuery,
      data: MovingAverageSchema,
    }),
    async (request) => ok(request, await averageOf(answers, request.params.coin_id, request.query)),
  );
  app.get(
    '/api/analytics/moving-average',
    endpoint({
      id: 'listMovingAverages',
      access: 'public',
      summary: 'The moving averages of several coins',
      tag,
      query: Type.Object({ coins: CoinsQuery, ...averageQuery }),
      data: severalOf(MovingAverageSchema, 'MovingAverages'),
    }),
    async ({ id, query }) =>
      ok(
        { id },
        await forEach(coinsOf(query.coins, SEVERAL), (coinId) => averageOf(answers, coinId, query)),
      ),
  );
}

/** Indicators by name. */
export function indicatorRoutes(app: TypedApp, answers: Answers): void {
  app.get(
    '/api/analytics/indicators/:coin_id',
    endpoint({
      id: 'getIndicators',
      refuses: ['INSUFFICIENT_DATA'],
      access: 'public',
      summary: 'Indicators by name, at each of the newest bars',
      tag,
      params: CoinParamsSchema,
      query: IndicatorQuery,
      data: IndicatorsSchema,
    }),
    async (request) =>
      ok(request, await indicatorsOf(answers, request.params.coin_id, request.query)),
  );
  app.get(
    '/api/analytics/indicators',
    endpoint({
      id: 'listIndicators',
      access: 'public',
      summary: 'The indicators of several coins',
      tag,
      query: Type.Object({ coins: CoinsQuery, ...indicatorQuery }),
      data: severalOf(IndicatorsSchema, 'SeveralIndicators'),
    }),
    async ({ id, query }) =>
      ok(
        { id },
        await forEach(coinsOf(query.coins, SEVERAL), (coinId) =>
          indicatorsOf(answers, coinId, query),
        ),
      ),
  );
}

function averageOf(answers: Answers, coinId: string, query: Static<typeof AverageQuery>) {
  const { type = 'sma', period = 20, interval = '1h', limit = 300 } = query;
  return answers.movingAverage(coinId, interval, { type, period, limit });
}

function indicatorsOf(answers: Answers, coinId: string, query: Static<typeof IndicatorQuery>) {
  const { names = 'rsi,macd', interval = '1h', limit = 300 } = query;
  return answers.indicators(coinId, interval, callsOf(names), limit);
}

/** @throws TidemarkError INVALID_REQUEST saying what is wrong with the names */
function callsOf(names: string): readonly IndicatorCall[] {
  try {
    return parseCalls(names);
  } catch (error) {
    if (!(error instanceof CallFault)) throw error;
    throw new TidemarkError('INVALID_REQUEST', error.message, [
      { field: 'query.names', reason: error.reason },
    ]);
  }
}
