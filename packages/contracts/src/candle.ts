import Type, { type Static } from 'typebox';
import { EXCHANGES, ExchangeSchema, RateBasisSchema } from './exchange.ts';
import { nullable } from './nullable.ts';

export const INTERVALS = ['1m', '5m', '15m', '1h', '4h', '1d'] as const;
export type Interval = (typeof INTERVALS)[number];
export const IntervalSchema = Type.Enum(INTERVALS, {
  title: 'Interval',
  description: 'length of the bars; they are aligned to UTC',
});

/** Length of each interval in milliseconds. */
export const INTERVAL_MS: Readonly<Record<Interval, number>> = {
  '1m': 60_000,
  '5m': 300_000,
  '15m': 900_000,
  '1h': 3_600_000,
  '4h': 14_400_000,
  '1d': 86_400_000,
};

/** `consolidated`: all venues in USD; see docs/adr on consolidated candles. */
export const CandleExchangeSchema = Type.Enum(['consolidated', ...EXCHANGES], {
  title: 'CandleExchange',
  description: 'consolidated: all venues, in USD; else one, in its product’s quote',
});
export type CandleExchange = Static<typeof CandleExchangeSchema>;

/** A candle as the API shows it. A bar without a trade does not exist; nothing is filled in. */
export const CandleSchema = Type.Object(
  {
    time: Type.Integer({ description: "the bar's open, epoch ms" }),
    open: Type.Number(),
    high: Type.Number(),
    low: Type.Number(),
    close: Type.Number(),
    volume: Type.Number({ description: 'in coins' }),
    trades: nullable(Type.Integer(), 'trades in the bar; null where the venue does not tell'),
    final: Type.Boolean({
      description: 'true: closed, and every trade of it accounted for, but those of the `lacking`',
    }),
    gap: Type.Boolean({
      description: 'true: trades are missing: not repaired, or of a venue that is lacking',
    }),
    lacking: Type.Array(ExchangeSchema, {
      description:
        'venues that the bar became final without; it is rewritten when they have closed it',
    }),
    rate_basis: nullable(RateBasisSchema, 'what turned USDT into USD; null: nothing was converted'),
  },
  { title: 'Candle' },
);
export type Candle = Static<typeof CandleSchema>;

export const CandlesViewSchema = Type.Object(
  {
    coin_id: Type.String(),
    exchange: CandleExchangeSchema,
    interval: IntervalSchema,
    currency: Type.String({
      description: 'what the prices are in: USD, or the product’s own quote',
    }),
    candles: Type.Array(CandleSchema, { description: 'oldest first' }),
  },
  { title: 'CandlesView' },
);
export type CandlesView = Static<typeof CandlesViewSchema>;

/** A candle on a stream: as the API shows it, and whose it is. A later one of the same `time` replaces an earlier. */
export const CandleUpdateSchema = Type.Object(
  {
    coin_id: Type.String(),
    exchange: CandleExchangeSchema,
    interval: IntervalSchema,
    currency: CandlesViewSchema.properties.currency,
    ...CandleSchema.properties,
  },
  { title: 'CandleUpdate' },
);
export type CandleUpdate = Static<typeof CandleUpdateSchema>;

/** The bus message: one venue's candle, exact. Decimal strings; a later message replaces an earlier. */
export const CandleEventSchema = Type.Object(
  {
    coin_id: Type.String(),
    exchange: CandleExchangeSchema,
    product: Type.String(),
    interval: IntervalSchema,
    time: Type.Integer(),
    open: Type.String(),
    high: Type.String(),
    low: Type.String(),
    close: Type.String(),
    volume: Type.String(),
    quote_volume: Type.String(),
    trades: nullable(Type.Integer()),
    final: Type.Boolean(),
    gap: Type.Boolean(),
  },
  { title: 'CandleEvent' },
);
export type CandleEvent = Static<typeof CandleEventSchema>;

/**
 * The bus message: stored candles of one venue that open in [from, to) were added or changed out of their order, by history
 * or by healing. Of `consolidated`: bars that became final without a venue, or that such a venue has closed by now. Who keeps
 * a series made of them reads it again from `from`.
 */
export const CandleRewriteSchema = Type.Object(
  {
    coin_id: Type.String(),
    exchange: CandleExchangeSchema,
    interval: IntervalSchema,
    from: Type.Integer({ description: 'epoch ms' }),
    to: Type.Integer({ description: 'epoch ms' }),
  },
  { title: 'CandleRewrite' },
);
export type CandleRewrite = Static<typeof CandleRewriteSchema>;
