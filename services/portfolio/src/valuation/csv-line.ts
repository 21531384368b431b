import { csvLine as lineOf } from '@tidemark/imports/csv-line';

const NUMBER = /^-?\d+(\.\d+)?$/;
/** What a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A line of CSV as RFC 4180 has it. Text that a spreadsheet would compute gets an apostrophe before it; null is empty. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return lineOf(cells.map(cellOf));
}

function cellOf(cell: string | number | null): string {
  if (cell === null) return '';
  const text = String(cell);
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
