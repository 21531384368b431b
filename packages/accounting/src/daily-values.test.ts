import { Amount, writeAmount } from '@tidemark/ledger/amount';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Books } from './books.ts';
import { contributions } from './contributions.ts';
import { CONVENTION_NAMES, CONVENTIONS } from './convention.ts';
import { dailyReturns } from './daily-returns.ts';
import { dailyValues, firstChangedDay, type DailyTerms, type DailyValue } from './daily-values.ts';
import { total } from './known.ts';
import { METHODS } from './method.ts';
import { DAY, at, ledgers, priceAt, shown, tx } from './test-ledger.ts';
import type { Terms } from './terms.ts';
import { utcDay } from './utc-day.ts';
import { valuation } from './valuation.ts';

const closeOf = (asset: string, day: number): Amount => priceAt(asset, day * DAY);
/** Every method where nothing is booked beyond what is there, and where it is; every convention with one method. */
const CASES = METHODS.flatMap((method) =>
  CONVENTION_NAMES.map((name) => ({ method, name })),
).filter(({ method, name }) => method === 'lifo' || name === 'tidemark' || name === 'bittytax');
/** Days as texts, which are compared faster. */
const told = (days: readonly DailyValue[]): string[] =>
  days.map(({ day, held, value, lacking, putIn, takenOut, came, went }) => {
    const quantities = [...held].map(([asset, quantity]) => `${asset} ${writeAmount(quantity)}`);
    return [day, quantities, lacking, ...[value, putIn, takenOut, came, went].map(shown)].join();
  });

describe.each(CASES)('$method by $name', ({ method, name }) => {
  const terms: Terms = {
    ...{ base: 'USD', money: new Set(['EUR']), method, priceOf: priceAt },
    convention: { ...CONVENTIONS[name], rounding: 'none' },
  };
  const until = (books: Books) => utcDay(books.transactions.at(-1)!.time) + 2;
  const daily = (books: Books): DailyTerms => {
    return { base: 'USD', method, until: until(books), priceOf: closeOf };
  };
  /** Also such that sell what they never had. */
  const all = fc
    .tuple(ledgers, fc.boolean())
    .map(([ledger, isShort]) => (isShort ? ledger.slice(4) : ledger));

  test('the last day is what the account is worth, with what was put in and taken out', () => {
    fc.assert(
      fc.property(all, (ledger) => {
        const books = Books.of(ledger, terms);
        const last = dailyValues(books, daily(books)).at(-1)!;
        const { value } = valuation(books.account, (asset) => closeOf(asset, last.day));
        const { putIn, takenOut } = books.account.flows;
        expect([shown(last.value), shown(last.putIn), shown(last.takenOut)]).toEqual(
          [value, putIn, takenOut].map(shown),
        );
      }),
      { numRuns: 10 },
    );
  });

  test('what the assets gained is what the portfolio gained, to the last digit', () => {
    fc.assert(
      fc.property(ledgers, fc.nat(), fc.nat(), (ledger, a, b) => {
        const books = Books.of(ledger, terms);
        const days = dailyValues(books, daily(books));
        const [first, last] = [a % days.length, b % days.length].sort((x, y) => x - y);
        const [start, end] = [days[first!]!, days[last!]!];
        const between = days.slice(first! + 1, last! + 1);
        const [came, went] = [total(between.map((d) => d.came)), total(between.map((d) => d.went))];
        const made = contributions(books, terms, [start, end], closeOf);
        expect(shown(total(made.map(({ gained }) => gained)))).toBe(
          writeAmount(end.value!.minus(start.value!).minus(came!).plus(went!)),
        );
      }),
      { numRuns: 10 },
    );
  });

  test('days before a change are kept, and the others are those of the whole ledger', () => {
    fc.assert(
      fc.property(all, fc.nat(), fc.nat({ max: 3 }), (ledger, index, out) => {
        const before = Books.of(ledger, terms);
        const kept = dailyValues(before, daily(before));
        const { time } = ledger[index % ledger.length]!;
        const tail = ledger.filter((each) => each.time >= time).slice(out);
        const books = before.replace(time, tail);
        if (books.transactions.length === 0) return;
        const changed = firstChangedDay(time, method);
        const days = kept.filter(({ day }) => day < changed);
        const resumed = dailyValues(books, daily(books), days);
        expect(told(resumed)).toEqual(told(dailyValues(books, daily(books))));
      }),
      { numRuns: 10 },
    );
  });
});

const terms: Terms = {
  ...{ base: 'USD', method: 'fifo', priceOf: () => null },
  convention: CONVENTIONS.tidemark,
};
const prices: Record<string, string> = { '2020-01-12': '12', '2020-01-13': '20' };
const dayOf = (text: string) => utcDay(at(text));
const daysOf = (ledger: Parameters<typeof Books.of>[0], until: string) =>
  dailyValues(Books.of(ledger, terms), {
    ...{ base: 'USD', method: 'fifo', until: dayOf(until) },
    priceOf: (asset, day) => {
      const price = prices[new Date(day * DAY).toISOString().slice(0, 10)];
      return price === undefined || asset !== 'BTC' ? null : new Amount(price);
    },
  });
const ledger = [
  tx('2020-01-10', 'deposit', '+100 USD'),
  tx('2020-01-11', 'buy', '+5 BTC, -50 USD'),
  tx('2020-01-13', 'transfer_out', '-1 BTC'),
];

test('a day without a price has no value and says of what; none is left out', () => {
  const days = daysOf(ledger, '2020-01-13');
  expect(days.map(({ value }) => shown(value))).toEqual(['100', null, '110', '130']);
  expect(days.map(({ lacking }) => lacking)).toEqual([[], ['BTC'], [], []]);
});

test('what left at its cost went at what it was worth', () => {
  const last = daysOf(ledger, '2020-01-13').at(-1)!;
  expect([last.takenOut, last.went, last.putIn].map(shown)).toEqual(['10', '20', '100']);
});

test('returns go over days without a value to the next', () => {
  const { accumulated, daily } = dailyReturns(daysOf(ledger, '2020-01-13'));
  expect(accumulated[1]).toBeNull();
  expect(accumulated[2]).toBeCloseTo(0.1, 12);
  expect(accumulated[3]).toBeCloseTo((1.1 * 150) / 110 - 1, 12);
  expect(daily).toEqual([0, null, null, expect.closeTo(150 / 110 - 1, 12)]);
});

test('after a flow of unknown worth no return is known', () => {
  const days = daysOf([...ledger, tx('2020-01-14', 'transfer_in', '+1 XYZ')], '2020-01-15');
  expect(dailyReturns(days).accumulated.slice(3)).toEqual([expect.any(Number), null, null]);
});
