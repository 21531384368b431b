import type { Clock } from '@tidemark/clock/clock';
import {
  CORRELATION_PERIODS,
  VOLATILITY_PERIODS,
  type Correlation,
  type CorrelationMatrix,
  type CorrelationOf,
  type CorrelationPeriod,
  type Indicators,
  type MovingAverage,
  type Provenance,
  type Risk,
  type RiskPeriod,
  type Volatility,
  type VolatilityPeriod,
} from '@tidemark/contracts/analytics';
import type { Interval } from '@tidemark/contracts/candle';
import type { IndicatorCall } from '@tidemark/indicators/indicator-call';
import { matrixQuestion, matrixView } from '../figures/matrix.ts';
import { isStale, type Origin } from '../figures/provenance.ts';
import type { HeavyWork } from '../heavy/heavy-work.ts';
import type { AnswerCache } from '../kept/answer-cache.ts';
import type { CoinList } from '../market/coin-list.ts';
import type { ClosedSeries } from '../series/closed-series.ts';
import type { SeriesShelf } from '../series/series-shelf.ts';
import { correlationOver } from './correlation.ts';
import { indicatorsOf, movingAverage, type MovingAverageQuery } from './indicators.ts';
import { BENCHMARK, riskOver } from './risk.ts';
import { volatilityOver } from './volatility.ts';

interface Parts {
  coins: CoinList;
  shelf: SeriesShelf;
  cache: AnswerCache;
  heavy: HeavyWork;
  /** Hears of every coin that was asked for. */
  asked?: (coinId: string) => void;
  clock: Clock;
  simulated: boolean;
}

/**
 * What can be asked of analytics: finds the series, has what it does not remember worked out, and says how old it is.
 * Every method throws TidemarkError RESOURCE_NOT_FOUND for a coin that is not followed, INSUFFICIENT_DATA where there is
 * too little history for any figure, and UPSTREAM_UNAVAILABLE or NOT_READY while market-data gives no answer.
 */
export class Answers {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async movingAverage(
    coinId: string,
    interval: Interval,
    query: MovingAverageQuery,
  ): Promise<MovingAverage> {
    const { type, period, limit } = query;
    const series = await this.#series(coinId, interval);
    return this.#of('moving-average', `${type}-${period}-${interval}-${limit}`, [series], () =>
      movingAverage(series, query),
    );
  }

  async volatility(coinId: string, period: VolatilityPeriod): Promise<Volatility> {
    const series = await this.#series(coinId, VOLATILITY_PERIODS[period]);
    return this.#of('volatility', period, [series], () => volatilityOver(series, period));
  }

  async indicators(
    coinId: string,
    interval: Interval,
    calls: readonly IndicatorCall[],
    limit: number,
  ): Promise<Indicators> {
    const names = calls.map(({ text }) => text).join('+');
    const series = await this.#series(coinId, interval);
    return this.#of('indicators', `${names}-${interval}-${limit}`, [series], () =>
      indicatorsOf(series, calls, limit),
    );
  }

  async risk(coinId: string, period: RiskPeriod, riskFreeRate: number): Promise<Risk> {
    const series = await this.#series(coinId, '1d');
    const benchmark = await this.#parts.shelf.get(BENCHMARK, '1d').catch(() => null);
    const fingerprint = `${series.fingerprint}+${benchmark?.fingerprint ?? ''}`;
    const name = { metric: 'risk', coin: coinId, period: `${period}-${riskFreeRate}` };
    return this.#answer({ ...name, interval: '1d', fingerprint }, () =>
      riskOver(series, benchmark, period, riskFreeRate),
    );
  }

  async correlation(
    coin1: string,
    coin2: string,
    period: CorrelationPeriod,
    of: CorrelationOf,
  ): Promise<Correlation> {
    const interval = CORRELATION_PERIODS[period];
    const first = await this.#series(coin1, interval);
    const second = await this.#series(coin2, interval);
    return this.#of('correlation', `${period}-${of}`, [first, second], () =>
      correlationOver(first, second, period, of),
    );
  }

  /** Coins stay in the order they were asked for. */
  async correlationMatrix(
    coinIds: readonly string[],
    period: CorrelationPeriod,
    of: CorrelationOf,
  ): Promise<CorrelationMatrix> {
    const interval = CORRELATION_PERIODS[period];
    const series = await Promise.all(coinIds.map((coinId) => this.#series(coinId, interval)));
    return this.#of('correlation-matrix', `${period}-${of}`, series, async () => {
      const question = matrixQuestion(series, period, of);
      return matrixView(series, period, of, await this.#parts.heavy.correlationMatrix(question));
    });
  }

  /** Works out what is usually asked of a coin, so that it is in the cache. */
  async usual(coinId: string): Promise<void> {
    const average = { period: 20, limit: 300 };
    const tasks = [
      () => this.movingAverage(coinId, '1h', { ...average, type: 'sma' }),
      () => this.movingAverage(coinId, '1h', { ...average, type: 'ema' }),
      () => this.volatility(coinId, '24h'),
      () => this.volatility(coinId, '7d'),
      () => this.volatility(coinId, '30d'),
      () => this.correlation(coinId, BENCHMARK, '30d', 'returns'),
      () => this.risk(coinId, '1y', 0),
    ];
    for (const task of tasks) await task().catch(() => undefined);
  }

  async #series(coinId: string, interval: Interval): Promise<ClosedSeries> {
    const { coins, shelf, asked } = this.#parts;
    await coins.need(coinId);
    asked?.(coinId);
    return shelf.get(coinId, interval);
  }

  /** An answer that is made of series of one interval, all of them. */
  #of<A extends Origin>(
    metric: string,
    period: string,
    series: readonly ClosedSeries[],
    make: () => A | Promise<A>,
  ): Promise<A & Provenance> {
    const coin = series.map(({ coinId }) => coinId).join('+');
    const fingerprint = series.map((one) => one.fingerprint).join('+');
    const interval = series[0]?.interval ?? '1d';
    return this.#answer({ metric, coin, period, interval, fingerprint }, make);
  }

  async #answer<A extends Origin>(
    name: Parameters<AnswerCache['answer']>[0],
    make: () => A | Promise<A>,
  ): Promise<A & Provenance> {
    const { cache, clock, simulated } = this.#parts;
    const answer = await cache.answer(name, make);
    return { ...answer, simulated, stale: isStale(answer, clock.now()) };
  }
}
