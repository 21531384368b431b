import Type, { type Static } from 'typebox';
import { withProvenance } from './analytics.ts';
import { CoinIdSchema } from './coin.ts';
import { nullable, nullableNumber, nullableTime } from './nullable.ts';

// In these answers `samples` counts coins: those that the figures are made of. `missing` are the others.

const rank = (description: string) => nullable(Type.Integer(), `${description}; 1 is the highest`);

export const BreadthSchema = withProvenance(
  {
    averages: Type.Array(
      Type.Object(
        {
          period: Type.Integer({ description: 'days of the average' }),
          above: Type.Integer({ description: 'coins that close above it' }),
          known: Type.Integer({ description: 'coins that have an average' }),
          coins: Type.Integer({ description: 'coins looked at' }),
          share: nullableNumber('above by known, fraction'),
        },
        { title: 'AverageBreadth' },
      ),
    ),
  },
  { title: 'Breadth' },
);
export type BreadthView = Static<typeof BreadthSchema>;

export const RanksSchema = withProvenance(
  {
    coins: Type.Array(
      Type.Object(
        {
          coin_id: CoinIdSchema,
          volatility: nullableNumber('realized, of 30 daily returns, over a year, fraction'),
          volatility_rank: rank('by volatility'),
          volume: nullableNumber('traded that day, USD'),
          volume_rank: rank('by volume'),
          volume_to_mean: nullableNumber('the day’s volume by the mean of its 30 days'),
          volume_to_mean_rank: rank('by that'),
        },
        { title: 'CoinRank' },
      ),
    ),
  },
  { title: 'Ranks' },
);
export type RanksView = Static<typeof RanksSchema>;

const FearGreedDaySchema = Type.Object(
  {
    time: Type.Integer({ description: "the day's open, epoch ms" }),
    index: nullableNumber(
      '0 fear to 100 greed; null when less than half of the weight is known, `sentiment` not counted',
    ),
    label: nullable(Type.String()),
    components: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          measures: Type.String({ description: 'what it is, in words' }),
          value: nullableNumber('what was measured, in its own unit'),
          score: nullableNumber(
            'where that stands within its year, of `sentiment` on its own scale: 0 fear to 100 greed',
          ),
          weight: Type.Number({ description: 'of 100' }),
          share: Type.Number({ description: 'of 100, in this day’s index' }),
          absent: nullable(Type.String(), 'why there is no score, in words; null: there is one'),
        },
        { title: 'FearGreedComponent' },
      ),
    ),
  },
  { title: 'FearGreedDay' },
);

export const FearGreedSchema = withProvenance(
  {
    latest: nullable(FearGreedDaySchema),
    days: Type.Array(FearGreedDaySchema, { description: 'oldest first' }),
    news: Type.Object(
      {
        read_at: nullableTime('when sentiment last answered (null: not yet)'),
        age_seconds: nullable(Type.Integer(), 'how long ago that was, seconds'),
        absent: nullable(Type.String(), 'why the news do not count, in words; null: they may'),
      },
      { title: 'FearGreedNews', description: 'what the component `sentiment` rests on' },
    ),
  },
  { title: 'FearGreed' },
);
export type FearGreedView = Static<typeof FearGreedSchema>;

const RegimeNameSchema = Type.Union([
  Type.Enum(['bull-calm', 'bull-volatile', 'bear-calm', 'bear-volatile', 'range'], {
    title: 'Regime',
  }),
  Type.Null(),
]);

export const RegimesSchema = withProvenance(
  {
    coins: Type.Array(
      Type.Object(
        {
          coin_id: CoinIdSchema,
          regime: RegimeNameSchema,
          since: nullableTime('the day that it began to hold, at most 60 days back'),
          today: RegimeNameSchema,
          close: nullableNumber('USD'),
          average_50: nullableNumber('of 50 days, USD'),
          average_200: nullableNumber('of 200 days, USD'),
          slope_50: nullableNumber('change of the 50-day average over 20 days, fraction'),
          volatility: nullableNumber('realized, of 30 daily returns, over a year, fraction'),
          volatility_rank: nullableNumber('where that stands within its year, 0 to 1'),
        },
        { title: 'CoinRegime' },
      ),
    ),
  },
  { title: 'Regimes' },
);
export type RegimesView = Static<typeof RegimesSchema>;
