import { METHODS } from '@tidemark/accounting/method';
import { FIGURES } from '@tidemark/contracts/portfolio-value';
import { Amount, sumOf, writeAmount } from '@tidemark/ledger/amount';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../market/utc-day.ts';
import { DataPriceBook } from '../prices/data-price-book.ts';
import { disposalHow } from './disposal-how.ts';
import { disposalsByTime } from './disposal-rows.ts';
import { howOf } from './how.ts';
import { performanceOf } from './performance.ts';
import { summaryOf, type Summary } from './summary.ts';
import { accountOf, booksOf, ledgers, NOW, priceData } from './test-books.ts';

const CASES = METHODS.flatMap((method) =>
  (['one', 'per_wallet'] as const).flatMap((pools) =>
    (['USD', 'EUR'] as const).map((base) => ({ method, pools, base })),
  ),
);
const sum = (texts: readonly (string | null)[]) =>
  sumOf(texts.map((text) => new Amount(text ?? NaN)));

describe.each(CASES)('$method, pools: $pools, in $base', ({ method, pools, base }) => {
  const terms = { method, pools, base } as const;
  // Per wallet more may be given away than is there: that is booked.
  const more = { ...terms, oversold: pools === 'one' ? 'refuse' : 'extrapolate' } as const;

  test('the figures of an answer add up, to the last digit', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const opened = booksOf(ledger, more);
        const summary = JSON.parse(JSON.stringify(summaryOf(opened))) as Summary;
        const told = performanceOf(summary, opened.prices);
        const { realised, currency_gains, income, unrealised, expenses, value, put_in } = told;
        const gains = sum([realised, currency_gains, income, unrealised]).minus(expenses!);
        const flows = new Amount(value!).minus(put_in!).plus(told.taken_out!);
        expect(writeAmount(gains)).toBe(writeAmount(flows));
        expect(told.gained).toBe(writeAmount(flows));
        expect(sum(told.positions.map((each) => each.value)).eq(value!)).toBe(true);
        expect(sum(told.positions.map((each) => each.cost)).eq(told.cost!)).toBe(true);
      }),
      { numRuns: 5 },
    );
  });

  test('what a figure is opened to adds up to it, to the last digit', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const opened = booksOf(ledger, more);
        const { prices } = opened;
        const told = performanceOf(summaryOf(opened), prices);
        for (const figure of FIGURES) {
          const how = howOf(opened, prices, { figure });
          const shown = {
            ...told,
            time_weighted: decimal(told.time_weighted.percent),
            money_weighted: decimal(told.money_weighted.annual_percent[0] ?? null),
          }[figure];
          expect([figure, how.value]).toEqual([figure, shown]);
          if (figure === 'money_weighted') continue;
          const terms = sum([...how.terms.map(({ amount }) => amount), how.rest]);
          expect([figure, writeAmount(terms)]).toEqual([figure, how.value]);
        }
        const disposals = disposalsByTime(opened);
        const how = disposalHow(opened, disposals.length - 1);
        if (!how) return;
        expect(writeAmount(sum(how.terms.map(({ amount }) => amount)))).toBe(how.value);
      }),
      { numRuns: 5 },
    );
  });

  test('after an edit the books are those of the ledger as it is then', () => {
    fc.assert(
      fc.property(ledgers, fc.nat(), fc.boolean(), (ledger, index, isLess) => {
        const before = booksOf(ledger, more);
        summaryOf(before);
        const { time } = ledger[4 + (index % (ledger.length - 4))]!;
        const kept = ledger.filter((entry) => entry.time < time);
        const tail = ledger.filter((entry) => entry.time >= time).slice(isLess ? 1 : 0);
        const of = accountOf({ ...more, ledgerVersion: 2 });
        const after = before.after(of, time, tail, priceData(base));
        const anew = booksOf([...kept, ...tail], { ...more, ledgerVersion: 2 });
        expect(summaryOf(after!)).toEqual(summaryOf(anew));
      }),
      { numRuns: 5 },
    );
  });
});

test('what is told of a sum beyond five hundred terms is their rest', () => {
  const many = Array.from({ length: 620 }, (_, i) => ({
    ...{ id: `t${i}`, time: NOW - 400 * DAY_MS + i, kind: 'income' as const },
    movements: [{ asset: 'BTC', amount: `0.${i + 1}`, role: 'amount' as const, wallet: '' }],
  }));
  const opened = booksOf(many);
  const how = howOf(opened, new DataPriceBook(priceData('USD')), { figure: 'income' });
  expect([how.terms.length, how.left_out]).toEqual([500, 120]);
  expect(sum([...how.terms.map(({ amount }) => amount), how.rest]).eq(how.value!)).toBe(true);
  expect(how.terms[0]).toMatchObject({ asset: 'BTC', quantity: '0.99', label: 'other of BTC' });
});

function decimal(value: number | null): string | null {
  return value === null ? null : writeAmount(new Amount(value));
}
