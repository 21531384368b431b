import { describe, expect, test } from 'vitest';
import { CONVENTION_NAMES, CONVENTIONS } from './convention.ts';
import { accountOf, gainsOf, shown, tx } from './test-ledger.ts';

const bought = [
  tx('2020-01-10', 'buy', '+1 BTC, -8000 USD'),
  tx('2020-06-10', 'buy', '+1 BTC, -9500 USD'),
];

describe('fees', () => {
  test('of a sale in money lessen the proceeds, those of a buy are in the cost', () => {
    const account = accountOf([
      tx('2020-01-10', 'buy', '+1 BTC, -8000 USD, fee -20 USD'),
      tx('2021-02-10', 'sell', '-0.5 BTC, +22500 USD, fee -90 USD'),
    ]);
    expect(gainsOf(account)).toEqual(['0.5 BTC: 22410 − 4010 = 18400']);
    expect(shown(account.flows.expenses)).toBe('0');
    expect(shown(account.flows.feesPaid)).toBe('110');
  });

  const sale = [...bought, tx('2021-02-10', 'sell', '-1 BTC, +45000 USD, fee -0.002 BTC')];

  test('in the coin sold are a disposal of their own, charged to the sale', () => {
    const account = accountOf(sale);
    expect(gainsOf(account)).toEqual(['1 BTC: 44910 − 8000 = 36910', '0.002 BTC: 90 − 19 = 71']);
    expect(shown(account.flows.expenses)).toBe('0');
  });

  test('in the coin sold are part of the disposal by rp2', () => {
    const account = accountOf(sale, { convention: CONVENTIONS.rp2 });
    expect(shown(account.realised)).toBe('36981');
    expect(shown(account.flows.expenses)).toBe('0');
  });

  test('in the coin sold are a disposal and an expense by coinbasis', () => {
    const account = accountOf(sale, { convention: CONVENTIONS.coinbasis });
    expect(gainsOf(account)).toEqual(['1 BTC: 45000 − 8000 = 37000', '0.002 BTC: 90 − 19 = 71']);
    expect(shown(account.flows.expenses)).toBe('90');
  });

  test('in the coin bought let less arrive for the same cost', () => {
    const account = accountOf([tx('2020-01-10', 'buy', '+1 BTC, -8000 USD, fee -0.001 BTC')]);
    expect(account.disposals).toEqual([]);
    const [lot] = account.holdings;
    expect([shown(lot?.quantity), shown(lot?.cost)]).toEqual(['0.999', '8000']);
  });

  test('in a third coin are a disposal of it at spot, charged to the trade', () => {
    const account = accountOf(
      [
        tx('2020-01-01', 'buy', '+1 BNB, -10 USD'),
        tx('2020-01-10', 'buy', '+1 BTC, -8000 USD, fee -0.5 BNB'),
      ],
      { prices: { BNB: '16' } },
    );
    expect(gainsOf(account)).toEqual(['0.5 BNB: 8 − 5 = 3']);
    expect(account.holdings.map(({ cost }) => shown(cost))).toEqual(['5', '8008']);
  });

  test('kept back of the coin that is swapped for lessen the proceeds, and it costs what arrived', () => {
    const account = accountOf(
      [
        tx('2020-01-10', 'buy', '+1 BTC, -8000 USD'),
        tx('2020-05-01', 'swap', '-1 BTC, +9000 USDT, fee -9 USDT'),
      ],
      { prices: { BTC: '9000', USDT: '1' } },
    );
    expect(gainsOf(account)).toEqual(['1 BTC: 8991 − 8000 = 991']);
    const [usdt] = account.holdings;
    expect([usdt?.asset, shown(usdt?.quantity), shown(usdt?.cost)]).toEqual([
      'USDT',
      '8991',
      '8991',
    ]);
  });

  test.each(CONVENTION_NAMES)('in other money are in cost and proceeds, by %s too', (name) => {
    const account = accountOf(
      [
        tx('2020-01-09', 'deposit', '+1000 EUR', '1.2'),
        tx('2020-01-10', 'buy', '+1 ETH, -100 EUR, fee -1 EUR'),
        tx('2020-05-01', 'sell', '-1 ETH, +200 EUR, fee -2 EUR'),
      ],
      {
        prices: { EUR: '1.2', ETH: '7' },
        money: new Set(['EUR']),
        convention: CONVENTIONS[name],
      },
    );
    expect(shown(account.realised)).toBe('116.4');
    expect(shown(account.currency)).toBe('0');
  });

  test('given back lessen the cost', () => {
    const account = accountOf([tx('2020-01-10', 'buy', '+1 BTC, -8000 USD, fee +5 USD')]);
    expect(account.holdings.map(({ cost }) => shown(cost))).toEqual(['7995']);
    expect(shown(account.flows.feesPaid)).toBe('-5');
  });

  test('of a transfer are what does not arrive: disposed of at spot, and an expense', () => {
    const account = accountOf([
      tx('2020-01-10', 'buy', '+1 BTC, -8000 USD'),
      tx('2020-07-01', 'transfer', '-0.5 BTC @A, +0.4995 BTC @B', '9100'),
    ]);
    expect(gainsOf(account)).toEqual(['0.0005 BTC: 4.55 − 4 = 0.55']);
    expect(shown(account.flows.expenses)).toBe('4.55');
  });

  test('by themselves are expenses, in coins and in money', () => {
    const account = accountOf(
      [
        tx('2020-01-10', 'buy', '+1 BTC, -8000 USD'),
        tx('2020-02-10', 'fee', 'fee -0.1 BTC'),
        tx('2020-02-11', 'fee', '-7 USD'),
      ],
      { prices: { BTC: '9000' } },
    );
    expect(gainsOf(account)).toEqual(['0.1 BTC: 900 − 800 = 100']);
    expect(shown(account.flows.expenses)).toBe('907');
  });
});
