import { parse, type Options } from 'csv-parse/sync';
import type { RawRecord } from './lines.ts';

/** One row of a file as text, nothing cast. */
export interface Row {
  /** Of the file, counted from 1. */
  readonly line: number;
  readonly cells: string[];
  /** What it is known by again; given once all rows are read. */
  key?: string;
  /** The whole row stood in one pair of quotes. */
  readonly wrapped?: true;
  /** The last of a file that does not end with a line break: it may have been cut. */
  readonly last?: true;
  /** Why it cannot be split into cells. */
  readonly broken?: string;
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

// No `cast`: it makes 12345678901234567890 inexact and 0x10 a number.
const STRICT: Options = { relax_column_count: true };
const RELAXED: Options = { ...STRICT, relax_quotes: true, trim: true };

function split(text: string, delimiter: Delimiter, options: Options): string[][] | null {
  try {
    return parse(text, { ...options, delimiter });
  } catch {
    return null;
  }
}

/** The cells of one record, by the strict reading where there is one. */
function cellsOf(text: string, delimiter: Delimiter): string[] | null {
  const strict = split(text, delimiter, STRICT);
  if (strict?.length === 1) return strict[0] ?? null;
  const relaxed = split(text, delimiter, RELAXED);
  return relaxed?.length === 1 ? (relaxed[0] ?? null) : null;
}

/** A row in one pair of quotes, as spreadsheets and mails make them: `"1,2021,""Spot"",BTC"`. */
function unwrapped(row: Row, delimiter: Delimiter): Row {
  const [only] = row.cells;
  if (row.cells.length !== 1 || only?.includes(delimiter) !== true) return row;
  const cells = cellsOf(only, delimiter);
  return cells === null ? row : { ...row, cells, wrapped: true };
}

function lonely(record: RawRecord, delimiter: Delimiter, width: number): Row[] {
  const { line } = record;
  const last = record.last === true ? { last: record.last } : {};
  if (record.open === true) {
    return [{ line, cells: [], broken: 'a quote that is opened is not closed', ...last }];
  }
  const cells = cellsOf(record.text, delimiter);
  if (cells === null && record.text.includes('\n')) {
    return record.text
      .split('\n')
      .flatMap((text, index) => lonely({ line: line + index, text }, delimiter, width));
  }
  const row = unwrapped({ line, cells: cells ?? [], ...last }, delimiter);
  if (row.cells.length === width || width === 0) return [row];
  // Quotes that were doubled once too often: `""2,500.00ADA""`.
  const halved = cellsOf(record.text.replaceAll('""', '"'), delimiter);
  if (halved?.length === width) return [{ line, cells: halved, ...last }];
  return [cells === null ? { ...row, broken: 'its quotes do not match' } : row];
}

function isFilled(row: Row): boolean {
  return row.broken !== undefined || row.cells.some((cell) => cell.trim() !== '');
}

/**
 * Splits records into cells: all at once where they are in order, one by one where that fails, so that a broken row costs no
 * other. `width`: how many cells the header has, 0 before it is known. Rows of empty cells are left out.
 */
export function rowsOf(records: readonly RawRecord[], delimiter: Delimiter, width: number): Row[] {
  const plain = records.every(({ open, last }) => open === undefined && last === undefined);
  const all = plain ? split(records.map(({ text }) => text).join('\n'), delimiter, STRICT) : null;
  if (all?.length !== records.length) {
    return records.flatMap((record) => lonely(record, delimiter, width)).filter(isFilled);
  }
  const rows: Row[] = [];
  records.forEach((record, index) => {
    const cells = all[index] ?? [];
    if (cells.length === width) rows.push({ line: record.line, cells });
    else rows.push(...lonely(record, delimiter, width));
  });
  return rows.filter(isFilled);
}
