import Type, { type Static } from 'typebox';
import { ASKED_COIN } from './coin.ts';
import { nullable, nullableNumber, nullableTime } from './nullable.ts';
import { moneyOrNull } from './portfolio-value.ts';

/** Which days of a portfolio. */
export const DaysQuerySchema = Type.Object({
  from: Type.Optional(
    Type.String({
      format: 'date',
      description: 'first day, UTC; left out: that of the first transaction',
    }),
  ),
  to: Type.Optional(Type.String({ format: 'date', description: 'last day, UTC; left out: today' })),
});

const PointSchema = Type.Object(
  {
    day: Type.String({ format: 'date', description: 'UTC; the last one is not over yet' }),
    value: moneyOrNull('at the close of the day'),
    put_in: moneyOrNull('from outside, since the first transaction'),
    taken_out: moneyOrNull('the same'),
    time_weighted_percent: nullableNumber('since the first transaction'),
    bitcoin: moneyOrNull('had the same flows bought and sold bitcoin'),
    cash: moneyOrNull('had the same flows stayed money'),
    equal_weight: moneyOrNull(
      'had the same flows bought the coins held that day in equal parts; money while there were none',
    ),
  },
  { title: 'HistoryPoint' },
);
export const HistorySchema = Type.Object(
  {
    portfolio_id: Type.String({ format: 'uuid' }),
    currency: Type.String(),
    points: Type.Array(PointSchema, { description: 'one a day, oldest first, no day left out' }),
    gaps: Type.Array(
      Type.Object(
        { asset: Type.String(), from: Type.String(), to: Type.String() },
        { title: 'PriceGap', description: 'days without a price of what was held' },
      ),
      { description: 'at most 100' },
    ),
    history: Type.Object(
      { assets: Type.Integer(), ready: Type.Integer() },
      { title: 'PriceProgress', description: 'coins whose past prices are needed, and there' },
    ),
  },
  { title: 'PortfolioHistory' },
);
export type PortfolioHistory = Static<typeof HistorySchema>;

export const PortfolioRiskSchema = Type.Object(
  {
    portfolio_id: Type.String({ format: 'uuid' }),
    days: Type.Integer({ description: 'daily returns that it was computed from' }),
    volatility_percent: nullableNumber('of a year'),
    max_drawdown_percent: nullableNumber('zero or below'),
    drawdown_from: nullableTime('its peak'),
    drawdown_to: nullableTime('its trough'),
    value_at_risk_percent: nullableNumber('loss of a day, historical, 95 %; below zero: a gain'),
    correlation_with_bitcoin: nullableNumber('Pearson, of daily returns'),
  },
  { title: 'PortfolioRisk' },
);
export type PortfolioRisk = Static<typeof PortfolioRiskSchema>;

/** What each asset gained between two days; all of them are what the portfolio gained. */
export const ContributionSchema = Type.Object(
  {
    asset: Type.String(),
    gained: moneyOrNull('value at the end − at the start − what came + what went'),
    percent: nullableNumber('of what was there before the first day, and came since'),
  },
  { title: 'Contribution' },
);
export type Contribution = Static<typeof ContributionSchema>;

const targetsSchema = (suffix: '' | 'Request') =>
  Type.Object(
    {
      targets: Type.Array(
        Type.Object(
          {
            asset: Type.String({ minLength: 1, maxLength: 64, pattern: '^\\S+$' }),
            percent: Type.Number({ minimum: 0, maximum: 100 }),
          },
          { title: `Target${suffix}` },
        ),
        { maxItems: 100, description: 'at most 100 % together; empty: none' },
      ),
    },
    { title: `Targets${suffix}` },
  );
/** Shares that a person wants, percent; what is not named is wanted not at all. */
export const TargetsSchema = targetsSchema('');
export const TargetsRequestSchema = targetsSchema('Request');
export type Targets = Static<typeof TargetsSchema>;

const manualPriceSchema = (title: string) =>
  Type.Object(
    {
      day: Type.String({ format: 'date', description: 'UTC' }),
      price: Type.String({ pattern: '^\\d+(\\.\\d+)?$', maxLength: 200 }),
    },
    { title },
  );

/** How an asset gets its price where the market does not know it by its name. */
export const AssetSettingSchema = Type.Object(
  {
    asset: Type.String(),
    coin_id: nullable(Type.String(), 'null: priced by hand, or not at all'),
    is_mapped: Type.Boolean({ description: 'somebody said which coin it is; else its name did' }),
    prices: Type.Array(manualPriceSchema('ManualPrice'), {
      description: 'given by hand, in the base currency; each holds until the next',
    }),
  },
  { title: 'AssetSetting' },
);
export type AssetSetting = Static<typeof AssetSettingSchema>;

/** What is to be said of an asset, in the place of all that was. */
export const AssetSettingRequestSchema = Type.Object(
  {
    coin_id: nullable(Type.String({ pattern: ASKED_COIN }), 'null: no coin; of `is_mapped` alone'),
    is_mapped: Type.Boolean({ description: 'false: its name says which coin it is' }),
    prices: Type.Array(manualPriceSchema('ManualPriceRequest'), { maxItems: 1_000 }),
  },
  {
    title: 'AssetSettingRequest',
    examples: [{ coin_id: null, is_mapped: true, prices: [{ day: '2026-01-01', price: '12.50' }] }],
  },
);
export type AssetSettingRequest = Static<typeof AssetSettingRequestSchema>;
