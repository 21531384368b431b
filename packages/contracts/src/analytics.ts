import Type, { type Static, type TProperties, type TSchema } from 'typebox';
import { IntervalSchema } from './candle.ts';
import { CoinIdSchema } from './coin.ts';
import { ErrorCodeSchema } from './envelope.ts';
import { ExchangeSchema } from './exchange.ts';
import { nullableNumber, nullableTime } from './nullable.ts';

/** Coins that one request may name. */
export const MAX_ANALYTICS_COINS = 50;

/** Where a figure comes from; every answer of analytics carries it. */
export const ProvenanceSchema = Type.Object(
  {
    interval: IntervalSchema,
    samples: Type.Integer({ minimum: 0, description: 'closed bars that the figure is made of' }),
    missing: Type.Integer({
      minimum: 0,
      description: 'bars that should be among them and are not; none is filled in',
    }),
    gaps: Type.Integer({
      minimum: 0,
      description: 'bars among them that are known to lack trades',
    }),
    lacking: Type.Array(
      Type.Object(
        {
          exchange: ExchangeSchema,
          bars: Type.Integer({ minimum: 1, description: 'made without it' }),
        },
        { title: 'LackingVenue' },
      ),
      {
        description: 'how many of them were made without a venue that was away',
      },
    ),
    last_bar_time: nullableTime('open of the newest closed bar; null: there is none'),
    formula: Type.String({ description: 'name of the formula in docs/analytics.md' }),
    simulated: Type.Boolean({ description: 'true: of the simulated market' }),
    stale: Type.Boolean({ description: 'true: newer bars should be there by now' }),
  },
  { title: 'Provenance' },
);
export type Provenance = Static<typeof ProvenanceSchema>;
/** An object with the fields of `ProvenanceSchema` after its own; the API's description tells them once. */
export const withProvenance = <P extends TProperties>(properties: P, named: { title: string }) =>
  Type.Object(
    { ...properties, ...ProvenanceSchema.properties },
    { ...named, 'x-includes': 'Provenance' },
  );

export const MOVING_AVERAGES = ['sma', 'ema', 'wma'] as const;
export const MovingAverageTypeSchema = Type.Enum(MOVING_AVERAGES, { title: 'MovingAverageType' });
export type MovingAverageType = (typeof MOVING_AVERAGES)[number];

export const SeriesPointSchema = Type.Object(
  {
    time: Type.Integer({ description: "the bar's open, epoch ms" }),
    value: nullableNumber('null while too few bars came before'),
  },
  { title: 'SeriesPoint' },
);
export type SeriesPoint = Static<typeof SeriesPointSchema>;

export const MovingAverageSchema = withProvenance(
  {
    coin_id: CoinIdSchema,
    type: MovingAverageTypeSchema,
    period: Type.Integer({ description: 'bars' }),
    latest: nullableNumber('USD, at the newest closed bar'),
    values: Type.Array(SeriesPointSchema, { description: 'USD, oldest first' }),
  },
  { title: 'MovingAverage' },
);
export type MovingAverage = Static<typeof MovingAverageSchema>;

/** Windows of volatility, and the interval of the bars that they are made of. */
export const VOLATILITY_PERIODS = { '24h': '15m', '7d': '1h', '30d': '1h' } as const;
export type VolatilityPeriod = keyof typeof VOLATILITY_PERIODS;
export const VolatilityPeriodSchema = Type.Enum(['24h', '7d', '30d'], {
  title: 'VolatilityPeriod',
});

export const VolatilitySchema = withProvenance(
  {
    coin_id: CoinIdSchema,
    period: VolatilityPeriodSchema,
    sma: nullableNumber('mean of the closes, USD'),
    volatility: nullableNumber('population deviation of the closes around their mean, USD'),
    volatility_pct: nullableNumber('the same in percent of the mean'),
    realized_annualized: nullableNumber(
      'sample deviation of the log returns, over a year of 365 days; a fraction: 0.5 is 50 %',
    ),
  },
  { title: 'Volatility' },
);
export type Volatility = Static<typeof VolatilitySchema>;

/** Windows of correlation and beta, and the interval of their bars. */
export const CORRELATION_PERIODS = { '24h': '15m', '7d': '1h', '30d': '1h', '90d': '1d' } as const;
export type CorrelationPeriod = keyof typeof CORRELATION_PERIODS;
export const CorrelationPeriodSchema = Type.Enum(['24h', '7d', '30d', '90d'], {
  title: 'CorrelationPeriod',
});
export const CorrelationOfSchema = Type.Enum(['returns', 'prices'], { title: 'CorrelationOf' });
export type CorrelationOf = Static<typeof CorrelationOfSchema>;

export const CorrelationSchema = withProvenance(
  {
    coin_1: CoinIdSchema,
    coin_2: CoinIdSchema,
    period: CorrelationPeriodSchema,
    of: CorrelationOfSchema,
    correlation: nullableNumber("Pearson's, −1 to 1; null where one of both does not move"),
    beta: nullableNumber('of the simple returns of coin_1 to those of coin_2; null for prices'),
  },
  { title: 'Correlation' },
);
export type Correlation = Static<typeof CorrelationSchema>;

