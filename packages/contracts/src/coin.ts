import Type, { type Static } from 'typebox';
import { ExchangeSchema } from './exchange.ts';

/** What a coin's id looks like. */
export const COIN_ID = '^[a-z0-9][a-z0-9-]{0,49}$';
export const CoinIdSchema = Type.String({
  title: 'CoinId',
  pattern: COIN_ID,
  description: 'slug of a coin, such as `bitcoin`; never a ticker',
});

export const ASKED_COIN = '^[A-Za-z0-9][A-Za-z0-9-]{0,49}$';
/** A coin in a request: its id in any case, which is read in small letters. */
export const AskedCoinSchema = Type.String({
  pattern: ASKED_COIN,
  'x-lowercase': true,
  description: 'slug of a coin in any case, no ticker',
  examples: ['bitcoin'],
});
export const CoinParamsSchema = Type.Object({ coin_id: AskedCoinSchema });

export const CoinSchema = Type.Object(
  {
    coin_id: CoinIdSchema,
    symbol: Type.String({ description: 'ticker for display, such as `BTC`' }),
    name: Type.String(),
    products: Type.Array(
      Type.Object(
        {
          exchange: ExchangeSchema,
          product: Type.String({ description: "the venue's own name, such as `BTCUSDT`" }),
        },
        { title: 'Product' },
      ),
      {
        description: "the coin's product on each venue that lists it",
      },
    ),
  },
  { title: 'Coin' },
);
export type Coin = Static<typeof CoinSchema>;

const RATE_COIN_IDS: readonly string[] = ['tether', 'usd-coin'];

/** Whose candles tell what USDT is worth in USD. They are stored like a coin's; they are not coins that are followed. */
export function isRateCoin(coinId: string): boolean {
  return RATE_COIN_IDS.includes(coinId);
}
