import { DecimalStringSchema } from '@tidemark/contracts/trade';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { type FieldReasons, IdSchema, ProductSchema } from '../frame-fields.ts';

/**
 * `aggTrade` of spot. `M` means nothing any more, but spot alone sends it: a perpetual's frame names the
 * same symbol, has no `M`, and must not pass for spot.
 */
export const AggTradeSchema = Type.Object({
  s: ProductSchema,
  a: IdSchema,
  p: DecimalStringSchema,
  q: DecimalStringSchema,
  f: IdSchema,
  l: IdSchema,
  T: Type.Integer(),
  m: Type.Boolean(),
  M: Type.Boolean(),
});
export type AggTradeFrame = Static<typeof AggTradeSchema>;
export const aggTradeFrame = Compile(AggTradeSchema);
export const AGG_TRADE_REASONS: FieldReasons = {
  a: 'unsafe_id',
  f: 'unsafe_id',
  l: 'unsafe_id',
  p: 'bad_number',
  q: 'bad_number',
  T: 'bad_time',
};

/** `bookTicker` of spot: it has neither a type nor a time. A side without an order may be left out. */
export const BookTickerSchema = Type.Object({
  u: IdSchema,
  s: ProductSchema,
  b: Type.Optional(DecimalStringSchema),
  B: Type.Optional(DecimalStringSchema),
  a: Type.Optional(DecimalStringSchema),
  A: Type.Optional(DecimalStringSchema),
});
export const BOOK_TICKER_OPTIONAL = ['b', 'B', 'a', 'A'];
export type BookTickerFrame = Static<typeof BookTickerSchema>;
export const bookTickerFrame = Compile(BookTickerSchema);
export const BOOK_TICKER_REASONS: FieldReasons = {
  u: 'unsafe_id',
  b: 'bad_number',
  B: 'bad_number',
  a: 'bad_number',
  A: 'bad_number',
};

/** Event types that Binance sends and that are of no use here; futures' and options' are among them. */
export const IGNORED_EVENTS: ReadonlySet<string> = new Set([
  'trade', // its ids are another sequence than aggTrade's
  'kline',
  'depthUpdate',
  '24hrTicker',
  '24hrMiniTicker',
  '1hTicker',
  '4hTicker',
  '1dTicker',
  'avgPrice',
  'bookTicker', // the futures' form; spot's has no type
  'markPriceUpdate',
  'continuous_kline',
  'indexPriceUpdate',
  'forceOrder',
  'trade_all',
  'ticker_all',
  'listStatus',
  'balanceUpdate',
  'outboundAccountPosition',
  'executionReport',
]);
