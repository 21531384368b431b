import Type, { type Static } from 'typebox';
import { CoinIdSchema } from './coin.ts';
import { nullable, nullableNumber } from './nullable.ts';

const share = (description: string) => Type.Number({ minimum: 0, maximum: 100, description });
const score = (description: string) => Type.Number({ minimum: -1, maximum: 1, description });

/** What the news of a coin sounds like; told whenever it changes. */
export const SentimentUpdateSchema = Type.Object(
  {
    coin_id: CoinIdSchema,
    score: score('-1 all bad, 0 neutral, 1 all good'),
    positive_pct: share('stories that sound good, percent of their weight'),
    negative_pct: share('stories that sound bad, percent of their weight'),
    neutral_pct: share('the others, percent of their weight'),
    articles: Type.Integer({ minimum: 0, description: 'how many articles it is made of' }),
    timestamp: Type.String({ format: 'date-time', description: 'when it was computed' }),
  },
  { title: 'SentimentUpdate' },
);
export type SentimentUpdate = Static<typeof SentimentUpdateSchema>;

/** Under which the news of all coins together, and of none, is counted. */
export const MARKET_NEWS = 'market';

/** What the news of a coin sounds like now, and what that rests on. Figures are null where there is no news. */
export const SentimentSchema = Type.Object(
  {
    coin_id: Type.String({
      description: 'slug of the coin, or `market` for all news together',
      examples: ['bitcoin'],
    }),
    score: nullable(score('-1 all bad, 0 neutral, 1 all good'), 'null: no news'),
    positive_pct: nullableNumber('stories that sound good, percent of their weight'),
    negative_pct: nullableNumber('stories that sound bad, percent of their weight'),
    neutral_pct: nullableNumber('the others, percent of their weight'),
    confidence: Type.Number({
      minimum: 0,
      maximum: 1,
      description: 'how far the number of independent stories lets one rely on it: 0 not at all',
    }),
    dispersion: nullableNumber('standard deviation of the stories’ scores; null: fewer than two'),
    stories: Type.Integer({ minimum: 0, description: 'different stories in the window' }),
    articles: Type.Integer({ minimum: 0, description: 'articles that tell them' }),
    sources: Type.Integer({ minimum: 0, description: 'sources of these' }),
    volume_24h: Type.Integer({ minimum: 0, description: 'stories of the last 24 hours' }),
    volume_usual: nullableNumber(
      'stories a day in the 14 days before; null: less than three days of news are kept',
    ),
    volume_surprise: nullableNumber(
      'volume_24h against volume_usual, in standard deviations of a Poisson count',
    ),
    change_1h: nullableNumber('of the score; null: it was not known then'),
    change_24h: nullableNumber('of the score; null: it was not known then'),
    window_hours: Type.Integer({ description: 'articles older than this do not count' }),
    half_life_hours: Type.Integer({ description: 'after which an article counts half' }),
    model: Type.String({ description: 'name and version of what scored the articles' }),
    simulated: Type.Boolean({ description: 'whether the news is made up' }),
    timestamp: Type.String({ format: 'date-time', description: 'when it was computed' }),
  },
  { title: 'Sentiment' },
);
export type Sentiment = Static<typeof SentimentSchema>;

export const SENTIMENT_PERIODS = ['24h', '7d', '30d', '90d'] as const;
export const SENTIMENT_STEPS = ['1h', '1d'] as const;

/** What the news of a coin sounded like at the end of an hour or a day. */
export const SentimentPointSchema = Type.Object(
  {
    time: Type.Integer({ description: 'when the hour or day began, epoch ms' }),
    score: score('as it stood last within it'),
    positive_pct: share('stories that sounded good, percent of their weight'),
    negative_pct: share('stories that sounded bad, percent of their weight'),
    neutral_pct: share('the others, percent of their weight'),
    stories: Type.Integer({ minimum: 0 }),
    confidence: Type.Number({ minimum: 0, maximum: 1 }),
  },
  { title: 'SentimentPoint' },
);
export type SentimentPoint = Static<typeof SentimentPointSchema>;

/** Hours and days of which nothing is kept are left out. */
export const SentimentTrendSchema = Type.Object(
  {
    coin_id: Type.String({ description: 'slug of the coin, or `market`' }),
    period: Type.Enum(SENTIMENT_PERIODS, { title: 'SentimentPeriod' }),
    interval: Type.Enum(SENTIMENT_STEPS, { title: 'SentimentStep' }),
    points: Type.Array(SentimentPointSchema, { description: 'oldest first' }),
  },
  { title: 'SentimentTrend' },
);
export type SentimentTrend = Static<typeof SentimentTrendSchema>;

/** How a coin's sentiment and its hourly returns went together, one of them `lag_hours` later than the other. */
export const LeadLagSchema = Type.Object(
  {
    coin_id: CoinIdSchema,
    samples: Type.Integer({ minimum: 0, description: 'hours of which both are known' }),
    lags: Type.Array(
      Type.Object(
        {
          lag_hours: Type.Integer({
            description: 'above 0: sentiment first, returns so much later; below 0: returns first',
          }),
          correlation: nullableNumber('of Pearson; null: fewer than 30 hours'),
          low: nullableNumber('lower end of its 95 % interval'),
          high: nullableNumber('upper end of its 95 % interval'),
          samples: Type.Integer({ minimum: 0 }),
        },
        { title: 'LeadLagStep' },
      ),
    ),
    verdict: Type.String({ description: 'what that comes to, in a sentence' }),
  },
  { title: 'LeadLag' },
);
export type LeadLag = Static<typeof LeadLagSchema>;

/** A coin that more is told of than usual. */
export const TrendingCoinSchema = Type.Object(
  {
    coin_id: CoinIdSchema,
    volume_24h: Type.Integer({ minimum: 0, description: 'stories of the last 24 hours' }),
    volume_usual: nullableNumber('stories a day in the 14 days before'),
    volume_surprise: nullableNumber('in standard deviations of a Poisson count'),
    score: nullableNumber('-1 to 1; null: no news'),
    headline: nullable(Type.String(), 'of the story that most articles tell'),
  },
  { title: 'TrendingCoin' },
);
export type TrendingCoin = Static<typeof TrendingCoinSchema>;
