import Type, { type Static } from 'typebox';
import { nullable } from './nullable.ts';

/** A currency of ISO 4217, or a coin that is as money: `USDT`, `USDC`. */
export const MoneyCodeSchema = Type.String({
  pattern: '^[A-Z]{3,5}$',
  description: 'ISO 4217 such as `EUR`, or `USDT`, `USDC`',
});

/** How far what something is worth can be relied on. */
export const WorthQualitySchema = Type.Enum(['good', 'degraded', 'stale', 'simulated'], {
  title: 'WorthQuality',
});

/** What one unit of money is worth now. */
export const CurrencyRateSchema = Type.Object(
  {
    code: MoneyCodeSchema,
    usd: nullable(Type.String({ description: 'US dollars for one, decimal' }), 'null: not known'),
    source: Type.String({ description: 'such as `ecb`, or the venue whose product it is' }),
    as_of: nullable(Type.Integer({ description: 'when it was true, epoch ms' })),
    quality: WorthQualitySchema,
  },
  { title: 'CurrencyRate' },
);
export type CurrencyRate = Static<typeof CurrencyRateSchema>;

/** What one unit of money was worth on a day. */
export const DailyRateSchema = Type.Object(
  {
    day: Type.String({ format: 'date', description: 'UTC' }),
    usd: Type.String({ description: 'US dollars for one, decimal' }),
    from_day: Type.String({
      format: 'date',
      description: 'the day it is of: an earlier one over weekends and holidays',
    }),
    source: Type.String(),
  },
  { title: 'DailyRate' },
);
export type DailyRate = Static<typeof DailyRateSchema>;
