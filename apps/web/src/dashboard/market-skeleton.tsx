import { Skeleton } from '../components/ui/skeleton.tsx';
import { COLUMNS, type Column } from './columns.ts';

const ROWS = Array.from({ length: 30 }, (_, index) => index);
const ORDER: readonly Column[] = Object.values(COLUMNS);

/** Rows of the final size while the coins load. */
export function MarketSkeleton() {
  return ROWS.map((row) => (
    <tr key={row} className="h-[3.25rem] border-t border-line">
      {ORDER.map((column) => (
        <td key={column.id} className={column.className}>
          <Skeleton className="inline-block h-4 w-3/4 align-middle" />
        </td>
      ))}
    </tr>
  ));
}
