import Type, { type Static } from 'typebox';
import { ExchangeSchema, RateBasisSchema } from './exchange.ts';
import { nullable, nullableNumber } from './nullable.ts';

/**
 * How fresh a price is. `degraded`: fewer venues than expected, or they disagree, or a rate that is not traded stands in.
 * `stale`: nothing fresh.
 */
export const PriceQualitySchema = Type.Enum(['live', 'degraded', 'stale'], {
  title: 'Quality',
  description:
    'live: fresh prices of all expected venues; degraded: of fewer, or they disagree; stale: none fresh',
});
export type PriceQuality = Static<typeof PriceQualitySchema>;

/** Where a price is from, which says nothing about how fresh it is. */
const SimulatedSchema = Type.Boolean({ description: 'true: of the simulated market' });

export const PriceSourceSchema = Type.Object(
  {
    exchange: ExchangeSchema,
    product: Type.String(),
    price: nullableNumber('USD, after conversion; null: the venue has said nothing yet'),
    age_ms: nullable(Type.Integer()),
    weight: Type.Number({ description: 'share in the mean, 0 to 1; 0 when left out' }),
    status: Type.Enum(['used', 'stale', 'outlier', 'missing'], {
      title: 'SourceStatus',
      description: 'used, or why it was left out',
    }),
    basis: nullable(
      Type.Enum(['trade', 'mid'], { title: 'PriceBasis' }),
      'last trade, or the mid of a fresh quote when that is old',
    ),
    quote_currency: Type.String(),
    usd_rate: Type.Number({ description: 'USD per unit of quote_currency that was applied' }),
    rate_basis: nullable(RateBasisSchema, 'how usd_rate is known; null: the quote is in USD'),
    rate_uncertainty: Type.Number({
      description: 'how far usd_rate may be off, as a share of it; 0: the quote is in USD',
    }),
  },
  { title: 'PriceSource' },
);
export type PriceSource = Static<typeof PriceSourceSchema>;

const headline = {
  coin_id: Type.String(),
  price: Type.Number({ description: 'USD' }),
  currency: Type.Literal('USD'),
  change_24h: nullableNumber('USD; null until 24 h of history is there'),
  change_24h_pct: nullableNumber('percent'),
  high_24h: nullableNumber('USD'),
  low_24h: nullableNumber('USD'),
  volume_24h: nullableNumber('USD traded on all venues in 24 h'),
  timestamp: Type.String({ format: 'date-time', description: 'of the newest trade in it' }),
  quality: PriceQualitySchema,
  simulated: SimulatedSchema,
};

/** Consolidated price of a coin: volume-weighted mean of the venues' last prices, in USD. */
export const PriceSchema = Type.Object(
  { ...headline, sources: Type.Array(PriceSourceSchema) },
  { title: 'Price' },
);
export type Price = Static<typeof PriceSchema>;

/** The bus message: a price, and what it was on the way since the message before. */
export const PriceUpdateSchema = Type.Object(
  {
    ...PriceSchema.properties,
    told_at: Type.Integer({ description: 'when it was worked out, epoch ms' }),
    low: Type.Number({
      description: 'USD: lowest price since the last message, this one among them',
    }),
    high: Type.Number({ description: 'USD: highest' }),
  },
  { title: 'PriceUpdate' },
);
export type PriceUpdate = Static<typeof PriceUpdateSchema>;

/** What goes to WebSocket clients: the price without its sources. */
export const PriceTickSchema = Type.Object(headline, { title: 'PriceTick' });
export type PriceTick = Static<typeof PriceTickSchema>;

/** What streams tell of a price. */
export function toPriceTick(price: Price | PriceUpdate): PriceTick {
  const { sources: _sources, ...tick } = price;
  if (!('told_at' in tick)) return tick;
  const { told_at: _toldAt, low: _low, high: _high, ...bare } = tick;
  return bare;
}

export const MoverSchema = Type.Object(
  {
    coin_id: Type.String(),
    symbol: Type.String(),
    name: Type.String(),
    price: Type.Number(),
    change_pct: Type.Number(),
    quality: PriceQualitySchema,
    simulated: SimulatedSchema,
  },
  { title: 'Mover' },
);
export type Mover = Static<typeof MoverSchema>;

export const MoversWindowSchema = Type.Enum(['1h', '24h', '7d', '30d'], { title: 'MoversWindow' });

export const MoversViewSchema = Type.Object(
  {
    window: MoversWindowSchema,
    gainers: Type.Array(MoverSchema),
    losers: Type.Array(MoverSchema),
  },
  { title: 'MoversView' },
);
export type MoversView = Static<typeof MoversViewSchema>;
