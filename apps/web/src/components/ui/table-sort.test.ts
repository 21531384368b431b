import { expect, test } from 'vitest';
import { nextTableSort, sortRows, type Column } from './table-sort.ts';

interface Row {
  name: string;
  size: number | null;
}
const name: Column<Row> = {
  ...{ id: 'name', label: 'Name', cell: (row) => row.name, sortBy: (row) => row.name },
};
const size: Column<Row> = {
  ...{ id: 'size', label: 'Size', isFigure: true, cell: (row) => row.size },
  sortBy: (row) => row.size,
};
const rows: Row[] = [
  { name: 'b', size: 1 },
  { name: 'c', size: null },
  { name: 'a', size: 3 },
];
const names = (sort: Parameters<typeof sortRows>[2]) =>
  sortRows(rows, [name, size], sort).map((row) => row.name);

test('figures go from the largest, names from A, a third press gives the order back', () => {
  const once = nextTableSort(null, size);
  const twice = nextTableSort(once, size);
  expect(names(once)).toEqual(['a', 'b', 'c']);
  expect(names(twice)).toEqual(['b', 'a', 'c']);
  expect(nextTableSort(twice, size)).toBeNull();
  expect(names(nextTableSort(once, name))).toEqual(['a', 'b', 'c']);
});

test('what is not known comes last either way', () => {
  expect(names({ id: 'size', descending: true }).at(-1)).toBe('c');
  expect(names({ id: 'size', descending: false }).at(-1)).toBe('c');
});
