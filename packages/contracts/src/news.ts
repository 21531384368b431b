import Type, { type Static } from 'typebox';
import { CoinIdSchema } from './coin.ts';
import { nullable, nullableTime } from './nullable.ts';

export const SENTIMENT_LABELS = ['negative', 'neutral', 'positive'] as const;
export const SentimentLabelSchema = Type.Enum(SENTIMENT_LABELS, { title: 'SentimentLabel' });
export type SentimentLabel = Static<typeof SentimentLabelSchema>;

const probability = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });

/** What a model made of an article's headline. */
export const ArticleScoreSchema = Type.Object(
  {
    score: Type.Number({ minimum: -1, maximum: 1, description: 'positive less negative' }),
    negative: probability('calibrated probability'),
    neutral: probability('calibrated probability'),
    positive: probability('calibrated probability'),
    label: SentimentLabelSchema,
    words: Type.Array(
      Type.Object(
        {
          text: Type.String(),
          weight: Type.Number({
            description: 'how far it moved positive against negative, natural log of their odds',
          }),
        },
        { title: 'DecidingWord' },
      ),
      { description: 'the words that decided, the most first' },
    ),
    model: Type.String({ description: 'name and version' }),
  },
  { title: 'ArticleScore' },
);
export type ArticleScore = Static<typeof ArticleScoreSchema>;

export const ArticleSchema = Type.Object(
  {
    article_id: Type.Integer({ description: 'grows with each article that is taken' }),
    story_id: Type.Integer({ description: 'the same for all articles that tell the same' }),
    told_by: Type.Integer({ minimum: 1, description: 'articles that tell this story' }),
    title: Type.String(),
    summary: nullable(Type.String()),
    url: Type.String(),
    source_id: Type.String(),
    source: Type.String({ description: 'its name' }),
    authors: Type.Array(Type.String()),
    published_at: Type.Integer({ description: 'epoch ms; when it was fetched, where nobody says' }),
    updated_at: nullableTime('as its source says'),
    fetched_at: Type.Integer({ description: 'epoch ms' }),
    language: nullable(Type.String(), 'ISO 639-1; null: not known'),
    coins: Type.Array(CoinIdSchema, { description: 'that it is about' }),
    sentiment: nullable(
      ArticleScoreSchema,
      'null: not in the language of the model, which is English, and so not scored',
    ),
  },
  { title: 'Article' },
);
export type Article = Static<typeof ArticleSchema>;

export const SOURCE_KINDS = ['feed', 'newsapi', 'coindesk', 'reddit', 'x', 'simulated'] as const;
export const SourceKindSchema = Type.Enum(SOURCE_KINDS, { title: 'NewsSourceKind' });
export type SourceKind = Static<typeof SourceKindSchema>;

/** Where news come from, and how that goes. */
export const NewsSourceSchema = Type.Object(
  {
    source_id: Type.String(),
    kind: SourceKindSchema,
    name: Type.String(),
    url: Type.String(),
    language: nullable(Type.String(), 'ISO 639-1, of most of its articles'),
    weight: Type.Number({ description: 'of its stories against those of others' }),
    muted: Type.Boolean({ description: 'it is not read, and its articles do not count' }),
    cost: Type.String({ description: 'what reading it costs, and what it may be used for' }),
    interval_s: Type.Integer({ description: 'between two readings where nothing is wrong' }),
    status: Type.Enum(['ok', 'waiting', 'failing', 'muted', 'no_key'], {
      title: 'NewsSourceStatus',
    }),
    last_ok_at: nullableTime('when it was last read'),
    next_at: nullableTime('when it is read next; null: it is not'),
    failures: Type.Integer({ minimum: 0, description: 'in a row' }),
    error: nullable(Type.String(), 'why the last reading failed'),
    articles_24h: Type.Integer({ minimum: 0 }),
    refused: Type.Integer({ minimum: 0, description: 'items of the last reading' }),
    refused_why: nullable(Type.String(), 'of the first of these'),
  },
  { title: 'NewsSource' },
);
export type NewsSource = Static<typeof NewsSourceSchema>;

const SourceNameSchema = Type.String({ minLength: 1, maxLength: 80 });
const WeightSchema = Type.Number({
  minimum: 0,
  maximum: 5,
  description: 'of its stories against those of others; 1 is usual',
});

export const NewsSourceRequestSchema = Type.Object(
  {
    name: SourceNameSchema,
    url: Type.String({
      pattern: '^https?://[^/]',
      maxLength: 500,
      description: 'of an RSS or Atom feed',
    }),
    language: Type.Optional(Type.String({ pattern: '^[a-z]{2}$', description: 'ISO 639-1' })),
    weight: Type.Optional(WeightSchema),
  },
  { title: 'NewsSourceRequest' },
);
export type NewsSourceRequest = Static<typeof NewsSourceRequestSchema>;

export const NewsSourceChangeSchema = Type.Object(
  {
    name: Type.Optional(SourceNameSchema),
    weight: Type.Optional(WeightSchema),
    muted: Type.Optional(Type.Boolean()),
  },
  { title: 'NewsSourceChange' },
);
export type NewsSourceChange = Static<typeof NewsSourceChangeSchema>;

/** How far scoring all articles anew has come. */
export const RescoringSchema = Type.Object(
  {
    model: Type.String(),
    articles: Type.Integer({ minimum: 0, description: 'that are to be scored' }),
    scored: Type.Integer({ minimum: 0, description: 'of these, by this model' }),
    running: Type.Boolean(),
  },
  { title: 'Rescoring' },
);
export type Rescoring = Static<typeof RescoringSchema>;

/** What somebody says an article sounds like; kept for the next training. */
export const OpinionSchema = Type.Object({ label: SentimentLabelSchema }, { title: 'Opinion' });
export const OpinionViewSchema = Type.Object(
  { article_id: Type.Integer(), label: nullable(SentimentLabelSchema) },
  { title: 'OpinionView' },
);
