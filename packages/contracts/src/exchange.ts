import Type, { type Static } from 'typebox';
import { IntervalSchema } from './candle.ts';

/** The venues that are read. */
export const EXCHANGES = ['binance', 'coinbase'] as const;
export const ExchangeSchema = Type.Enum(EXCHANGES);
export type Exchange = (typeof EXCHANGES)[number];

export const ExchangeQuoteSchema = Type.Object({
  exchange: ExchangeSchema,
  product: Type.String(),
  quote_currency: Type.String({ description: 'what the venue quotes in: USD or USDT' }),
  usd_rate: Type.Union([Type.Number(), Type.Null()], {
    description: 'USD per unit of quote_currency that was applied; null: no live rate',
  }),
  last: Type.Union([Type.Number(), Type.Null()], { description: 'last trade, USD' }),
  bid: Type.Union([Type.Number(), Type.Null()], { description: 'best bid, USD' }),
  ask: Type.Union([Type.Number(), Type.Null()], { description: 'best ask, USD' }),
  spread_pct: Type.Union([Type.Number(), Type.Null()], {
    description: '(ask - bid) / mid, in percent',
  }),
  age_ms: Type.Union([Type.Integer(), Type.Null()], {
    description: 'since the last trade or quote; null: none yet',
  }),
});
export type ExchangeQuote = Static<typeof ExchangeQuoteSchema>;

export const ExchangesViewSchema = Type.Object({
  coin_id: Type.String(),
  exchanges: Type.Array(ExchangeQuoteSchema),
});
export type ExchangesView = Static<typeof ExchangesViewSchema>;

export const ArbitrageSchema = Type.Object({
  coin_id: Type.String(),
  buy_exchange: ExchangeSchema,
  sell_exchange: ExchangeSchema,
  buy_price: Type.Number({ description: 'best ask where one buys, USD' }),
  sell_price: Type.Number({ description: 'best bid where one sells, USD' }),
  gross_pct: Type.Number({ description: '(sell - buy) / buy, percent, before fees' }),
  fees_pct: Type.Number({ description: 'taker fees of both legs, percent of the bought value' }),
  net_pct: Type.Number({ description: 'what is left after both taker fees, percent' }),
  max_age_ms: Type.Integer({ description: 'age of the older of the two quotes' }),
});
export type Arbitrage = Static<typeof ArbitrageSchema>;

export const FeedStatusSchema = Type.Object({
  exchange: ExchangeSchema,
  status: Type.Union([
    Type.Literal('connecting'),
    Type.Literal('live'),
    Type.Literal('stalled'),
    Type.Literal('down'),
  ]),
  connected_since: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  last_message_age_ms: Type.Union([Type.Integer(), Type.Null()]),
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
  last_error: Type.Union([Type.String(), Type.Null()]),
});
export type FeedStatus = Static<typeof FeedStatusSchema>;

/** So many of the histories that are missing are named. */
export const MISSING_NAMED = 50;

export const MissingHistorySchema = Type.Object({
  coin_id: Type.String(),
  exchange: ExchangeSchema,
  interval: IntervalSchema,
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time' }),
  reason: Type.Union([Type.String(), Type.Null()], {
    description: 'why it is not there; null: its turn has not come',
  }),
  attempts: Type.Integer({ description: 'how often it was asked for in vain' }),
  next_attempt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
    description: 'not before then is it asked for; null: as soon as its turn comes',
  }),
});
export type MissingHistory = Static<typeof MissingHistorySchema>;

export const HistoryViewSchema = Type.Object({
  done: Type.Integer({ description: 'coin histories back-filled' }),
  total: Type.Integer(),
  failed: Type.Integer({ description: 'asked for in vain so far; each is asked for again' }),
  missing: Type.Array(MissingHistorySchema, {
    maxItems: MISSING_NAMED,
    description: 'what is not there: histories, and minutes that were missed and not mended yet',
  }),
  missing_total: Type.Integer({ description: 'how many there are, named or not' }),
});
export type HistoryView = Static<typeof HistoryViewSchema>;

export const FeedsViewSchema = Type.Object({
  market: Type.Union([Type.Literal('live'), Type.Literal('simulated')]),
  history: HistoryViewSchema,
  feeds: Type.Array(FeedStatusSchema),
  replicas: Type.Optional(
    Type.Integer({ description: 'processes that read the venues and are counted in here' }),
  ),
});
export type FeedsView = Static<typeof FeedsViewSchema>;
