import { Amount, sumOf, writeAmount } from '@tidemark/ledger/amount';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { account, type Account } from './account.ts';
import { CONVENTION_NAMES, CONVENTIONS, type Convention } from './convention.ts';
import { METHODS, type Method } from './method.ts';
import { ledgers, priceAt } from './test-ledger.ts';
import { valuation } from './valuation.ts';

const money = new Set(['EUR']);
const made = (
  transactions: readonly LedgerTransaction[],
  method: Method,
  convention: Convention,
): Account => account(transactions, { base: 'USD', money, method, convention, priceOf: priceAt });

const CASES = METHODS.flatMap((method) => CONVENTION_NAMES.map((name) => ({ method, name })));
/** Without its rounding, which loses up to a cent each time. */
const exact = (name: (typeof CONVENTION_NAMES)[number]): Convention => {
  return { ...CONVENTIONS[name], rounding: 'none' };
};
const LATER = Date.UTC(2031, 5, 5);

/** What was gained, added up from what the account says of it. */
function added({ realised, currency, incomes, flows }: Account, unrealised: Amount | null): string {
  const income = sumOf(incomes.map(({ value }) => value!));
  expect(flows.income!.eq(income)).toBe(true);
  const sum = sumOf([realised!, currency!, income, unrealised!]);
  return writeAmount(sum.minus(flows.expenses!));
}

describe.each(CASES)('$method by $name', ({ method, name }) => {
  test('gains, income and expenses are what the value and the money in and out say', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const result = made(ledger, method, exact(name));
        const { unrealised, gained } = valuation(result, (asset) => priceAt(asset, LATER));
        expect(result.refused).toEqual([]);
        expect(added(result, unrealised)).toBe(writeAmount(gained!));
      }),
      { numRuns: 60 },
    );
  });

  test('what is held is the sum of all movements, to the last digit', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const { holdings, flows } = made(ledger, method, exact(name));
        const held = new Map([['USD', flows.money]]);
        for (const { asset, quantity } of holdings) {
          held.set(asset, (held.get(asset) ?? new Amount(0)).plus(quantity));
        }
        const moved = new Map<string, Amount>();
        for (const { asset, amount } of ledger.flatMap(({ movements }) => movements)) {
          moved.set(asset, (moved.get(asset) ?? new Amount(0)).plus(amount));
        }
        for (const [asset, sum] of moved) {
          expect(writeAmount(held.get(asset) ?? new Amount(0))).toBe(writeAmount(sum));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('where times differ, the order of the list does not matter', () => {
    fc.assert(
      fc.property(ledgers, fc.infiniteStream(fc.nat()), (ledger, weights) => {
        const shuffled = ledger
          .map((transaction) => ({ transaction, weight: weights.next().value as number }))
          .sort((a, b) => a.weight - b.weight)
          .map(({ transaction }) => transaction);
        const told = (account: Account) =>
          account.disposals.map(({ disposed, acquired, quantity, gain }) =>
            [disposed.time, acquired?.time, writeAmount(quantity), writeAmount(gain!)].join(' '),
          );
        expect(told(made(shuffled, method, exact(name)))).toEqual(
          told(made(ledger, method, exact(name))),
        );
      }),
      { numRuns: 25 },
    );
  });
});

test.each(METHODS)('%s: what is booked beyond what is there keeps the identity', (method) => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const short = ledger.filter(({ movements }) => movements[0]?.amount !== '100000');
      const result = made(short, method, exact('bittytax'));
      const { unrealised, gained } = valuation(result, (asset) => priceAt(asset, LATER));
      expect(added(result, unrealised)).toBe(writeAmount(gained!));
    }),
    { numRuns: 60 },
  );
});

test('rounded to hundredths, it holds to half a cent a figure', () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const result = made(ledger, 'uk_pool', CONVENTIONS.bittytax);
      const { unrealised, gained } = valuation(result, (asset) => priceAt(asset, LATER));
      const off = new Amount(added(result, unrealised)).minus(gained!).abs();
      expect(off.lte(new Amount('0.015').times(result.disposals.length))).toBe(true);
    }),
  );
});
