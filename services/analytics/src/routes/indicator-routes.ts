import {
  IndicatorsSchema,
  MovingAverageSchema,
  MovingAverageTypeSchema,
} from '@tidemark/contracts/analytics';
import { IntervalSchema } from '@tidemark/contracts/candle';
import { TidemarkError } from '@tidemark/contracts/errors';
import { CallFault, parseCalls, type IndicatorCall } from '@tidemark/indicators/indicator-call';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { Answers } from '../answers/answers.ts';
import { perCoinRoutes } from './per-coin.ts';

const limit = Type.Optional(
  Type.Integer({
    minimum: 1,
    maximum: 1000,
    default: 300,
    description: 'newest bars, oldest first',
  }),
);
const interval = Type.Optional({ ...IntervalSchema, default: '1h' });

/** Moving averages, and indicators by name. */
export function indicatorRoutes(app: TypedApp, answers: Answers): void {
  averageRoutes(app, answers);
  namedRoutes(app, answers);
}

function averageRoutes(app: TypedApp, answers: Answers): void {
  perCoinRoutes(app, {
    path: '/api/analytics/moving-average',
    one: {
      id: 'getMovingAverage',
      summary: 'A moving average of the closes, at each of the newest bars',
    },
    several: {
      id: 'listMovingAverages',
      summary: 'The moving averages of several coins',
      title: 'MovingAverages',
    },
    query: {
      type: Type.Optional({
        ...MovingAverageTypeSchema,
        default: 'sma',
        description: 'how bars are weighted',
      }),
      period: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 500, default: 20, description: 'bars' }),
      ),
      interval,
      limit,
    },
    data: MovingAverageSchema,
    ask: (coinId, { type = 'sma', period = 20, interval = '1h', limit = 300 }) =>
      answers.movingAverage(coinId, interval, { type, period, limit }),
  });
}

function namedRoutes(app: TypedApp, answers: Answers): void {
  perCoinRoutes(app, {
    path: '/api/analytics/indicators',
    one: { id: 'getIndicators', summary: 'Indicators by name, at each of the newest bars' },
    several: {
      id: 'listIndicators',
      summary: 'The indicators of several coins',
      title: 'SeveralIndicators',
    },
    query: {
      names: Type.Optional(
        Type.String({
          minLength: 1,
          maxLength: 500,
          default: 'rsi,macd',
          description: 'such as `rsi,macd(12,26,9),sma(50)`',
        }),
      ),
      interval,
      limit,
    },
    data: IndicatorsSchema,
    ask: (coinId, { names = 'rsi,macd', interval = '1h', limit = 300 }) =>
      answers.indicators(coinId, interval, callsOf(names), limit),
  });
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
