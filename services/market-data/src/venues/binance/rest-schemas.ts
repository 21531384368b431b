import { DecimalStringSchema } from '@tidemark/contracts/trade';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { IdSchema } from '../frame-fields.ts';

/** What is read of `/api/v3/exchangeInfo`. */
export const exchangeInfoAnswer = Compile(
  Type.Object({
    rateLimits: Type.Array(
      Type.Object({
        rateLimitType: Type.String(),
        interval: Type.String(),
        intervalNum: Type.Integer({ minimum: 1 }),
        limit: Type.Integer({ minimum: 1 }),
      }),
    ),
    symbols: Type.Array(Type.Object({ symbol: Type.String(), status: Type.String() })),
  }),
);

/** `/api/v3/time`, epoch ms. */
export const timeAnswer = Compile(Type.Object({ serverTime: Type.Integer({ minimum: 0 }) }));

const KlineSchema = Type.Tuple([
  Type.Integer({ description: 'open time, epoch ms' }),
  DecimalStringSchema,
  DecimalStringSchema,
  DecimalStringSchema,
  DecimalStringSchema,
  DecimalStringSchema,
  Type.Integer({ description: 'close time, epoch ms' }),
  DecimalStringSchema,
  Type.Integer({ minimum: 0, description: 'trades' }),
  DecimalStringSchema,
  DecimalStringSchema,
  Type.Unknown(),
]);
export type Kline = Static<typeof KlineSchema>;
export const klinesAnswer = Compile(Type.Array(KlineSchema));

const AggTradeRowSchema = Type.Object({
  a: IdSchema,
  p: DecimalStringSchema,
  q: DecimalStringSchema,
  f: IdSchema,
  l: IdSchema,
  T: Type.Integer(),
  m: Type.Boolean(),
});
export type AggTradeRow = Static<typeof AggTradeRowSchema>;
export const aggTradesAnswer = Compile(Type.Array(AggTradeRowSchema));
