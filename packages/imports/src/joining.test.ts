import { Amount, sumOf } from '@tidemark/ledger/amount';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areOpposite, groupBy, pairUp, tradesOf, type Piece } from './joining.ts';

const piece = fc.record({
  time: fc.integer({ min: 0, max: 20_000 }),
  asset: fc.constantFrom('BTC', 'ETH', 'EUR'),
  amount: fc.integer({ min: -5, max: 5 }).filter((n) => n !== 0),
  fee: fc.boolean(),
});
const pieces = fc.array(piece, { maxLength: 40 }).map((all) =>
  all.map(({ amount, ...rest }, index): Piece & { fee: boolean } => ({
    ...rest,
    amount: new Amount(amount),
    row: { line: index + 1, cells: [] },
  })),
);
const linesOf = (groups: readonly Piece[][]) =>
  groups
    .flat()
    .map(({ row }) => row.line)
    .sort((a, b) => a - b);

it('pairing loses no piece, and pairs only what fits and lies near', () => {
  fc.assert(
    fc.property(pieces, fc.integer({ min: 0, max: 5000 }), (all, within) => {
      const fits = (a: Piece, b: Piece) => areOpposite(a, b) && a.asset !== b.asset;
      const groups = pairUp(all, within, fits);
      expect(linesOf(groups)).toEqual(all.map(({ row }) => row.line));
      for (const [a, b, c] of groups) {
        expect(c).toBeUndefined();
        if (a === undefined || b === undefined) continue;
        expect(fits(a, b)).toBe(true);
        expect(Math.abs(a.time - b.time)).toBeLessThanOrEqual(within);
      }
    }),
  );
});

it('telling trades of a moment apart loses no piece and moves no amount', () => {
  fc.assert(
    fc.property(pieces, (all) => {
      const trades = tradesOf(all, ({ fee }) => fee);
      expect(linesOf(trades)).toEqual(all.map(({ row }) => row.line));
      expect(
        sumOf(trades.flat().map(({ amount }) => amount)).eq(sumOf(all.map(({ amount }) => amount))),
      ).toBe(true);
    }),
  );
});

it('two trades of one second are told apart by the order of their rows, and their fees by the coin', () => {
  const legs = [
    ['BNB', 1],
    ['BTC', -2],
    ['LTC', 3],
    ['ETH', -4],
    ['LTC', -1],
  ] as const;
  const all = legs.map(([asset, amount], index): Piece => ({
    asset,
    amount: new Amount(amount),
    time: 0,
    row: { line: index + 1, cells: [] },
  }));
  const trades = tradesOf(all, ({ row }) => row.line === 5);
  expect(trades.map((trade) => trade.map(({ row }) => row.line))).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

it('groups keep the order of their first ones', () => {
  expect(groupBy(['b1', 'a1', 'b2'], (text) => text.charAt(0))).toEqual([['b1', 'b2'], ['a1']]);
});
