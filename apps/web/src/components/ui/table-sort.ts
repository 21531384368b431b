import type { ReactNode } from 'react';

export interface Column<Row> {
  id: string;
  label: string;
  /** Stands at the right, under each other. */
  isFigure?: boolean;
  /** Names the row: its header, and the head of its card. */
  isTitle?: boolean;
  cell: (row: Row) => ReactNode;
  /** What rows are sorted by; null comes last either way. Left out: they are not sorted by this. */
  sortBy?: (row: Row) => number | string | null;
  className?: string;
}

export interface TableSort {
  /** Of a column. */
  id: string;
  descending: boolean;
}

/** What another press on a column does: largest first (names: from A), the other way round, then as the rows come. */
export function nextTableSort<Row>(
  now: TableSort | null,
  { id, isFigure = false }: Column<Row>,
): TableSort | null {
  if (now?.id !== id) return { id, descending: isFigure };
  return now.descending === isFigure ? { id, descending: !isFigure } : null;
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}

/** The rows in order; equal ones, and all without a sort, stay as they come. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: TableSort | null,
): readonly Row[] {
  const by = columns.find(({ id }) => id === sort?.id)?.sortBy;
  if (by === undefined || sort === null) return rows;
  return rows.toSorted((left, right) => {
    const [a, b] = [by(left), by(right)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sort.descending ? compare(b, a) : compare(a, b);
  });
}
