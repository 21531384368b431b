import { describe, expect, test } from 'vitest';
import { accountOf, gainsOf, shown, tx } from './test-ledger.ts';

describe('swaps', () => {
  test('dispose of what is given at spot, which is the cost of what is had', () => {
    const account = accountOf(
      [tx('2020-01-10', 'buy', '+1 BTC, -8000 USD'), tx('2020-05-01', 'swap', '-0.5 BTC, +20 ETH')],
      { prices: { BTC: '9000' } },
    );
    expect(gainsOf(account)).toEqual(['0.5 BTC: 4500 − 4000 = 500']);
    expect(account.holdings.map(({ cost }) => shown(cost))).toEqual(['4000', '4500']);
  });

  test('go by the price of what is had where nobody knows that of what is given', () => {
    const account = accountOf(
      [tx('2020-01-10', 'buy', '+1 XYZ, -80 USD'), tx('2020-05-01', 'swap', '-1 XYZ, +2 ETH')],
      { prices: { ETH: '50' } },
    );
    expect(gainsOf(account)).toEqual(['1 XYZ: 100 − 80 = 20']);
  });

  test('of several coins for one give each its own value', () => {
    const account = accountOf(
      [
        tx('2020-01-10', 'buy', '+1 AAA, -10 USD'),
        tx('2020-01-11', 'buy', '+1 BBB, -20 USD'),
        tx('2020-05-01', 'swap', '-1 AAA, -1 BBB, +1 BNB'),
      ],
      { prices: { AAA: '12', BBB: '18' } },
    );
    expect(gainsOf(account)).toEqual(['1 AAA: 12 − 10 = 2', '1 BBB: 18 − 20 = -2']);
    expect(account.holdings.map(({ cost }) => shown(cost))).toEqual(['30']);
  });
});
