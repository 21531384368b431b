import { ArrowDown, ArrowUp } from 'lucide-react';
import { cn } from '../components/ui/class-names.ts';
import { COLUMN_ORDER, type Column } from './columns.ts';
import { nextSort, type Sort } from '../market/market-order.ts';

interface HeadProps {
  sort: Sort;
  onSort: (sort: Sort) => void;
}

function ariaSort(column: Column, sort: Sort) {
  if (column.sort === null || column.sort !== sort.key) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}

function SortButton({ column, sort, onSort }: HeadProps & { column: Column }) {
  const key = column.sort;
  if (column.id === 'star') return <span className="sr-only">{column.label}</span>;
  if (key === null) return <span>{column.label}</span>;
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  const active = key === sort.key && key !== 'rank';
  return (
    <button
      type="button"
      aria-label={key === 'rank' ? 'Rank' : undefined}
      onClick={() => onSort(nextSort(sort, key))}
      className={cn('relative rounded hover:text-foreground', active && 'text-foreground')}
    >
      {column.label}
      {active && <Arrow aria-hidden className="absolute top-0.5 -right-3.5 size-3" />}
    </button>
  );
}

/** Names of the columns; those with figures sort. */
export function MarketTableHead({ sort, onSort }: HeadProps) {
  return (
    <thead className="text-xs text-muted">
      <tr className="h-9">
        {COLUMN_ORDER.map((column) => (
          <th
            key={column.id}
            scope="col"
            aria-sort={ariaSort(column, sort)}
            className={cn(column.className, 'font-normal')}
          >
            <SortButton column={column} sort={sort} onSort={onSort} />
          </th>
        ))}
      </tr>
    </thead>
  );
}
