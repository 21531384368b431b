import { csvLine } from '@tidemark/imports/csv-line';
import type { HistoryPoint } from './history-point.ts';

const COLUMNS = [
  ...(['day', 'value', 'put_in', 'taken_out', 'time_weighted_percent'] as const),
  ...(['bitcoin', 'cash', 'equal_weight'] as const),
] as const satisfies readonly (keyof HistoryPoint)[];

/** The points as CSV (RFC 4180), `currency` in each line; what is not known is empty. No cell needs quotes, or is one that a spreadsheet would run. */
export function historyCsv(points: readonly HistoryPoint[], currency: string): string {
  const rows = points.map((point) =>
    csvLine([...COLUMNS.map((column) => String(point[column] ?? '')), currency]),
  );
  return [csvLine([...COLUMNS, 'currency']), ...rows].join('');
}
