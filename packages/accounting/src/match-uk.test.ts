import { describe, expect, test } from 'vitest';
import { CONVENTIONS } from './convention.ts';
import { accountOf, gainsOf, shown, tx } from './test-ledger.ts';

const uk = (transactions: Parameters<typeof accountOf>[0]) =>
  accountOf(transactions, { method: 'uk_pool' });
const rules = (transactions: Parameters<typeof accountOf>[0]) =>
  uk(transactions).disposals.map(({ uk: by, quantity }) => `${shown(quantity)} ${by?.rule}`);

describe('the UK’s rules', () => {
  test('a sale goes to the day’s purchases, those of the next 30 days, and then the pool', () => {
    const ledger = [
      tx('2020-01-10', 'buy', '+10 BTC, -10000 USD'),
      tx('2020-06-10T15:00', 'sell', '-4 BTC, +8000 USD'),
      tx('2020-06-10T09:00', 'buy', '+1 BTC, -1900 USD'),
      tx('2020-07-10', 'buy', '+2 BTC, -4200 USD'),
      tx('2020-07-11', 'buy', '+1 BTC, -9999 USD'),
    ];
    expect(gainsOf(uk(ledger))).toEqual([
      '1 BTC: 2000 − 1900 = 100',
      '2 BTC: 4000 − 4200 = -200',
      '1 BTC: 2000 − 1000 = 1000',
    ]);
    expect(rules(ledger)).toEqual(['1 same_day', '2 thirty_days', '1 section_104']);
  });

  test('HMRC’s example: 4,000 of 14,000 tokens sold, and 500 bought within 30 days', () => {
    // Cryptoassets Manual, CRYPTO22250 ff.: a pool of 14,000 that cost 200,000; 4,000 sold for 160,000, 500 bought for 17,500.
    const ledger = [
      tx('2020-01-01', 'buy', '+14000 TOK, -200000 USD'),
      tx('2020-08-30', 'sell', '-4000 TOK, +160000 USD'),
      tx('2020-09-11', 'buy', '+500 TOK, -17500 USD'),
    ];
    expect(gainsOf(uk(ledger))).toEqual([
      '500 TOK: 20000 − 17500 = 2500',
      '3500 TOK: 140000 − 50000 = 90000',
    ]);
    expect(uk(ledger).holdings.map(({ cost }) => shown(cost))).toEqual(['150000']);
  });

  test('the earlier of two sales is matched first, with the earlier of two purchases', () => {
    const ledger = [
      tx('2020-01-10', 'buy', '+2 BTC, -200 USD'),
      tx('2020-06-10', 'sell', '-1 BTC, +500 USD'),
      tx('2020-06-12', 'sell', '-1 BTC, +600 USD'),
      tx('2020-06-20', 'buy', '+1 BTC, -300 USD'),
      tx('2020-06-25', 'buy', '+1 BTC, -400 USD'),
    ];
    expect(gainsOf(uk(ledger))).toEqual(['1 BTC: 500 − 300 = 200', '1 BTC: 600 − 400 = 200']);
  });

  test('a purchase goes to the sale of its own day before one of 30 days before', () => {
    const ledger = [
      tx('2020-01-10', 'buy', '+2 BTC, -200 USD'),
      tx('2020-06-10', 'sell', '-1 BTC, +500 USD'),
      tx('2020-06-20T09:00', 'buy', '+1 BTC, -300 USD'),
      tx('2020-06-20T10:00', 'sell', '-1 BTC, +350 USD'),
    ];
    expect(rules(ledger)).toEqual(['1 section_104', '1 same_day']);
  });

  test('all sales of a day are one, and days are London’s', () => {
    const ledger = [
      tx('2020-01-10', 'buy', '+2 BTC, -200 USD'),
      tx('2020-06-10T23:30', 'sell', '-0.5 BTC, +250 USD'),
      tx('2020-06-11T12:00', 'sell', '-0.5 BTC, +350 USD'),
    ];
    const { disposals } = uk(ledger);
    expect(disposals).toHaveLength(1);
    expect(disposals[0]?.uk?.disposedBy).toEqual([1, 2]);
    expect(shown(disposals[0]?.gain)).toBe('500');
  });

  test('wallets do not matter', () => {
    const convention = CONVENTIONS.coinbasis;
    const ledger = [
      tx('2020-01-10', 'buy', '+1 BTC @A, -100 USD @A'),
      tx('2020-01-11', 'buy', '+1 BTC @B, -300 USD @B'),
      tx('2021-01-11', 'sell', '-1 BTC @B, +500 USD @B'),
    ];
    expect(gainsOf(accountOf(ledger, { method: 'uk_pool', convention }))).toEqual([
      '1 BTC: 500 − 200 = 300',
    ]);
  });

  test('what leaves at its cost takes from the pool, and waits for no purchase', () => {
    const ledger = [
      tx('2020-01-10', 'buy', '+2 BTC, -200 USD'),
      tx('2020-06-10', 'gift_out', '-1 BTC'),
      tx('2020-06-20', 'buy', '+1 BTC, -300 USD'),
    ];
    const account = uk(ledger);
    expect(account.departures.map(({ cost }) => shown(cost))).toEqual(['100']);
    expect(account.holdings.map(({ cost }) => shown(cost))).toEqual(['400']);
  });
});

test('figures are rounded each by itself where the convention says so', () => {
  const ledger = [
    tx('2020-01-10', 'buy', '+3 BTC, -100 USD, fee -1 USD'),
    tx('2021-06-10', 'sell', '-1 BTC, +50 USD, fee -0.005 USD'),
  ];
  const { disposals } = accountOf(ledger, {
    method: 'uk_pool',
    convention: CONVENTIONS.bittytax,
  });
  // 50.00 − 33.33 − 0.34: the fees are 1/3 + 0.005 = 0.338…
  expect(shown(disposals[0]?.gain)).toBe('16.33');
});
