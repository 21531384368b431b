import { sumOf, ZERO } from '@tidemark/ledger/amount';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OpenedBooks } from '../bookkeeping/opened-books.ts';
import { DAY_MS, startOf } from '../market/utc-day.ts';
import { DataPriceBook } from '../prices/data-price-book.ts';
import type { PriceData } from '../prices/price-data.ts';
import { accountOf, ledgers, NOW, priceData, START } from '../valuation/test-books.ts';
import { contributionsOf } from './contribution-answer.ts';
import { historyOf, type DayRange } from './history-answer.ts';
import { pastOf } from './past.ts';
import { Pasts } from './pasts.ts';

const EVERYTHING = { from: null, to: null };
const METHODS = ['fifo', 'average', 'uk_pool'] as const;

/** Bitcoin is among the coins besides, too. */
function pricesIn(base: string): PriceData {
  const data = priceData(base);
  const bitcoin = data.assets.filter(({ asset }) => asset === 'BTC');
  return { ...data, coins: bitcoin.map((each) => ({ ...each, asset: '', coinId: 'bitcoin' })) };
}

describe.each(METHODS)('by %s', (method) => {
  test('after an edit the past is what it would be anew', () => {
    fc.assert(
      fc.property(ledgers, fc.nat(), fc.constantFrom('USD', 'EUR'), (entries, at, base) => {
        const of = accountOf({ method, base });
        const data = pricesIn(base);
        const prices = new DataPriceBook(data);
        // One transaction is removed, but none of the first ones, of which the others take.
        const edited = 4 + (at % (entries.length - 4));
        const after = entries.toSpliced(edited, 1);
        const since = entries[edited]?.time ?? 0;
        const pasts = new Pasts();
        const before = OpenedBooks.open(of, entries, data);
        pasts.of(before, prices);
        const tail = after.filter(({ time }) => time >= since);
        const next = before.after({ ...of, ledgerVersion: 2 }, since, tail, data);
        if (!next) throw new Error('it was not gone on from');
        const gone = pasts.of(next, prices);
        const anew = OpenedBooks.open({ ...of, ledgerVersion: 2 }, after, data);
        const whole = pastOf(anew, prices, null);
        expect(gone.points).toEqual(whole.points);
        expect(historyOf(next, gone, prices, EVERYTHING)).toEqual(
          historyOf(anew, whole, prices, EVERYTHING),
        );
      }),
      { numRuns: 6 },
    );
  });

  test('what assets gained between two days is what the portfolio gained', () => {
    const days = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(ledgers, days, days, (entries, one, other) => {
        const opened = OpenedBooks.open(accountOf({ method }), entries, pricesIn('USD'));
        const prices = new DataPriceBook(pricesIn('USD'));
        const past = pastOf(opened, prices, null);
        const first = startOf(past.days[0]?.day ?? 0) / DAY_MS;
        const [from, to] = [first + Math.min(one, other), first + Math.max(one, other)];
        const told = (range: DayRange) => contributionsOf(opened, past, prices, range);
        const all = told(EVERYTHING);
        const parts = [
          ...told({ from: null, to: from - 1 }),
          ...told({ from, to }),
          ...told({ from: to + 1, to: null }),
        ];
        const sum = (each: typeof all) => sumOf(each.map(({ gained }) => ZERO.plus(gained ?? 'x')));
        expect(sum(parts).toFixed()).toBe(sum(all).toFixed());
      }),
      { numRuns: 6 },
    );
  });
});

test('a day that is not over is told at the prices of now, and changes nothing of the days before', () => {
  const entries = [
    {
      ...{ id: 'a', time: START, kind: 'transfer_in' as const },
      movements: [{ asset: 'BTC', amount: '2', role: 'amount' as const, wallet: '' }],
    },
  ];
  const data = pricesIn('USD');
  const opened = OpenedBooks.open(accountOf(), entries, data);
  const past = pastOf(opened, new DataPriceBook(data), null);
  const at = (usd: string) => {
    const now = { usd, source: 'market', quality: 'good', asOf: NOW } as const;
    const coins = (all: PriceData['assets']) => all.map((each) => ({ ...each, now }));
    const prices = { ...data, assets: coins(data.assets), coins: coins(data.coins) };
    return historyOf(opened, past, new DataPriceBook(prices), EVERYTHING).points;
  };
  const [low, high] = [at('50'), at('70')];
  expect(low.slice(0, -1)).toEqual(high.slice(0, -1));
  expect(low).toHaveLength(501);
  expect([low.at(-1)?.value, high.at(-1)?.value]).toEqual(['100', '140']);
  expect(low.at(-1)?.bitcoin).toBe('100');
});
