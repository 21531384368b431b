import Type, { type Static } from 'typebox';

/** What a coin's id looks like. */
export const COIN_ID = '^[a-z0-9][a-z0-9-]{0,49}$';
export const CoinIdSchema = Type.String({
  pattern: COIN_ID,
  description: 'slug of a coin, such as `bitcoin`; never a ticker',
});

export const CoinSchema = Type.Object({
  coin_id: CoinIdSchema,
  symbol: Type.String({ description: 'ticker for display, such as `BTC`' }),
  name: Type.String(),
  products: Type.Array(Type.Object({ exchange: Type.String(), product: Type.String() }), {
    description: "the coin's product on each venue that lists it",
  }),
});
export type Coin = Static<typeof CoinSchema>;

/** Whose candles tell what USDT is worth in USD. They are stored like a coin's; they are not coins that are followed. */
export const RATE_COIN_IDS = ['tether', 'usd-coin'] as const;
