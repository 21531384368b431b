import Type, { type Static } from 'typebox';
import { CandleEventSchema } from './candle.ts';
import { CoinIdSchema } from './coin.ts';
import { PortfolioUpdateSchema } from './portfolio.ts';
import { PriceTickSchema } from './price.ts';
import { SentimentUpdateSchema } from './sentiment.ts';

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

export const StreamMessageSchema = Type.Union([
  Type.Object({ type: Type.Literal('price_update'), data: PriceTickSchema }),
  Type.Object({ type: Type.Literal('candle_update'), data: CandleEventSchema }),
  Type.Object({ type: Type.Literal('sentiment_update'), data: SentimentUpdateSchema }),
  Type.Object({ type: Type.Literal('portfolio_update'), data: PortfolioUpdateSchema }),
  Type.Object({
    type: Type.Literal('heartbeat'),
    data: Type.Object({ timestamp: Type.String({ format: 'date-time' }) }),
  }),
  Type.Object({
    type: Type.Literal('error'),
    data: Type.Object({ code: Type.String(), message: Type.String() }),
  }),
]);
export type StreamMessage = Static<typeof StreamMessageSchema>;

/** What a client may say on a stream. `ping` is answered with a heartbeat. */
export const StreamRequestSchema = Type.Union([
  Type.Object({
    type: Type.Literal('subscribe'),
    coins: Type.Array(CoinIdSchema, { minItems: 1 }),
  }),
  Type.Object({
    type: Type.Literal('unsubscribe'),
    coins: Type.Array(CoinIdSchema, { minItems: 1 }),
  }),
  Type.Object({ type: Type.Literal('ping') }),
]);
export type StreamRequest = Static<typeof StreamRequestSchema>;
