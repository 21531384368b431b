import Type, { type Static } from 'typebox';
import { AskedCoinSchema } from './coin.ts';
import { CurrencySchema, PortfolioParamsSchema } from './portfolio.ts';
import {
  amountSchema,
  AssetSchema,
  decimalSchema,
  TransactionSchema,
} from './portfolio-transaction.ts';

export const AssetParamsSchema = Type.Object({
  ...PortfolioParamsSchema.properties,
  asset: AssetSchema,
});

/** What somebody has, and how they came by it: the short way to write the transactions that say so. */
export const AssetRequestSchema = Type.Object(
  {
    asset: Type.Optional({
      ...AssetSchema,
      description: 'as the venue names it, such as `BTC`; or',
    }),
    coin_id: Type.Optional(AskedCoinSchema),
    quantity: amountSchema('how much came'),
    purchase_price: Type.Optional(
      amountSchema('money per unit; left out: it came from elsewhere, at what it was worth then'),
    ),
    currency: Type.Optional({
      ...CurrencySchema,
      description: 'of the price, ISO 4217; left out: that of the portfolio',
    }),
    purchase_date: Type.Optional(
      Type.Union([Type.String({ format: 'date-time' }), Type.String({ format: 'date' })], {
        description: 'when it came, a day or a time with its offset; left out: now',
      }),
    ),
  },
  {
    title: 'AssetRequest',
    examples: [
      {
        ...{ asset: 'BTC', quantity: '0.5', purchase_price: '60000' },
        ...{ currency: 'EUR', purchase_date: '2026-03-01' },
      },
    ],
  },
);
export type AssetRequest = Static<typeof AssetRequestSchema>;

export const AssetChangeSchema = Type.Object(
  {
    quantity: {
      ...amountSchema('how much there is to be'),
      description: 'how much there is to be; decimal, zero or more',
    },
  },
  { title: 'AssetChange', examples: [{ quantity: '0.75' }] },
);

/** How much there is of an asset. */
export const HeldAssetSchema = Type.Object(
  {
    asset: Type.String(),
    quantity: decimalSchema('the sum of all its movements, exact'),
    wallets: Type.Array(
      Type.Object(
        { wallet: Type.String(), quantity: decimalSchema('the part that is there') },
        { title: 'HeldInWallet' },
      ),
    ),
  },
  { title: 'HeldAsset' },
);
export type HeldAsset = Static<typeof HeldAssetSchema>;

/** What was written so that there is as much as was said. */
export const AssetChangedSchema = Type.Object(
  {
    asset: Type.String(),
    quantity: decimalSchema('what there is now'),
    transactions: Type.Array(TransactionSchema, {
      description: 'that were written, one for each wallet; empty: there was as much',
    }),
  },
  { title: 'AssetChanged' },
);
export type AssetChanged = Static<typeof AssetChangedSchema>;