export const CorrelationMatrixSchema = withProvenance(
  {
    coins: Type.Array(CoinIdSchema, { description: 'order of the rows and columns' }),
    period: CorrelationPeriodSchema,
    of: CorrelationOfSchema,
    matrix: Type.Array(Type.Array(nullableNumber("Pearson's, −1 to 1"))),
    pairs: Type.Array(Type.Array(Type.Integer({ description: 'samples of each pair' }))),
  },
  { title: 'CorrelationMatrix' },
);
export type CorrelationMatrix = Static<typeof CorrelationMatrixSchema>;

export const IndicatorSeriesSchema = Type.Object(
  {
    name: Type.String({ description: 'as in `names`, with every parameter: `rsi(14)`' }),
    title: Type.String(),
    formula: Type.String({ description: 'name of the formula in docs/analytics.md' }),
    parameters: Type.Record(Type.String(), Type.Number()),
    outputs: Type.Array(Type.String()),
    warm_up: Type.Integer({ description: 'bars until every output is there' }),
    latest: Type.Record(Type.String(), nullableNumber('by output')),
    values: Type.Array(
      Type.Array(nullableNumber('the outputs in their order'), {
        description: 'one entry for each of `times`',
      }),
    ),
  },
  { title: 'IndicatorSeries' },
);
export type IndicatorSeries = Static<typeof IndicatorSeriesSchema>;

export const IndicatorsSchema = withProvenance(
  {
    coin_id: CoinIdSchema,
    times: Type.Array(Type.Integer(), { description: "each bar's open, epoch ms, oldest first" }),
    indicators: Type.Array(IndicatorSeriesSchema),
  },
  { title: 'Indicators' },
);
export type Indicators = Static<typeof IndicatorsSchema>;

export const RISK_PERIODS = { '30d': 30, '90d': 90, '180d': 180, '1y': 365, '2y': 730 } as const;
export type RiskPeriod = keyof typeof RISK_PERIODS;
export const RiskPeriodSchema = Type.Enum(['30d', '90d', '180d', '1y', '2y'], {
  title: 'RiskPeriod',
});

const LossSchema = Type.Object(
  {
    p95: nullableNumber('at 95 %'),
    p99: nullableNumber('at 99 %'),
  },
  { title: 'Loss', description: 'of one day, as a positive fraction' },
);

export const RiskSchema = withProvenance(
  {
    coin_id: CoinIdSchema,
    period: RiskPeriodSchema,
    total_return: nullableNumber('fraction'),
    annualized_return: nullableNumber('fraction a year, compounded; null under 28 days'),
    realized_annualized: nullableNumber('deviation of the daily log returns over a year, fraction'),
    max_drawdown: Type.Object(
      {
        depth: nullableNumber('deepest fall from a peak, fraction: 0.3 is 30 % down'),
        peak_time: nullableTime('the peak before it'),
        trough_time: nullableTime('its lowest close'),
        recovered_time: nullableTime('when the peak was reached again; null: not yet'),
      },
      { title: 'Drawdown' },
    ),
    current_drawdown: nullableNumber('from the highest close of the period, fraction'),
    sharpe: nullableNumber('annualised'),
    sortino: nullableNumber('annualised'),
    calmar: nullableNumber('annualised return by maximum drawdown'),
    value_at_risk: Type.Object(
      { historical: LossSchema, normal: LossSchema },
      {
        title: 'ValueAtRisk',
        description: 'loss of one day as a positive fraction, by history and by a normal fit',
      },
    ),
    expected_shortfall: LossSchema,
    beta_to_bitcoin: nullableNumber('of daily simple returns'),
    correlation_to_bitcoin: nullableNumber('of daily log returns'),
    risk_free_rate: Type.Number({ description: 'a year, fraction, as asked for' }),
  },
  { title: 'Risk' },
);
export type Risk = Static<typeof RiskSchema>;

/** A coin of a request for several that could not be answered, and why. */
export const LeftOutSchema = Type.Object(
  {
    coin_id: Type.String(),
    code: ErrorCodeSchema,
    message: Type.String(),
  },
  { title: 'LeftOut' },
);
export type LeftOut = Static<typeof LeftOutSchema>;

/** One metric computed at a day's end, as it was stored. */
export const DailyMetricsSchema = Type.Object(
  {
    day: Type.String({ format: 'date', description: 'UTC' }),
    close: Type.Number(),
    samples: Type.Integer({ description: 'daily bars that were known then' }),
    metrics: Type.Record(Type.String(), nullableNumber('by name')),
    computed_at: Type.String({ format: 'date-time' }),
  },
  { title: 'DailyMetrics' },
);
export type DailyMetrics = Static<typeof DailyMetricsSchema>;

/** The bus message: what the standard indicators say of a bar that closed. A later one replaces an earlier. */
export const AnalyticsUpdateSchema = Type.Object(
  {
    coin_id: CoinIdSchema,
    interval: IntervalSchema,
    time: Type.Integer({ description: "the bar's open, epoch ms" }),
    close: Type.Number({ description: 'USD' }),
    samples: Type.Integer({ description: 'bars that the values are made of' }),
    values: Type.Record(Type.String(), nullableNumber('by indicator and output: `rsi(14)`')),
    simulated: Type.Boolean(),
  },
  { title: 'AnalyticsUpdate' },
);
export type AnalyticsUpdate = Static<typeof AnalyticsUpdateSchema>;

/** Answers for several coins; one that is refused costs the others nothing. */
export const severalOf = <S extends TSchema>(answer: S, title: string) =>
  Type.Object(
    {
      results: Type.Array(answer),
      left_out: Type.Array(LeftOutSchema),
    },
    { title },
  );
