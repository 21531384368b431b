import Type, { type Static } from 'typebox';
import { ExchangeSchema } from './exchange.ts';

/** A decimal number as the venue wrote it: digits, perhaps a point; never an exponent or a sign. */
export const DecimalStringSchema = Type.String({ pattern: '^\\d{1,20}(\\.\\d{1,18})?$' });

/** One normalised trade. Identity is (exchange, product, trade_id); ids of a product are contiguous. */
export const TradeSchema = Type.Object(
  {
    exchange: ExchangeSchema,
    product: Type.String({ description: "the venue's own name, such as `BTCUSDT`" }),
    coin_id: Type.String(),
    trade_id: Type.Integer({ minimum: 0, description: "Binance: the aggregate trade's id" }),
    price: DecimalStringSchema,
    size: DecimalStringSchema,
    time: Type.Integer({ description: "the venue's time, epoch ms" }),
    side: Type.Enum(['buy', 'sell'], { description: "the taker's" }),
    trades: Type.Integer({ minimum: 1, description: 'raw trades that this one stands for' }),
    first_id: Type.Optional(
      Type.Integer({ minimum: 0, description: 'id of the first of them, where they have ids' }),
    ),
  },
  { title: 'Trade' },
);
export type Trade = Static<typeof TradeSchema>;
