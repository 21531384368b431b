import type { Row } from './records.ts';

/** Longer cells, and more different ones than this, are kept as they are. */
const MAX_LENGTH = 40;
const MAX_CELLS = 50_000;

/** One copy of each text that comes again and again: venues, coins, operations, seconds. Halves what a long file takes. */
export class CellPool {
  private readonly cells = new Map<string, string>();

  share(row: Row): Row {
    const { cells } = this;
    const shared = row.cells.map((cell) => {
      if (cell.length > MAX_LENGTH) return cell;
      const known = cells.get(cell);
      if (known !== undefined) return known;
      if (cells.size < MAX_CELLS) cells.set(cell, cell);
      return cell;
    });
    return { ...row, cells: shared };
  }
}
