import { DecimalStringSchema } from '@tidemark/contracts/trade';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { IdSchema } from '../frame-fields.ts';

/** What is read of `/products`. */
export const productsAnswer = Compile(
  Type.Array(
    Type.Object({
      id: Type.String(),
      status: Type.String(),
      trading_disabled: Type.Optional(Type.Union([Type.Boolean(), Type.Null(), Type.Literal('')])),
    }),
  ),
);

/** `/time`: epoch seconds with a fraction. */
export const timeAnswer = Compile(Type.Object({ epoch: Type.Number({ minimum: 0 }) }));

/** A JSON number as it was written, an exponent perhaps among it; never negative. */
const NumberAsWritten = Type.String({ pattern: '^\\d{1,20}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?$' });

/** `[time (s), low, high, open, close, volume]`, read with `exactNumbers`. */
const CandleRowSchema = Type.Tuple([
  Type.String({ pattern: '^\\d{1,11}$' }),
  NumberAsWritten,
  NumberAsWritten,
  NumberAsWritten,
  NumberAsWritten,
  NumberAsWritten,
]);
export type CandleRow = Static<typeof CandleRowSchema>;
export const candlesAnswer = Compile(Type.Array(CandleRowSchema));

/** `side` is the maker's. */
const TradeRowSchema = Type.Object({
  trade_id: IdSchema,
  time: Type.String(),
  price: DecimalStringSchema,
  size: DecimalStringSchema,
  side: Type.Union([Type.Literal('buy'), Type.Literal('sell')]),
});
export type TradeRow = Static<typeof TradeRowSchema>;
export const tradesAnswer = Compile(Type.Array(TradeRowSchema));
