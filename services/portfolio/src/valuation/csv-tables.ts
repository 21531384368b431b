import type { DisposalRow } from '@tidemark/contracts/portfolio-gains';
import type { Position } from '@tidemark/contracts/portfolio-value';
import { csvLine } from './csv-line.ts';

const DISPOSAL_COLUMNS = [
  ...(['n', 'asset', 'wallet', 'kind', 'role', 'quantity', 'acquired_at', 'disposed_at'] as const),
  ...(['proceeds', 'cost', 'gain', 'fees_disposing', 'fees_acquiring', 'term', 'rule'] as const),
  ...(['disposed_by', 'acquired_by'] as const),
];
const POSITION_COLUMNS = [
  ...(['asset', 'coin_id', 'kind', 'quantity'] as const),
  ...(['value', 'cost', 'unrealised', 'realised', 'income'] as const),
];

/** A line for each disposal, under a header; `currency` is what the amounts are in. */
export function disposalsCsv(rows: readonly DisposalRow[], currency: string): string {
  const lines = rows.map((row) =>
    csvLine([
      ...DISPOSAL_COLUMNS.map((column) => {
        const value = row[column];
        if (column === 'acquired_at' || column === 'disposed_at') return timeText(row[column]);
        return Array.isArray(value) ? value.join(' ') : value;
      }),
      currency,
    ]),
  );
  return [csvLine([...DISPOSAL_COLUMNS, 'currency']), ...lines].join('');
}

/** A line for each position, under a header. */
export function positionsCsv(positions: readonly Position[], currency: string): string {
  const header = csvLine([...POSITION_COLUMNS, 'price', 'price_source', 'price_as_of', 'currency']);
  const lines = positions.map(({ price, ...position }) =>
    csvLine([
      ...POSITION_COLUMNS.map((column) => position[column]),
      ...[price?.amount ?? null, price?.source ?? null, timeText(price?.as_of ?? null), currency],
    ]),
  );
  return [header, ...lines].join('');
}

function timeText(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
