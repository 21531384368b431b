import Type, { type Static } from 'typebox';
import { IntervalSchema } from './candle.ts';
import { ExchangeSchema } from './exchange.ts';
import { nullable } from './nullable.ts';

export const FeedStatusSchema = Type.Object(
  {
    exchange: ExchangeSchema,
    status: Type.Enum(['connecting', 'live', 'stalled', 'down'], { title: 'FeedState' }),
    connected_since: nullable(Type.String({ format: 'date-time' })),
    last_message_age_ms: nullable(Type.Integer()),
    clock_offset_ms: nullable(
      Type.Integer(),
      'how far our clock is ahead of the venue’s, corrected; null: not known yet',
    ),
    products: Type.Integer({ description: 'products subscribed' }),
    unlisted: Type.Array(Type.String(), { description: 'products the venue does not list' }),
    messages: Type.Integer(),
    trades: Type.Integer(),
    duplicates: Type.Integer(),
    reconnects: Type.Integer(),
    holes_open: Type.Integer({ description: 'runs of trade ids still missing' }),
    trades_repaired: Type.Integer(),
    refused: Type.Record(Type.String(), Type.Integer(), {
      description: 'frames refused or ignored, by reason',
    }),
    last_error: nullable(Type.String()),
  },
  { title: 'FeedStatus' },
);
export type FeedStatus = Static<typeof FeedStatusSchema>;

/** So many of the histories that are missing are named. */
export const MISSING_NAMED = 50;

export const MissingHistorySchema = Type.Object(
  {
    coin_id: Type.String(),
    exchange: ExchangeSchema,
    interval: IntervalSchema,
    from: Type.String({ format: 'date-time' }),
    to: Type.String({ format: 'date-time' }),
    reason: nullable(Type.String(), 'why it is not there; null: its turn has not come'),
    attempts: Type.Integer({ description: 'how often it was asked for in vain' }),
    next_attempt: nullable(
      Type.String({ format: 'date-time' }),
      'not asked for before then; null: as soon as its turn comes',
    ),
  },
  { title: 'MissingHistory' },
);
export type MissingHistory = Static<typeof MissingHistorySchema>;

export const HistoryViewSchema = Type.Object(
  {
    done: Type.Integer({ description: 'coin histories back-filled' }),
    total: Type.Integer(),
    failed: Type.Integer({ description: 'asked for in vain so far; each is asked for again' }),
    missing: Type.Array(MissingHistorySchema, {
      maxItems: MISSING_NAMED,
      description: 'histories and missed minutes that are not there yet',
    }),
    missing_total: Type.Integer({ description: 'how many there are, named or not' }),
  },
  { title: 'HistoryView' },
);
export type HistoryView = Static<typeof HistoryViewSchema>;

export const FeedsViewSchema = Type.Object(
  {
    market: Type.Enum(['live', 'simulated'], { title: 'MarketKind' }),
    history: HistoryViewSchema,
    feeds: Type.Array(FeedStatusSchema),
    replicas: Type.Optional(
      Type.Integer({ description: 'processes that read the venues and are counted in here' }),
    ),
  },
  { title: 'FeedsView' },
);
export type FeedsView = Static<typeof FeedsViewSchema>;
