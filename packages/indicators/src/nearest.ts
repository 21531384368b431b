/** The name that begins with what was written, or is within two slips (a letter more, less or other); null if none is. */
export function nearest(written: string, names: readonly string[]): string | null {
  const longer = names.find((name) => written.length > 2 && name.startsWith(written));
  if (longer !== undefined) return longer;
  let best: string | null = null;
  let fewest = Math.min(2, Math.floor(written.length / 2)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - written.length) >= fewest) continue;
    const count = slips(written, name);
    if (count < fewest) [best, fewest] = [name, count];
  }
  return best;
}

/** Levenshtein's distance, one row at a time. */
function slips(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of Array.from(from).entries()) {
    let left = i + 1;
    row = row.map((above, j) => {
      if (j === 0) return left;
      const other = (row[j - 1] ?? 0) + (letter === to[j - 1] ? 0 : 1);
      return (left = Math.min(above + 1, left + 1, other));
    });
  }
  return row.at(-1) ?? 0;
}
