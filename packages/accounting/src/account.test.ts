import { Amount } from '@tidemark/ledger/amount';
import { describe, expect, test } from 'vitest';
import { CONVENTIONS, type Convention } from './convention.ts';
import { METHODS } from './method.ts';
import { accountOf, gainsOf, shown, tx } from './test-ledger.ts';
import { valuation } from './valuation.ts';

const bought = [
  tx('2020-01-10', 'buy', '+1 BTC, -8000 USD'),
  tx('2020-06-10', 'buy', '+1 BTC, -9500 USD'),
];

describe('without a sale', () => {
  test('a transfer keeps the cost and the time of its lot, per wallet', () => {
    const convention = { ...CONVENTIONS.tidemark, pools: 'per_wallet' } as const;
    const account = accountOf(
      [
        tx('2020-01-10', 'buy', '+1 BTC @A, -8000 USD @A'),
        tx('2020-06-10', 'buy', '+1 BTC @B, -9500 USD @B'),
        tx('2020-07-01', 'transfer', '-1 BTC @A, +1 BTC @B'),
        tx('2021-02-10', 'sell', '-1 BTC @B, +45000 USD @B'),
      ],
      { convention },
    );
    expect(gainsOf(account)).toEqual(['1 BTC: 45000 − 8000 = 37000']);
    expect(account.disposals[0]).toMatchObject({
      wallet: 'B',
      term: 'long',
      acquired: { transaction: 0 },
    });
  });

  test('a transfer takes the lots of the method along, or the oldest by coinbasis', () => {
    const ledger = [
      tx('2020-01-10', 'buy', '+1 BTC @A, -8000 USD @A'),
      tx('2020-06-10', 'buy', '+1 BTC @A, -9500 USD @A'),
      tx('2020-07-01', 'transfer', '-1 BTC @A, +1 BTC @B'),
      tx('2021-02-10', 'sell', '-1 BTC @B, +45000 USD @B'),
    ];
    const gain = (convention: Convention) =>
      shown(accountOf(ledger, { method: 'lifo', convention }).realised);
    expect(gain(CONVENTIONS.coinbasis)).toBe('37000');
    expect(gain({ ...CONVENTIONS.coinbasis, movedLots: 'by_method' })).toBe('35500');
  });

  test('of one lot that comes back in parts, the first to arrive goes first', () => {
    const account = accountOf(
      [
        tx('2020-01-10', 'buy', '+3 BTC @A, -3 USD @A'),
        tx('2020-02-01', 'transfer', '-0.5 BTC @A, +0.5 BTC @B'),
        tx('2020-02-02', 'transfer', '-1 BTC @A, +1 BTC @B'),
        tx('2020-02-03', 'transfer', '-1.5 BTC @A, +1.5 BTC @B'),
        tx('2021-02-10', 'sell', '-2.5 BTC @B, +5 USD @B'),
      ],
      { method: 'lifo', convention: CONVENTIONS.coinbasis },
    );
    expect(account.disposals.map(({ quantity }) => shown(quantity))).toEqual(['0.5', '1', '1']);
  });

  test('what arrives beyond what was sent was put in, at spot', () => {
    const transfer = tx('2020-07-01', 'transfer', '-0.5 BTC @A, +0.6 BTC @B', '9000');
    const { holdings, flows } = accountOf([bought[0]!, transfer]);
    expect(holdings.map(({ cost }) => shown(cost))).toEqual(['8000', '900']);
    expect(shown(flows.putIn)).toBe('900');
  });

  test('a trade without its other side puts in or takes out what it is worth', () => {
    const { flows, holdings } = accountOf([
      tx('2020-01-10', 'buy', '+1 BTC', '8000'),
      tx('2020-02-10', 'sell', '-0.5 BTC', '9000'),
    ]);
    expect([shown(flows.putIn), shown(flows.takenOut)]).toEqual(['8000', '4500']);
    expect(holdings.map(({ cost }) => shown(cost))).toEqual(['4000']);
  });

  test('a transaction’s own price comes before others', () => {
    const income = tx('2020-07-01', 'income', '+1 ETH', '900');
    expect(shown(accountOf([income], { prices: { ETH: '1000' } }).flows.income)).toBe('900');
  });

  test('income is at spot, and that is its cost; a commission in the same coin was never had', () => {
    const account = accountOf(
      [
        tx('2020-07-01', 'income', '+0.1261 ETH, fee -0.0328 ETH'),
        tx('2020-07-02', 'income', '+5 USD'),
      ],
      { prices: { ETH: '1000' } },
    );
    expect(shown(account.flows.income)).toBe('98.3');
    expect(account.holdings.map(({ cost }) => shown(cost))).toEqual(['93.3']);
  });

  test('a gift leaves at its cost, or is a disposal where the convention says so', () => {
    const given = [...bought, tx('2021-01-10', 'gift_out', '-0.5 BTC', '30000')];
    const account = accountOf(given);
    expect(account.disposals).toEqual([]);
    expect(account.departures.map(({ kind, cost }) => `${kind} ${shown(cost)}`)).toEqual([
      'gift_out 4000',
    ]);
    expect(shown(account.flows.takenOut)).toBe('4000');
    expect(gainsOf(accountOf(given, { convention: CONVENTIONS.rp2 }))).toEqual([
      '0.5 BTC: 15000 − 4000 = 11000',
    ]);
  });

  test('what is lost is lost with its cost', () => {
    const account = accountOf([...bought, tx('2021-01-10', 'loss', '-0.5 BTC')]);
    expect(gainsOf(account)).toEqual(['0.5 BTC: 0 − 4000 = -4000']);
  });

  test('what is paid with is sold at spot, and taken out', () => {
    const account = accountOf([
      ...bought,
      tx('2021-01-10', 'spend', '-0.5 BTC, fee -1 USD', '30000'),
    ]);
    expect(gainsOf(account)).toEqual(['0.5 BTC: 14999 − 4000 = 10999']);
    expect(shown(account.flows.takenOut)).toBe('15000');
  });

  test('other money is held in lots, and its gains are kept apart', () => {
    const account = accountOf(
      [
        tx('2020-01-10', 'deposit', '+1000 EUR', '1.1'),
        tx('2020-05-01', 'buy', '+1 ETH, -100 EUR, fee -1 EUR'),
      ],
      { prices: { EUR: '1.2' }, money: new Set(['EUR']) },
    );
    expect(shown(account.realised)).toBe('0');
    expect(shown(account.currency)).toBe('10.1');
    expect(account.holdings.map(({ cost }) => shown(cost))).toEqual(['988.9', '121.2']);
  });
});

