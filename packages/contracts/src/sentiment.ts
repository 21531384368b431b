import Type, { type Static } from 'typebox';
import { CoinIdSchema } from './coin.ts';

const share = (description: string) => Type.Number({ minimum: 0, maximum: 100, description });

/** What the news of a coin sounds like; told whenever it changes. */
export const SentimentUpdateSchema = Type.Object(
  {
    coin_id: CoinIdSchema,
    score: Type.Number({
      minimum: -1,
      maximum: 1,
      description: '-1 all bad, 0 neutral, 1 all good',
    }),
    positive_pct: share('articles that sound good, percent'),
    negative_pct: share('articles that sound bad, percent'),
    neutral_pct: share('the others, percent'),
    articles: Type.Integer({ minimum: 0, description: 'how many articles it is made of' }),
    timestamp: Type.String({ format: 'date-time', description: 'when it was computed' }),
  },
  { title: 'SentimentUpdate' },
);
export type SentimentUpdate = Static<typeof SentimentUpdateSchema>;
