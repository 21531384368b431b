import Type, { type Static } from 'typebox';
import { nullable } from './nullable.ts';
import { CurrencySchema, PortfolioParamsSchema } from './portfolio.ts';
import { askedTimeSchema } from './time.ts';
import { PATH_ID } from './user.ts';

/** Without sign: digits, with a point between where there is one; no exponent, no grouping. */
export const amountSchema = (description: string) =>
  Type.String({
    ...{ minLength: 1, maxLength: 200, pattern: '^\\d+(\\.\\d+)?$' },
    description: `${description}; decimal, over zero`,
  });
export const decimalSchema = (description: string) =>
  Type.String({ title: 'Decimal', pattern: '^-?\\d+(\\.\\d+)?$', description });
const moment = (description: string) => Type.String({ format: 'date-time', description });

export const TransactionParamsSchema = Type.Object({
  ...PortfolioParamsSchema.properties,
  transaction_id: Type.String({ ...PATH_ID, description: 'id of a transaction of it' }),
});

const TransactionKindSchema = Type.Enum(
  [
    ...(['buy', 'sell', 'swap', 'transfer', 'transfer_in', 'transfer_out', 'deposit'] as const),
    ...(['withdrawal', 'fee', 'income', 'gift_in', 'gift_out', 'spend', 'loss'] as const),
  ],
  { title: 'TransactionKind' },
);
const IncomeKindSchema = Type.Enum(
  ['staking', 'interest', 'airdrop', 'reward', 'mining', 'fork', 'cashback', 'other'],
  { title: 'IncomeKind' },
);

/** What a balance is of. */
export const AssetSchema = Type.String({
  ...{ minLength: 1, maxLength: 64, pattern: '^\\S+$' },
  description:
    'as the venue names it, such as `BTC` or `EUR`; wholly small letters are read as capitals',
});
const WalletSchema = Type.String({ maxLength: 100, description: 'a venue or a wallet' });
const assetQuantity = (description: string) =>
  Type.Object(
    { asset: AssetSchema, quantity: amountSchema('how much of it') },
    { title: 'AssetQuantity', description },
  );

/** A transaction as a person would write it. Which fields belong to which kind is told by what is refused. */
export const TransactionRequestSchema = Type.Object(
  {
    kind: TransactionKindSchema,
    time: moment('when it happened, ISO 8601 with its offset; kept to the millisecond'),
    asset: Type.Optional(AssetSchema),
    quantity: Type.Optional(
      amountSchema('how much of `asset`; of a transfer, what left, with what it cost'),
    ),
    total: Type.Optional(amountSchema('of `buy` and `sell`: the money for all of it, without fee')),
    price: Type.Optional(
      amountSchema(
        'money per unit; of `buy` and `sell` in place of `total`, of others what it was worth',
      ),
    ),
    currency: Type.Optional({ ...CurrencySchema, description: 'of `total` or `price`, ISO 4217' }),
    sold: Type.Optional(assetQuantity('of `swap`')),
    bought: Type.Optional(assetQuantity('of `swap`')),
    received: Type.Optional(
      amountSchema('of `transfer`: what arrived, the rest is the fee; left out: all of it'),
    ),
    wallet: Type.Optional({ ...WalletSchema, description: 'where; of `transfer`, from where' }),
    to_wallet: Type.Optional({ ...WalletSchema, description: 'of `transfer`: to where' }),
    fee: Type.Optional(assetQuantity('a fee on top, in any asset')),
    income_kind: Type.Optional({ ...IncomeKindSchema, description: 'of `income`' }),
    note: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  {
    title: 'TransactionRequest',
    examples: [
      {
        ...{ kind: 'buy', time: '2026-03-01T12:00:00Z', asset: 'BTC', quantity: '0.015' },
        ...{ total: '930.45', currency: 'EUR', fee: { asset: 'EUR', quantity: '1.2' } },
      },
    ],
  },
);
export type TransactionRequest = Static<typeof TransactionRequestSchema>;

export const MovementRoleSchema = Type.Enum(['amount', 'fee'], { title: 'MovementRole' });
const MovementSchema = Type.Object(
  {
    asset: Type.String(),
    amount: decimalSchema('what the balance changed by, exact'),
    role: MovementRoleSchema,
    wallet: Type.String({ description: 'empty: nobody said' }),
  },
  { title: 'Movement' },
);

export const TransactionSchema = Type.Object(
  {
    transaction_id: Type.String({ format: 'uuid' }),
    portfolio_id: Type.String({ format: 'uuid' }),
    time: moment('when it happened'),
    kind: TransactionKindSchema,
    income_kind: nullable(IncomeKindSchema, 'of `income` alone'),
    movements: Type.Array(MovementSchema, { description: 'all that it did to balances' }),
    price: nullable(
      Type.Object(
        { amount: decimalSchema('money per unit'), currency: Type.String() },
        { title: 'UnitPrice' },
      ),
      'null: nobody said',
    ),
    note: nullable(Type.String(), 'null: none'),
    source: nullable(
      Type.Object(
        {
          import_id: Type.String({ format: 'uuid' }),
          file: Type.String({ description: 'its name' }),
          lines: Type.Array(Type.Integer(), { description: 'of it, counted from 1' }),
          reference: nullable(Type.String(), 'what the venue calls it; null: it does not say'),
        },
        { title: 'TransactionSource' },
      ),
      'where it was read; null: put in by hand',
    ),
    version: Type.Integer({ minimum: 1, description: 'as in its `ETag`' }),
  },
  { title: 'Transaction' },
);
export type Transaction = Static<typeof TransactionSchema>;

/** Which transactions of a portfolio. */
export const TransactionFilterSchema = Type.Object({
  kind: Type.Optional({ ...TransactionKindSchema, description: 'of this kind alone' }),
  asset: Type.Optional({ ...AssetSchema, description: 'that moved this asset' }),
  from: Type.Optional(askedTimeSchema('at or after this')),
  to: Type.Optional(askedTimeSchema('before this')),
});
export type TransactionFilter = Static<typeof TransactionFilterSchema>;