describe('what is not known', () => {
  test.each(METHODS)('%s: a missing price is flagged, and what needs it is null', (method) => {
    const account = accountOf(
      [
        tx('2020-01-10', 'income', '+1 XYZ'),
        tx('2020-01-11', 'buy', '+1 BTC, -8000 USD'),
        tx('2020-06-10', 'sell', '-0.5 XYZ, +10 USD'),
        tx('2020-06-11', 'sell', '-0.5 BTC, +5000 USD'),
      ],
      { method },
    );
    expect(account.missing).toEqual([
      { asset: 'XYZ', time: Date.UTC(2020, 0, 10, 12), transaction: 0 },
    ]);
    expect(gainsOf(account)).toEqual(['0.5 XYZ: 10 − null = null', '0.5 BTC: 5000 − 4000 = 1000']);
    expect([account.realised, account.flows.income]).toEqual([null, null]);
    expect(valuation(account, () => new Amount(1)).unrealised).toBeNull();
  });

  test('coins that share the money of a trade are valued apart, and a missing price is told', () => {
    const ledger = [tx('2020-01-10', 'buy', '+1 AAA, +1 BBB, -30 USD')];
    const costs = (prices: Record<string, string>) => {
      const { holdings, missing } = accountOf(ledger, { prices });
      return [...holdings.map(({ cost }) => shown(cost)), missing.map(({ asset }) => asset).join()];
    };
    expect(costs({ AAA: '1', BBB: '2' })).toEqual(['10', '20', '']);
    expect(costs({ AAA: '1' })).toEqual([null, null, 'BBB']);
    expect(costs({ AAA: '0', BBB: '0' })).toEqual(['0', '30', '']);
  });

  test('a price of nothing is a price', () => {
    const account = accountOf([tx('2020-01-10', 'income', '+100 UNI', '0')]);
    expect([shown(account.flows.income), account.missing]).toEqual(['0', []]);
  });

  test('an unknown cost is forgotten once the position is closed', () => {
    const account = accountOf(
      [
        tx('2020-01-10', 'income', '+1 XYZ'),
        tx('2020-01-11', 'sell', '-1 XYZ, +10 USD'),
        tx('2020-01-12', 'buy', '+1 XYZ, -20 USD'),
      ],
      { method: 'average' },
    );
    expect(account.holdings.map(({ cost }) => shown(cost))).toEqual(['20']);
  });

  test('lots of unknown cost come last for HIFO and LOFO', () => {
    const ledger = [
      tx('2020-01-10', 'income', '+1 XYZ'),
      tx('2020-01-11', 'buy', '+1 XYZ, -20 USD'),
      tx('2020-01-12', 'sell', '-1 XYZ, +50 USD'),
    ];
    for (const method of ['hifo', 'lofo'] as const) {
      expect(gainsOf(accountOf(ledger, { method }))).toEqual(['1 XYZ: 50 − 20 = 30']);
    }
  });

  test('what has no price is not valued, and the rest is', () => {
    const account = accountOf([tx('2020-01-01', 'buy', '+1 XYZ, -1 USD'), ...bought]);
    const { holdings, value, unpriced } = valuation(account, (asset) =>
      asset === 'BTC' ? new Amount(10_000) : null,
    );
    expect(holdings.map(({ unrealised }) => shown(unrealised))).toEqual([null, '2000', '500']);
    expect([value, unpriced]).toEqual([null, ['XYZ']]);
  });
});

