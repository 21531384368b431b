import Type, { type Static } from 'typebox';
import { nullable } from './nullable.ts';
import { decimalSchema } from './portfolio-transaction.ts';

export const BalancesSchema = Type.Object(
  {
    at: nullable(Type.String({ format: 'date-time' }), 'of which moment; null: of all there is'),
    balances: Type.Array(
      Type.Object(
        {
          asset: Type.String(),
          amount: decimalSchema('the sum of all its movements, exact'),
          wallets: Type.Array(
            Type.Object(
              { wallet: Type.String(), amount: decimalSchema('the part that is there') },
              { title: 'WalletBalance' },
            ),
          ),
        },
        { title: 'Balance' },
      ),
      { description: 'by asset' },
    ),
  },
  { title: 'Balances' },
);
export type Balances = Static<typeof BalancesSchema>;
