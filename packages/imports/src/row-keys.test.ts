import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Row } from './reading/records.ts';
import { rowKeys } from './row-keys.ts';
import { headerOf } from './sheet-header.ts';

const HEADER = headerOf(1, ['Time', 'Coin', 'Change'], false);
const row = (cells: readonly string[], index: number): Row => ({
  line: index + 2,
  cells: [...cells],
});
// Few values, so that equal rows are many.
const table = fc
  .array(
    fc.tuple(
      fc.constantFrom('1', '2'),
      fc.constantFrom('BTC', 'ETH'),
      fc.constantFrom('5', '-5', ''),
    ),
    { maxLength: 30 },
  )
  .map((rows) => rows.map(row));

it('no two rows of a file have one key, equal rows too', () => {
  fc.assert(
    fc.property(table, (rows) => {
      expect(new Set(rowKeys({ name: 'a' }, HEADER, rows)).size).toBe(rows.length);
    }),
  );
});

it('a file again, its beginning, or the file with rows added knows the rows that were there', () => {
  fc.assert(
    fc.property(table, table, fc.nat(30), (rows, more, cut) => {
      const keys = rowKeys({ name: 'a' }, HEADER, rows);
      expect(rowKeys({ name: 'a' }, HEADER, rows)).toEqual(keys);
      expect(rowKeys({ name: 'a' }, HEADER, rows.slice(0, cut))).toEqual(keys.slice(0, cut));
      const grown = rowKeys({ name: 'a' }, HEADER, [...rows, ...more]);
      expect(grown.filter((key) => !keys.includes(key))).toHaveLength(more.length);
    }),
  );
});

it('any part of a file adds nothing', () => {
  fc.assert(
    fc.property(table, fc.nat(30), fc.nat(30), (rows, from, length) => {
      const keys = new Set(rowKeys({ name: 'a' }, HEADER, rows));
      const part = rowKeys({ name: 'a' }, HEADER, rows.slice(from, from + length));
      expect(part.every((key) => keys.has(key))).toBe(true);
    }),
  );
});

it('the order of columns, blanks and new empty columns change no key; another shape does', () => {
  const [key] = rowKeys({ name: 'a' }, HEADER, [row(['1', 'BTC', '5'], 0)]);
  const other = headerOf(1, ['Coin', 'change', 'TIME', 'New'], false);
  expect(rowKeys({ name: 'a' }, other, [row([' BTC', '5', '1', ''], 7)])).toEqual([key]);
  expect(rowKeys({ name: 'b' }, HEADER, [row(['1', 'BTC', '5'], 0)])).not.toEqual([key]);
});

it('an id names a row whatever else is written of it', () => {
  const preset = { name: 'a', identity: ['time'] };
  const [key] = rowKeys(preset, HEADER, [row(['1', 'BTC', '5'], 0)]);
  expect(rowKeys(preset, HEADER, [row(['1', 'BTC', '5.00'], 0)])).toEqual([key]);
  const without = rowKeys(preset, HEADER, [row(['', 'BTC', '5'], 0), row(['', 'ETH', '5'], 1)]);
  expect(new Set(without).size).toBe(2);
});