describe('more than there is', () => {
  const sold = [bought[0]!, tx('2021-02-10', 'sell', '-1.5 BTC, +67500 USD')];

  test.each(METHODS)('%s: is refused with its row; the sum is not known, the rest is', (method) => {
    const account = accountOf([...sold, tx('2021-03-10', 'sell', '-1 BTC, +9000 USD')], { method });
    const refused = account.refused.map(({ transaction, leg, quantity, held }) =>
      [transaction, leg, shown(quantity), shown(held)].join(' '),
    );
    expect(refused).toEqual(['1 disposal 1.5 1']);
    expect(account.realised).toBeNull();
    expect(gainsOf(account)).toEqual(['1 BTC: 9000 − 8000 = 1000']);
  });

  test.each(METHODS)('%s: is booked at the average cost where the convention says so', (method) => {
    const account = accountOf(sold, { method, convention: CONVENTIONS.bittytax });
    expect(account.extrapolated).toHaveLength(1);
    expect(shown(account.realised)).toBe('55500');
  });
});

describe('at one time', () => {
  const one = [
    tx('2020-06-10', 'sell', '-0.5 BTC, +4800 USD'),
    tx('2020-06-10', 'buy', '+1 BTC, -9500 USD'),
  ];

  test('what comes in is there for what goes out', () => {
    expect(gainsOf(accountOf(one))).toEqual(['0.5 BTC: 4800 − 4750 = 50']);
  });

  test('or the rows decide, by coinbasis', () => {
    expect(accountOf(one, { convention: CONVENTIONS.coinbasis }).refused).toHaveLength(1);
  });

  test('the fee of a move comes after the sales of its time, in one pool', () => {
    const account = accountOf([
      ...bought,
      tx('2021-02-10', 'transfer', '-0.5 BTC @A, +0.4 BTC @B', '45000'),
      tx('2021-02-10', 'sell', '-1 BTC, +45000 USD'),
    ]);
    expect(gainsOf(account)).toEqual(['1 BTC: 45000 − 8000 = 37000', '0.1 BTC: 4500 − 950 = 3550']);
  });

  test('rows decide among those that come in', () => {
    const [a, b] = [
      tx('2020-01-10', 'buy', '+1 BTC, -8000 USD'),
      tx('2020-01-10', 'buy', '+1 BTC, -9000 USD'),
    ];
    const sale = tx('2021-01-10', 'sell', '-1 BTC, +10000 USD');
    expect(shown(accountOf([a, b, sale]).realised)).toBe('2000');
    expect(shown(accountOf([b, a, sale]).realised)).toBe('1000');
    expect(shown(accountOf([a, b, sale], { method: 'lifo' }).realised)).toBe('1000');
  });
});

test('a closed position is forgotten by the average', () => {
  const account = accountOf(
    [
      tx('2020-01-10', 'buy', '+2 BTC, -16000 USD'),
      tx('2020-03-10', 'sell', '-2 BTC, +14000 USD'),
      tx('2021-01-10', 'buy', '+1 BTC, -38000 USD'),
      tx('2021-02-20', 'buy', '+1 BTC, -50000 USD'),
      tx('2021-04-10', 'sell', '-1 BTC, +60000 USD'),
    ],
    { method: 'average' },
  );
  expect(gainsOf(account)[1]).toBe('1 BTC: 60000 − 44000 = 16000');
});

test('HIFO goes by unit cost with fees, or by price for rp2', () => {
  const ledger = [
    tx('2020-01-10', 'buy', '+1 BTC, -10000 USD'),
    tx('2020-02-10', 'buy', '+1 BTC, -9990 USD, fee -50 USD'),
    tx('2020-06-10', 'sell', '-1 BTC, +12000 USD'),
  ];
  const by = (name: 'tidemark' | 'rp2') =>
    shown(accountOf(ledger, { method: 'hifo', convention: CONVENTIONS[name] }).realised);
  expect([by('tidemark'), by('rp2')]).toEqual(['1960', '2000']);
});

test.each(['1e3', '', '0', '-'])('an amount of %j is refused with its place', (amount) => {
  const movements = [{ asset: 'BTC', amount, role: 'amount' as const, wallet: '' }];
  expect(() => accountOf([{ time: 0, kind: 'deposit', movements }])).toThrow(
    'transaction 0, movement 0: amount',
  );
});
