'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { cn } from './class-names.ts';
import { nextTableSort, sortRows, type Column, type TableSort } from './table-sort.ts';

export type { Column } from './table-sort.ts';

interface DataTableProps<Row> {
  /** What is in it, for whoever does not see where it stands. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Null: as the rows come. */
  initialSort?: TableSort | null;
  /** Rows that are shown, the first in order; all where it is left out. */
  limit?: number;
  /** Under the rows. */
  foot?: ReactNode;
  className?: string;
}

/**
 * Rows in columns; where it is narrow each row is a card that names its figures, and sorts by a list. Its roles are written
 * out: browsers take those away from a table that is no table to the eye.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, initialSort = null, limit, foot, className } = props;
  const [sort, setSort] = useState<TableSort | null>(initialSort);
  const ordered = sortRows(rows, columns, sort).slice(0, limit);
  return (
    <div className={cn('flex min-w-0 flex-col', className)}>
      <SortList columns={columns} sort={sort} onSort={setSort} />
      {/* Words for screen readers alone are laid out in it, and not beyond the page. */}
      <div className="relative min-w-0 overflow-x-auto">
        <table role="table" className="w-full border-collapse max-md:block">
          <caption className="sr-only">{caption}</caption>
          <thead role="rowgroup" className="text-xs text-muted max-md:hidden">
            <tr role="row" className="h-9">
              {columns.map((column) => (
                <HeadCell key={column.id} column={column} sort={sort} onSort={setSort} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" className="max-md:block">
            {ordered.map((row) => (
              <TableRow key={rowKey(row)} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
      {foot}
    </div>
  );
}

const SIDES = 'px-3 first:pl-4 last:pr-4';

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: TableSort | null;
  onSort: (sort: TableSort | null) => void;
}

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const isSorted = sort?.id === column.id;
  const order = isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined;
  const Arrow = sort?.descending === true ? ArrowDown : ArrowUp;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={order}
      className={cn(
        SIDES,
        'font-normal whitespace-nowrap',
        column.isFigure === true ? 'text-right' : 'text-left',
        column.className,
      )}
    >
      {column.sortBy === undefined ? (
        column.label
      ) : (
        <button
          type="button"
          onClick={() => onSort(nextTableSort(sort, column))}
          className={cn(
            'inline-flex items-center gap-1 hover:text-foreground',
            isSorted && 'text-foreground',
          )}
        >
          {column.label}
          {isSorted && <Arrow aria-hidden className="size-3" />}
        </button>
      )}
    </th>
  );
}

function TableRow<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  return (
    <tr
      role="row"
      className="border-t border-line max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:gap-y-2 max-md:px-4 max-md:py-3 md:h-11"
    >
      {columns.map((column) => {
        const Cell = column.isTitle === true ? 'th' : 'td';
        return (
          <Cell
            key={column.id}
            {...(column.isTitle === true ? { role: 'rowheader', scope: 'row' } : { role: 'cell' })}
            className={cn(
              'font-normal max-md:min-w-0 max-md:px-0! md:py-1.5',
              SIDES,
              column.isFigure === true ? 'md:text-right' : 'text-left',
              column.isTitle === true && 'max-md:col-span-2',
              column.className,
            )}
          >
            {column.isTitle !== true && (
              <span className="block text-2xs text-muted md:hidden">{column.label}</span>
            )}
            {column.cell(row)}
          </Cell>
        );
      })}
    </tr>
  );
}

interface SortListProps<Row> {
  columns: readonly Column<Row>[];
  sort: TableSort | null;
  onSort: (sort: TableSort | null) => void;
}

/** Sorting where there is no head to press. */
function SortList<Row>({ columns, sort, onSort }: SortListProps<Row>) {
  const id = useId();
  const sortable = columns.filter(({ sortBy }) => sortBy !== undefined);
  if (sortable.length === 0) return null;
  return (
    <div className="flex items-center gap-2 px-4 pb-3 text-xs text-muted md:hidden">
      <label htmlFor={id}>Sort by</label>
      <select
        id={id}
        value={sort?.id ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const column = sortable.find((candidate) => candidate.id === value);
          onSort(column === undefined ? null : nextTableSort(null, column));
        }}
        className="h-8 min-w-0 flex-1 rounded-md border border-field bg-background/60 px-2 text-[0.8125rem] text-foreground"
      >
        <option value="">As listed</option>
        {sortable.map((column) => (
          <option key={column.id} value={column.id} className="bg-surface">
            {column.label}
          </option>
        ))}
      </select>
    </div>
  );
}
