/**
 * Edits that turn one text into the other: insert, delete, replace, or swap of two neighbours, each counting one
 * (optimal string alignment distance).
 */
export function editDistance(a: string, b: string): number {
  const table: number[][] = [];
  const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;

  const edits = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const swapped = isSwap ? at(i - 2, j - 2) + 1 : Infinity;
    return Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped);
  };

  for (let i = 0; i <= a.length; i += 1) {
    const row: number[] = [];
    table.push(row);
    for (let j = 0; j <= b.length; j += 1) row.push(edits(i, j));
  }
  return at(a.length, b.length);
}
