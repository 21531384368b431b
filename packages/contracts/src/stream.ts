import Type, { type Static } from 'typebox';
import { AlertFiringSchema } from './alert.ts';
import { CandleExchangeSchema, CandleUpdateSchema, IntervalSchema } from './candle.ts';
import { PortfolioUpdateSchema } from './portfolio.ts';
import { PriceTickSchema } from './price.ts';
import { SentimentUpdateSchema } from './sentiment.ts';
import { nullable } from './nullable.ts';

/** Coins that one WebSocket connection may ask for. */
export const MAX_STREAM_COINS = 50;

/** Close codes of ours beside RFC 6455's. */
export const CLOSE_CODES = {
  /** the request was refused; an `error` message came before */
  BAD_REQUEST: 4400,
  /** the reader was too slow for too long */
  TOO_SLOW: 4408,
  /** no sign of life for 90 s */
  IDLE: 4410,
  /** who opened it has signed out, or may no longer read it */
  SIGNED_OUT: 4401,
  /** RFC 6455: the server is going away; reconnect */
  GOING_AWAY: 1001,
} as const;

/** What a connection gets. */
export const StreamSubscriptionSchema = Type.Object({
  all: Type.Boolean({ description: 'true: every coin there is, and `coins` is empty' }),
  coins: Type.Array(Type.String(), { description: 'coins by their slugs, in no order' }),
  candles: nullable(IntervalSchema, 'interval of the candles that come along; null: none'),
  exchange: nullable(CandleExchangeSchema, 'whose candles they are; null: none'),
});
export type StreamSubscription = Static<typeof StreamSubscriptionSchema>;

const MomentSchema = Type.Object({
  timestamp: Type.String({ format: 'date-time', description: "the server's time, UTC" }),
});

export const StreamErrorSchema = Type.Object({
  code: Type.String({ description: 'one of docs/errors.md' }),
  message: Type.String(),
  details: Type.Optional(
    Type.Array(Type.Object({ field: Type.String(), reason: Type.String() }), {
      description: 'which parameter or field was refused, and why',
    }),
  ),
});
export type StreamError = Static<typeof StreamErrorSchema>;

/** What each kind of message of a server says in its `data`. */
export const STREAM_DATA = {
  price_update: PriceTickSchema,
  candle_update: CandleUpdateSchema,
  sentiment_update: SentimentUpdateSchema,
  portfolio_update: PortfolioUpdateSchema,
  alert_firing: AlertFiringSchema,
  subscribed: StreamSubscriptionSchema,
  unsubscribed: StreamSubscriptionSchema,
  snapshot_end: StreamSubscriptionSchema,
  pong: MomentSchema,
  heartbeat: MomentSchema,
  error: StreamErrorSchema,
} as const;
export type StreamMessageType = keyof typeof STREAM_DATA;

/** A message before it has its number on a connection. */
export type StreamContent = {
  [T in StreamMessageType]: { type: T; data: Static<(typeof STREAM_DATA)[T]> };
}[StreamMessageType];

/** A message as it is sent: `seq` counts those of a connection, from 1 without a hole. */
export type StreamMessage = StreamContent & { seq: number };

/** The schema of a whole message. */
export function streamMessageSchema(type: StreamMessageType) {
  return Type.Object({
    type: Type.Literal(type),
    seq: Type.Integer({
      minimum: 1,
      description: 'number of the message on this connection, from 1 without a hole',
    }),
    data: STREAM_DATA[type],
  });
}

/** Coins are found whatever their case; one that is not known is refused by its name, without the others. */
const NamedCoinsSchema = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
  minItems: 1,
  maxItems: 200,
  description: 'coins by their slugs',
});
const exactly = { additionalProperties: false };

/** What a client may say on a stream, by the `type` of the message. */
export const STREAM_REQUESTS = {
  subscribe: Type.Object({ type: Type.Literal('subscribe'), coins: NamedCoinsSchema }, exactly),
  unsubscribe: Type.Object({ type: Type.Literal('unsubscribe'), coins: NamedCoinsSchema }, exactly),
  ping: Type.Object({ type: Type.Literal('ping') }, exactly),
} as const;
export type StreamRequestType = keyof typeof STREAM_REQUESTS;
export type StreamRequest = {
  [T in StreamRequestType]: Static<(typeof STREAM_REQUESTS)[T]>;
}[StreamRequestType];
