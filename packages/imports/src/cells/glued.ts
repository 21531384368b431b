import { readNumber, type NumberCell } from './number.ts';

/**
 * A number with a coin glued to it, `0.005` and `1INCH` in `0.0051INCH`: of the coins that the row names the one that the cell ends
 * in; otherwise what stands behind the digits.
 */
export function readGlued(cell: string, coins: readonly string[]): NumberCell | null {
  const text = cell.trim().toUpperCase();
  for (const unit of coins) {
    if (!text.endsWith(unit)) continue;
    const read = readNumber(text.slice(0, -unit.length), 'grouping');
    if (read?.unit === '') return { amount: read.amount, unit };
  }
  return readNumber(text, 'grouping');
}
