import { TidemarkError } from '@tidemark/contracts/errors';
import type { TransactionRequest } from '@tidemark/contracts/portfolio-transaction';
import { Amount, sumOf } from '@tidemark/ledger/amount';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEntry } from './read-entry.ts';

const NOW = Date.UTC(2026, 0, 31);
const TIME = { time: '2026-01-02T03:04:05.678+01:00' };
const BTC = { asset: 'BTC', quantity: '2' };

type Entry = Omit<TransactionRequest, 'time'> & { time?: string };

const read = (entry: Entry) => readEntry({ ...TIME, ...entry }, NOW);
/** What an entry does to balances: `-5 EUR`, with `fee` and the wallet where there is one. */
const moves = (entry: Entry) =>
  read(entry).movements.map(({ asset, amount, role, wallet }) =>
    [amount, asset, role === 'fee' ? 'fee' : '', wallet].filter(Boolean).join(' '),
  );
/** Fields that are refused. */
function refused(entry: Entry): string[] {
  try {
    read(entry);
  } catch (error) {
    if (error instanceof TidemarkError) return error.details.map(({ field }) => field);
    throw error;
  }
  return [];
}

test.each<[Entry, string[]]>([
  [{ kind: 'buy', ...BTC, total: '100', currency: 'EUR' }, ['2 BTC', '-100 EUR']],
  [{ kind: 'buy', ...BTC, price: '0.1', currency: 'EUR' }, ['2 BTC', '-0.2 EUR']],
  [{ kind: 'sell', ...BTC, total: '100', currency: 'EUR' }, ['-2 BTC', '100 EUR']],
  [
    {
      kind: 'sell',
      ...{ ...BTC, price: '50', currency: 'EUR', wallet: ' Kraken ' },
      fee: { asset: 'BNB', quantity: '0.10' },
    },
    ['-2 BTC Kraken', '100 EUR Kraken', '-0.1 BNB fee Kraken'],
  ],
  [{ kind: 'swap', sold: BTC, bought: { asset: 'eth', quantity: '30' } }, ['-2 BTC', '30 ETH']],
  [
    { kind: 'transfer', ...BTC, received: '1.9995', wallet: 'A', to_wallet: 'B' },
    ['-1.9995 BTC A', '1.9995 BTC B', '-0.0005 BTC fee A'],
  ],
  [
    {
      kind: 'transfer',
      ...{ asset: 'USDC', quantity: '5', wallet: 'A', to_wallet: 'B' },
      fee: { asset: 'ETH', quantity: '0.001' },
    },
    ['-5 USDC A', '5 USDC B', '-0.001 ETH fee A'],
  ],
  [{ kind: 'transfer_in', ...BTC }, ['2 BTC']],
  [{ kind: 'transfer_out', ...BTC }, ['-2 BTC']],
  [{ kind: 'deposit', asset: 'eur', quantity: '5' }, ['5 EUR']],
  [{ kind: 'withdrawal', asset: 'EUR', quantity: '5' }, ['-5 EUR']],
  [{ kind: 'fee', ...BTC, wallet: 'A' }, ['-2 BTC fee A']],
  [{ kind: 'income', ...BTC, income_kind: 'staking' }, ['2 BTC']],
  [{ kind: 'gift_in', ...BTC }, ['2 BTC']],
  [{ kind: 'gift_out', ...BTC }, ['-2 BTC']],
  [{ kind: 'spend', ...BTC }, ['-2 BTC']],
  [{ kind: 'loss', ...BTC }, ['-2 BTC']],
])('%j is %j', (entry, expected) => {
  expect(moves(entry)).toEqual(expected);
});

test('time, price, kind of income and note are kept; blanks around a note are not', () => {
  const entry: Entry = {
    ...{ kind: 'income', ...BTC, income_kind: 'airdrop', price: '10.50', currency: 'USD' },
    note: '  thanks ',
  };
  expect(read(entry)).toMatchObject({
    ...{ time: Date.UTC(2026, 0, 2, 2, 4, 5, 678), kind: 'income', income: 'airdrop' },
    ...{ price: { amount: '10.5', currency: 'USD' }, note: 'thanks' },
  });
  expect(read({ kind: 'gift_in', ...BTC, note: '   ' })).not.toHaveProperty('note');
  // What was paid in all says no price.
  const bought: Entry = { kind: 'buy', ...BTC, total: '3', currency: 'EUR' };
  expect(read(bought)).not.toHaveProperty('price');
});

