import { expect, test } from 'vitest';
import { currencyNow } from './currency-now.ts';

const DAY_MS = 86_400_000;
const FRIDAY = '2026-11-27';
const MONDAY = Date.parse('2026-11-30T09:00:00Z');
const NEWEST = [
  { day: FRIDAY, currency: 'CHF', perEuro: '0.9321' },
  { day: FRIDAY, currency: 'IDR', perEuro: '19324.51' },
  { day: '2026-11-20', currency: 'RUB', perEuro: '90.1' },
  { day: FRIDAY, currency: 'USD', perEuro: '1.1592' },
];
const usd = (rates: ReturnType<typeof currencyNow>) =>
  Object.fromEntries(rates.map(({ code, usd, quality }) => [code, [usd, quality]]));

test('each is in dollars by the rates of one day; what lacks the newest day is not known', () => {
  expect(usd(currencyNow(NEWEST, MONDAY))).toEqual({
    EUR: ['1.1592', 'good'],
    CHF: ['1.2436433859', 'good'],
    IDR: ['0.0000599859970576', 'good'],
    RUB: [null, 'stale'],
  });
});

test('rates grow old: after a week they are degraded, after ten days not known', () => {
  expect(usd(currencyNow(NEWEST, MONDAY + 4 * DAY_MS))['EUR']).toEqual(['1.1592', 'degraded']);
  expect(usd(currencyNow(NEWEST, MONDAY + 9 * DAY_MS))['EUR']).toEqual([null, 'stale']);
  expect(currencyNow([], MONDAY)).toEqual([
    { code: 'EUR', usd: null, source: 'ecb', as_of: null, quality: 'stale' },
  ]);
});
