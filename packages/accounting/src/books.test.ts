import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { account } from './account.ts';
import type { Account } from './account-figures.ts';
import { Books } from './books.ts';
import { CONVENTION_NAMES, CONVENTIONS } from './convention.ts';
import { METHODS } from './method.ts';
import { DAY, ledgers, priceAt, tx } from './test-ledger.ts';

/** One amount can be written in several ways, a wallet that went to nothing as 0 or 0.000: as JSON each has one. */
const asJson = (account: Account): unknown => JSON.parse(JSON.stringify(account));

const CASES = METHODS.flatMap((method) => CONVENTION_NAMES.map((name) => ({ method, name })));

/** What somebody does to a ledger: takes rows out, and puts others in, from a place in it on. */
const edits = fc.array(
  fc.record({
    at: fc.nat({ max: 1_000 }),
    out: fc.nat({ max: 3 }),
    /** Rows of the other ledger, which are brought to the time of the edit. */
    put: fc.array(fc.nat({ max: 1_000 }), { maxLength: 3 }),
    sameTime: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

describe.each(CASES)('books by $method and $name', ({ method, name }) => {
  const terms = {
    ...{ base: 'USD', money: new Set(['EUR']), method, priceOf: priceAt },
    convention: CONVENTIONS[name],
  };

  test('after any edits they are the account of the whole ledger', () => {
    fc.assert(
      fc.property(ledgers, ledgers, edits, (ledger, more, all) => {
        let books = Books.of(ledger, terms);
        for (const { at, out, put, sameTime } of all) {
          const index = at % (books.transactions.length + 1);
          const from =
            books.transactions[index]?.time ?? (books.transactions.at(-1)?.time ?? 0) + 1;
          const tail = books.transactions.filter(({ time }) => time >= from);
          const rows = put.map((n, i): LedgerTransaction => {
            const time = from + (sameTime ? 0 : i * DAY * 5);
            return { ...(more[n % more.length] as LedgerTransaction), time };
          });
          const edited = [...tail.slice(0, 1), ...rows, ...tail.slice(1 + out)];
          books = books.replace(from, edited);
          expect(asJson(books.account)).toEqual(asJson(account(books.transactions, terms)));
        }
      }),
      { numRuns: 25 },
    );
  });
});

test('the books before a change stay as they were', () => {
  const ledger = [
    tx('2020-01-10', 'buy', '+2 BTC, -16000 USD'),
    tx('2020-06-10', 'sell', '-1 BTC, +9000 USD'),
    tx('2020-06-11', 'sell', '-1 BTC, +9500 USD'),
  ];
  const terms = {
    ...{ base: 'USD', method: 'fifo' as const, priceOf: () => null },
    convention: CONVENTIONS.tidemark,
  };
  const books = Books.of(ledger, terms);
  const before = account(ledger, terms);
  const [, , last] = ledger;
  const after = books.replace(last!.time, []);
  expect(after.account).toEqual(account(ledger.slice(0, 2), terms));
  expect(books.account).toEqual(before);
  expect(() => books.replace(last!.time, ledger)).toThrow(RangeError);
});
