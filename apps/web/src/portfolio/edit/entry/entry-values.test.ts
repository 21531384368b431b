import type { Transaction, TransactionRequest } from '@tidemark/contracts/portfolio-transaction';
import { expect, test } from 'vitest';
import { entryFaults, requestOf } from './entry-values.ts';
import { valuesOf } from './read-back.ts';

type Movement = Transaction['movements'][number];
const TIME = '2026-03-01T12:00:00.000Z';

function moved(asset: string, amount: string, rest: Partial<Movement> = {}): Movement {
  return { asset, amount, role: 'amount', wallet: '', ...rest };
}

function transactionOf(
  kind: Transaction['kind'],
  movements: Movement[],
  rest: Partial<Transaction> = {},
): Transaction {
  return {
    ...{ transaction_id: 't', portfolio_id: 'p', time: TIME, kind, income_kind: null },
    ...{ movements, price: null, note: null, source: null, version: 1, ...rest },
  };
}

const kraken = { wallet: 'Kraken' };
const fee = { role: 'fee' } as const;

test.each<[Transaction, Omit<TransactionRequest, 'kind' | 'time'>]>([
  [
    transactionOf('buy', [
      moved('BTC', '0.015', kraken),
      moved('EUR', '-930.45', kraken),
      moved('EUR', '-1.2', { ...fee, ...kraken }),
    ]),
    {
      ...{ asset: 'BTC', quantity: '0.015', total: '930.45', currency: 'EUR', wallet: 'Kraken' },
      fee: { asset: 'EUR', quantity: '1.2' },
    },
  ],
  [
    transactionOf('sell', [moved('BTC', '-1'), moved('USD', '60000')]),
    { asset: 'BTC', quantity: '1', total: '60000', currency: 'USD' },
  ],
  [
    transactionOf('swap', [moved('BTC', '-1'), moved('ETH', '20')]),
    { sold: { asset: 'BTC', quantity: '1' }, bought: { asset: 'ETH', quantity: '20' } },
  ],
  [
    transactionOf('transfer', [
      moved('BTC', '-0.9995', kraken),
      moved('BTC', '0.9995', { wallet: 'Ledger' }),
      moved('BTC', '-0.0005', { ...fee, ...kraken }),
    ]),
    {
      ...{ asset: 'BTC', quantity: '1', received: '0.9995' },
      ...{ wallet: 'Kraken', to_wallet: 'Ledger' },
    },
  ],
  [
    transactionOf('income', [moved('ETH', '0.01')], {
      ...{ income_kind: 'staking', price: { amount: '3000', currency: 'USD' }, note: 'March' },
    }),
    {
      ...{ asset: 'ETH', quantity: '0.01', price: '3000', currency: 'USD' },
      ...{ income_kind: 'staking', note: 'March' },
    },
  ],
  [transactionOf('fee', [moved('BNB', '-0.1', fee)]), { asset: 'BNB', quantity: '0.1' }],
])('$kind is read back as it was written', (transaction, request) => {
  const values = valuesOf(transaction);
  expect(values).not.toBeNull();
  expect(entryFaults(values!)).toEqual({});
  expect(requestOf(values!)).toEqual({ kind: transaction.kind, time: TIME, ...request });
});

test('what was joined of many rows is not made by any form', () => {
  const dust = [moved('ADA', '-1'), moved('XRP', '-2'), moved('BNB', '0.01')];
  expect(valuesOf(transactionOf('swap', dust))).toBeNull();
});

test('what lacks is said at its field, and a comma is not guessed at', () => {
  const values = { kind: 'buy', time: '', asset: '', quantity: '0,5', 'fee.quantity': '1' };
  expect(Object.keys(entryFaults(values)).toSorted()).toEqual([
    ...['asset', 'fee.asset', 'quantity', 'time', 'total'],
  ]);
});

test('fields of another kind that were typed before are left out', () => {
  const typed = { kind: 'deposit', time: '2026-03-01T12:00', asset: 'EUR', quantity: '1,000' };
  expect(requestOf({ ...typed, total: '5', 'sold.asset': 'BTC', to_wallet: 'Ledger' })).toEqual({
    ...{ kind: 'deposit', time: TIME, asset: 'EUR', quantity: '1000' },
  });
});
