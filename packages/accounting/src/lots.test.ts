import { writeAmount } from '@tidemark/ledger/amount';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { account } from './account.ts';
import { CONVENTIONS } from './convention.ts';
import { lotsOf } from './lots.ts';
import { accountOf, ledgers, priceAt, shown, tx } from './test-ledger.ts';

test('a lot has what it was, and all that became of it', () => {
  const convention = { ...CONVENTIONS.tidemark, pools: 'per_wallet' } as const;
  const made = accountOf(
    [
      tx('2020-01-10', 'buy', '+1 BTC @A, -8000 USD @A, fee -3 USD'),
      tx('2020-02-10', 'transfer', '-0.4 BTC @A, +0.4 BTC @B'),
      tx('2020-03-10', 'sell', '-0.1 BTC @B, +1000 USD @B'),
      tx('2020-04-10', 'gift_out', '-0.2 BTC @A'),
    ],
    { convention },
  );
  const [lot, ...others] = lotsOf(made);
  expect(others).toEqual([]);
  expect([shown(lot?.quantity), shown(lot?.cost)]).toEqual(['1', '8003']);
  expect(lot?.disposals.map(({ quantity }) => writeAmount(quantity))).toEqual(['0.1']);
  expect(lot?.departures.map(({ quantity }) => writeAmount(quantity))).toEqual(['0.2']);
  expect(lot?.left.map(({ wallet, quantity }) => `${writeAmount(quantity)} ${wallet}`)).toEqual([
    '0.4 A',
    '0.3 B',
  ]);
});

test('the lots’ quantities are what was acquired, whatever the fees', () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const convention = CONVENTIONS.coinbasis;
      const made = account(ledger, { base: 'USD', method: 'hifo', convention, priceOf: priceAt });
      for (const { acquired, asset, quantity } of lotsOf(made)) {
        const { kind, movements } = ledger[acquired.transaction]!;
        if (kind === 'transfer') continue;
        const own = movements.filter((m) => m.asset === asset);
        const had = own.filter(({ amount, role }) => role === 'amount' && !amount.startsWith('-'));
        // A fee in the coin that came, unless it is all of it, was never had.
        const kept = own.filter(({ role }) => role === 'fee');
        const possible = [had, [...had, ...kept]].map((all) =>
          writeAmount(all.reduce((sum, { amount }) => sum.plus(amount), quantity.minus(quantity))),
        );
        expect(possible).toContain(writeAmount(quantity));
      }
    }),
  );
});
