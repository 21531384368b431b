import { Amount, ZERO, writeAmount } from '@tidemark/ledger/amount';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Method } from './method.ts';
import { accountOf } from './test-ledger.ts';

interface Row {
  buys: boolean;
  quantity: number;
  price: number;
}

/** Textbook lots: an array that is sorted again for each sale. */
function byHand(rows: readonly Row[], method: Method): string[] {
  let lots: { at: number; left: number; price: number }[] = [];
  const taken: string[] = [];
  rows.forEach(({ buys, quantity, price }, at) => {
    if (buys) return void lots.push({ at, left: quantity, price });
    if (lots.reduce((sum, { left }) => sum + left, 0) < quantity) return;
    const dear = (a: { price: number }, b: { price: number }) => b.price - a.price;
    lots.sort((a, b) => {
      if (method === 'lifo') return b.at - a.at;
      if (method === 'hifo') return dear(a, b) || a.at - b.at;
      return method === 'lofo' ? dear(b, a) || a.at - b.at : a.at - b.at;
    });
    let rest = quantity;
    for (const lot of lots) {
      const part = Math.min(rest, lot.left);
      if (part > 0) taken.push(`${part} of ${lot.at} by ${at}`);
      lot.left -= part;
      rest -= part;
    }
    lots = lots.filter(({ left }) => left > 0);
  });
  return taken;
}

const rows = fc.array(
  fc.record({
    buys: fc.boolean(),
    quantity: fc.integer({ min: 1, max: 9 }),
    price: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 60 },
);

function ledgerOf(all: readonly Row[]): LedgerTransaction[] {
  return all.map(({ buys, quantity, price }, i) => ({
    time: i * 1_000,
    kind: buys ? 'buy' : 'sell',
    movements: [
      { asset: 'BTC', amount: `${buys ? quantity : -quantity}`, role: 'amount', wallet: '' },
      { asset: 'USD', amount: `${(buys ? -1 : 1) * quantity * price}`, role: 'amount', wallet: '' },
    ],
  }));
}

test.each(['fifo', 'lifo', 'hifo', 'lofo'] as const)(
  '%s takes the lots of the textbook',
  (method) => {
    fc.assert(
      fc.property(rows, (all) => {
        const { disposals } = accountOf(ledgerOf(all), { method });
        const taken = disposals.map(({ quantity, acquired, disposed }) => {
          return `${writeAmount(quantity)} of ${acquired!.transaction} by ${disposed.transaction}`;
        });
        expect(taken).toEqual(byHand(all, method));
      }),
      { numRuns: 300 },
    );
  },
);

test('the pieces of one sale have all of its proceeds and fees, in thirds too', () => {
  const lots = Array.from({ length: 3 }, (): Row => ({ buys: true, quantity: 1, price: 1 }));
  const ledger = ledgerOf([...lots, { buys: false, quantity: 3, price: 1 }]);
  const usd = { asset: 'USD', wallet: '', role: 'fee', amount: '-0.1' } as const;
  const last = ledger.at(-1)!;
  const { disposals } = accountOf([
    ...ledger.slice(0, -1),
    { ...last, movements: [...last.movements, usd] },
  ]);
  const sum = disposals.reduce((all, { proceeds }) => all.plus(proceeds!), ZERO);
  expect(sum.eq(new Amount('2.9'))).toBe(true);
});
