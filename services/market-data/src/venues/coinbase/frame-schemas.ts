import { DecimalStringSchema } from '@tidemark/contracts/trade';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { type FieldReasons, IdSchema, ProductSchema } from '../frame-fields.ts';

const SideSchema = Type.Union([Type.Literal('buy'), Type.Literal('sell')]);

/** `match` and `last_match`; `side` is the maker's. */
export const MatchSchema = Type.Object({
  trade_id: IdSchema,
  product_id: ProductSchema,
  price: DecimalStringSchema,
  size: DecimalStringSchema,
  side: SideSchema,
  time: Type.String(),
});
export type MatchFrame = Static<typeof MatchSchema>;
export const matchFrame = Compile(MatchSchema);

/** What is read of a `ticker`; a book without an order on one side leaves that side's price out. */
export const TickerSchema = Type.Object({
  product_id: ProductSchema,
  best_bid: Type.Optional(DecimalStringSchema),
  best_ask: Type.Optional(DecimalStringSchema),
  trade_id: Type.Optional(IdSchema),
  time: Type.Optional(Type.String()),
});
export const TICKER_OPTIONAL = ['best_bid', 'best_ask', 'trade_id', 'time'];
export type TickerFrame = Static<typeof TickerSchema>;
export const tickerFrame = Compile(TickerSchema);

/** `heartbeat`, one a second and product; one that never traded has no last trade. */
export const HeartbeatSchema = Type.Object({
  product_id: ProductSchema,
  last_trade_id: Type.Optional(IdSchema),
  time: Type.Optional(Type.String()),
});
export const HEARTBEAT_OPTIONAL = ['last_trade_id', 'time'];
export const heartbeatFrame = Compile(HeartbeatSchema);

export const FIELD_REASONS: FieldReasons = {
  trade_id: 'unsafe_id',
  last_trade_id: 'unsafe_id',
  price: 'bad_number',
  size: 'bad_number',
  best_bid: 'bad_number',
  best_ask: 'bad_number',
  time: 'bad_time',
};

/** Types that Coinbase sends on channels that are not read here. */
export const IGNORED_TYPES: ReadonlySet<string> = new Set([
  'snapshot',
  'l2update',
  'received',
  'open',
  'done',
  'change',
  'activate',
  'status',
  'auction',
  'rfq_match',
]);
