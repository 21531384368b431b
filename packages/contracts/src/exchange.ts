import Type, { type Static } from 'typebox';
import { nullable } from './nullable.ts';

/**
 * How the dollar rate of USDT is known, in the order in which it is looked for: see docs/adr on dollar rates. The first that
 * is there is taken.
 */
export const RATE_BASES = ['product', 'implied', 'usdc', 'last', 'peg'] as const;
export const RateBasisSchema = Type.Enum(RATE_BASES, {
  title: 'RateBasis',
  description:
    'what USDT was taken for: product: its trades against dollars; implied: by coins; usdc: by USDC; ' +
    'last: as last known; peg: a dollar',
});
export type RateBasis = (typeof RATE_BASES)[number];

/** The venues that are read. */
export const EXCHANGES = ['binance', 'coinbase'] as const;
export const ExchangeSchema = Type.Enum(EXCHANGES, { title: 'Exchange' });
export type Exchange = (typeof EXCHANGES)[number];

export const ExchangeQuoteSchema = Type.Object(
  {
    exchange: ExchangeSchema,
    product: Type.String(),
    quote_currency: Type.String({ description: 'what the venue quotes in: USD or USDT' }),
    usd_rate: Type.Number({ description: 'USD per unit of quote_currency that was applied' }),
    rate_basis: nullable(RateBasisSchema, 'how usd_rate is known; null: the quote is in USD'),
    last: nullable(Type.Number(), 'last trade, USD'),
    bid: nullable(Type.Number(), 'best bid, USD'),
    ask: nullable(Type.Number(), 'best ask, USD'),
    spread_pct: nullable(Type.Number(), '(ask - bid) / mid, in percent'),
    age_ms: nullable(Type.Integer(), 'since the last trade or quote; null: none yet'),
  },
  { title: 'ExchangeQuote' },
);
export type ExchangeQuote = Static<typeof ExchangeQuoteSchema>;

export const ExchangesViewSchema = Type.Object(
  {
    coin_id: Type.String(),
    exchanges: Type.Array(ExchangeQuoteSchema),
  },
  { title: 'ExchangesView' },
);
export type ExchangesView = Static<typeof ExchangesViewSchema>;

export const ArbitrageSchema = Type.Object(
  {
    coin_id: Type.String(),
    buy_exchange: ExchangeSchema,
    sell_exchange: ExchangeSchema,
    buy_price: Type.Number({ description: 'best ask where one buys, USD' }),
    sell_price: Type.Number({ description: 'best bid where one sells, USD' }),
    gross_pct: Type.Number({ description: '(sell - buy) / buy, percent, before fees' }),
    fees_pct: Type.Number({ description: 'taker fees of both legs, percent of the bought value' }),
    net_pct: Type.Number({ description: 'what is left after both taker fees, percent' }),
    max_age_ms: Type.Integer({ description: 'age of the older of the two quotes' }),
  },
  { title: 'Arbitrage' },
);
export type Arbitrage = Static<typeof ArbitrageSchema>;
