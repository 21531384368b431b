import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved, placeAt, shiftOf } from './order.ts';

test.each([
  [0, 2, ['b', 'c', 'a']],
  [2, 0, ['c', 'a', 'b']],
  [1, 1, ['a', 'b', 'c']],
  [0, 9, ['b', 'c', 'a']],
  [2, -1, ['c', 'a', 'b']],
  [7, 0, ['a', 'b', 'c']],
])('from %i to %i', (from, to, after) => {
  expect(moved(['a', 'b', 'c'], from, to)).toEqual(after);
});

const rows = [0, 50, 100, 150].map((top) => ({ top, bottom: top + 50 }));

test.each([
  [0, 10, 0],
  [0, 51, 1],
  [0, 500, 3],
  [3, -49, 3],
  [3, -51, 2],
  [3, -500, 0],
  [1, 0, 1],
])('the row at %i, dragged by %i px, takes place %i', (from, dy, to) => {
  expect(placeAt(rows, from, dy)).toBe(to);
});

test('while a row is dragged the others stand where they would be after it is let go', () => {
  const place = fc.nat({ max: rows.length - 1 });
  fc.assert(
    fc.property(place, place, (from, to) => {
      const after = moved([0, 1, 2, 3], from, to);
      const shown = rows
        .map(({ top }, index) => ({ index, top: top + shiftOf(index, { from, to, height: 50 }) }))
        .filter(({ index }) => index !== from);
      expect(shown.map(({ top }) => top)).toEqual(
        shown.map(({ index }) => after.indexOf(index) * 50),
      );
    }),
  );
});