test.each<[Entry, string[]]>([
  [{ kind: 'buy' }, ['body.asset', 'body.quantity', 'body.currency', 'body.total']],
  [{ kind: 'buy', ...BTC, currency: 'EUR', total: '1', price: '1' }, ['body.price']],
  [{ kind: 'buy', ...BTC, currency: 'USDT', total: '1' }, ['body.currency']],
  [{ kind: 'buy', asset: 'EUR', quantity: '1', currency: 'EUR', total: '1' }, ['body.asset']],
  [{ kind: 'sell', ...BTC, currency: 'EUR', total: '0' }, ['body.total']],
  [{ kind: 'swap', sold: BTC }, ['body.bought']],
  [
    { kind: 'swap', ...BTC, sold: BTC, bought: BTC },
    ['body.asset', 'body.quantity', 'body.bought.asset'],
  ],
  [{ kind: 'transfer', ...BTC, wallet: 'A' }, ['body.to_wallet']],
  [{ kind: 'transfer', ...BTC, wallet: 'A', to_wallet: ' A' }, ['body.to_wallet']],
  [{ kind: 'transfer', ...BTC, received: '2.1', wallet: 'A', to_wallet: 'B' }, ['body.received']],
  [{ kind: 'transfer', ...BTC, received: '0', wallet: 'A', to_wallet: 'B' }, ['body.received']],
  [{ kind: 'deposit', ...BTC }, ['body.asset']],
  [{ kind: 'withdrawal', asset: 'USDC', quantity: '1' }, ['body.asset']],
  [
    { kind: 'deposit', asset: 'EUR', quantity: '1', price: '1', currency: 'EUR' },
    ['body.currency', 'body.price'],
  ],
  [{ kind: 'deposit', asset: 'EUR', quantity: '1', price: '1' }, ['body.price']],
  [{ kind: 'fee', ...BTC, fee: BTC }, ['body.fee']],
  [{ kind: 'income', ...BTC }, ['body.income_kind']],
  [{ kind: 'gift_in', ...BTC, income_kind: 'staking' }, ['body.income_kind']],
  [{ kind: 'loss', ...BTC, price: '1' }, ['body.currency']],
  [{ kind: 'loss', ...BTC, currency: 'EUR' }, ['body.price']],
  [{ kind: 'spend', asset: 'BTC', quantity: '0.000' }, ['body.quantity']],
  [{ kind: 'spend', ...BTC, fee: { asset: 'ETH', quantity: '0' } }, ['body.fee.quantity']],
  [{ kind: 'spend', ...BTC, time: '2026-02-02T00:00:00Z' }, ['body.time']],
  [{ kind: 'spend', ...BTC, time: '1969-12-31T23:59:59Z' }, ['body.time']],
  [{ kind: 'spend', ...BTC, time: '2026-01-01T23:59:60Z' }, ['body.time']],
])('%j is refused for %j', (entry, fields) => {
  expect(refused(entry)).toEqual(fields);
});

test('a clock a day ahead is no fault', () => {
  expect(
    refused({ kind: 'spend', ...BTC, time: new Date(NOW + 86_400_000).toISOString() }),
  ).toEqual([]);
});

const quantity = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.integer({ min: 0, max: 29 }))
  .map(([units, places]) =>
    new Amount(units.toString()).times(new Amount(10).pow(-places)).toFixed(),
  );

describe('whatever the amounts', () => {
  test('a transfer takes from what there is nothing but its fee', () => {
    fc.assert(
      fc.property(quantity, quantity, (a, b) => {
        const [received = a, sent = b] = [a, b].sort((x, y) => new Amount(x).cmp(y));
        const { movements } = read({
          ...{ kind: 'transfer', asset: 'BTC', quantity: sent, received },
          ...{ wallet: 'A', to_wallet: 'B' },
        });
        const sum = sumOf(movements.map(({ amount }) => new Amount(amount)));
        expect(sum.eq(new Amount(received).minus(sent))).toBe(true);
        expect(movements.some(({ amount }) => new Amount(amount).eq(0))).toBe(false);
      }),
    );
  });

  test('the money of a trade is price times quantity, to the last digit', () => {
    fc.assert(
      fc.property(quantity, quantity, (units, price) => {
        const { movements } = read({
          ...{ kind: 'buy', asset: 'BTC', quantity: units, price, currency: 'EUR' },
        });
        const [coin, money] = movements.map(({ amount }) => new Amount(amount));
        expect(coin?.eq(units)).toBe(true);
        expect(money?.eq(new Amount(units).times(price).neg())).toBe(true);
      }),
    );
  });
});
