/** Longer cells, and more different ones than this, are kept as they are. */
const MAX_LENGTH = 40;
const MAX_CELLS = 50_000;

/** One copy of each text that comes again and again: venues, coins, operations, seconds. Halves what a long file takes. */
export class CellPool {
  private readonly cells = new Map<string, string>();

  /** Puts the copies in the place of a row's cells. */
  share(cells: string[]): void {
    cells.forEach((cell, index) => {
      if (cell.length > MAX_LENGTH) return;
      const known = this.cells.get(cell);
      if (known !== undefined) cells[index] = known;
      else if (this.cells.size < MAX_CELLS) this.cells.set(cell, cell);
    });
  }
}
