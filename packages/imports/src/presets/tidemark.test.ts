import { Amount, writeAmount } from '@tidemark/ledger/amount';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFile, type ImportOptions } from '../import-file.ts';
import { reportOf } from '../report.ts';
import { csvLine } from '../csv-line.ts';
import { readTextCell, writeTextCell } from '../tidemark/text-cell.ts';
import {
  TIDEMARK_HEADER,
  tidemarkLines,
  type IdentifiedTransaction,
} from '../tidemark/write-tidemark.ts';

async function imported(text: string, options: Partial<ImportOptions> = {}) {
  const bytes = async function* () {
    // Cut anywhere, as it comes over a network.
    const all = Buffer.from(text);
    for (let at = 0; at < all.length; at += 997) yield all.subarray(at, at + 997);
  };
  const file = await importFile(bytes(), { fileName: 'transactions.csv', ...options });
  return { ...reportOf(file), keys: file.transactions.flatMap(({ keys }) => keys) };
}

const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('=1+1', "'", '-', '\t@x', ''),
  )
  .map((each) => each.toWellFormed());
const decimal = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.nat(40), fc.boolean())
  .map(([digits, scale, isNegative]) =>
    writeAmount(
      new Amount(digits.toString()).times(new Amount(10).pow(-scale)).times(isNegative ? -1 : 1),
    ),
  )
  .filter((amount) => amount !== '0');
const transaction: fc.Arbitrary<IdentifiedTransaction> = fc
  .record({
    id: fc.uuid(),
    time: fc.integer({ min: 0, max: Date.UTC(2100, 0) }),
    kind: fc.constantFrom('buy', 'sell', 'swap', 'transfer', 'income', 'gift_out', 'loss'),
    income: fc.constantFrom('staking', 'fork', 'other'),
    movements: fc.array(
      fc.record({
        asset: text.filter((each) => each !== ''),
        amount: decimal,
        role: fc.constantFrom('amount', 'fee'),
        wallet: text,
      }),
      { minLength: 1, maxLength: 4 },
    ),
    price: fc.option(fc.record({ amount: decimal, currency: fc.constantFrom('EUR', 'USD') })),
    note: text,
    reference: text,
  })
  .map(({ income, price, note, reference, ...rest }) => ({
    ...rest,
    ...(rest.kind === 'income' && { income }),
    ...(price !== null && { price }),
    ...(note !== '' && { note }),
    ...(reference !== '' && { reference }),
  }));
const ledger = fc.uniqueArray(transaction, { maxLength: 20, selector: ({ id }) => id });

const written = (all: readonly IdentifiedTransaction[]) =>
  TIDEMARK_HEADER + all.map(tidemarkLines).join('');

describe('an export of our own', () => {
  it('reads as the transactions that were written, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(ledger, async (all) => {
        const sorted = all.toSorted((a, b) => a.time - b.time);
        const { preset, rows, refused, transactions, time_zone_from } = await imported(
          written(sorted),
        );
        const got = transactions.map(({ source, ...rest }: LedgerTransaction) => ({
          ...rest,
          ...(source?.reference !== undefined && { reference: source.reference }),
        }));
        expect(got).toEqual(sorted.map(({ id: _, ...rest }) => rest));
        expect([preset, rows, refused]).toEqual([
          'tidemark',
          sorted.flatMap(({ movements }) => movements).length,
          [],
        ]);
        expect(time_zone_from).toBe(all.length > 0 ? 'cells' : null);
      }),
      { numRuns: 200 },
    );
  });

  it('is known again, whatever else was written since', async () => {
    await fc.assert(
      fc.asyncProperty(ledger, fc.nat(20), async (all, cut) => {
        const first = await imported(written(all.slice(0, cut)));
        const again = await imported(written(all), { seen: () => new Set(first.keys) });
        expect(again.taken).toBe(all.length - all.slice(0, cut).length);
      }),
    );
  });

  it('with a row missing costs that transaction', async () => {
    const move = { asset: 'BTC', amount: '1', role: 'amount', wallet: '' } as const;
    const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    const all = [1, 2].map((n) => ({
      ...{
        id: id(n),
        time: n,
        kind: 'swap' as const,
        movements: [move, { ...move, amount: '-2' }],
      },
    }));
    const lines = written(all).split('\r\n');
    const { taken, refused } = await imported(lines.toSpliced(2, 1).join('\r\n'));
    expect([taken, refused]).toEqual([
      1,
      [{ line: 2, field: 'row', reason: 'is of a transaction of which rows are missing' }],
    ]);
  });
});

describe('a text as a cell', () => {
  it('comes back, and is no formula', () => {
    fc.assert(
      fc.property(text, (each) => {
        const cell = writeTextCell(each);
        expect(readTextCell(cell)).toBe(each);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect(csvLine([cell]).split(/\r\n|\r|\n/)).toHaveLength(2);
      }),
      { numRuns: 1_000 },
    );
  });
});
