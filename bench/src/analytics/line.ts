/** A line of a table: a name, then cells to the right. */
export function line(name: string, cells: readonly (string | number)[], width = 40): string {
  return `${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(9)).join('')}\n`;
}
