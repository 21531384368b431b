import type { RawRecord } from './reading/lines.ts';
import { DELIMITERS, rowsOf, type Delimiter, type Row } from './reading/records.ts';
import { headerOf, type Header } from './sheet-header.ts';
import type { Preset } from './preset.ts';

/** How far down a header is looked for: preambles have up to seven lines. */
export const HEADER_WITHIN = 40;
const BELOW = 20;

export interface FoundHeader {
  header: Header;
  preset: Preset;
  /** Index of the record that is the header. */
  at: number;
}

/** The first line that a preset knows as its header. */
export function findHeader(rows: readonly Row[], presets: readonly Preset[]): FoundHeader | null {
  for (const [at, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    if (row.cells.length < 3) continue;
    const header = headerOf(row.line, row.cells, row.wrapped === true);
    const below = rows.slice(at + 1, at + 1 + BELOW);
    const preset = presets.find((each) => each.recognise(header, below));
    if (preset !== undefined) return { header, preset, at };
  }
  return null;
}

/** The header under the delimiter that makes it one; the delimiter is never guessed otherwise. */
export function findTextHeader(
  records: readonly RawRecord[],
  presets: readonly Preset[],
): (FoundHeader & { delimiter: Delimiter }) | null {
  const found = DELIMITERS.flatMap((delimiter) => {
    const rows = rowsOf(records.slice(0, HEADER_WITHIN + BELOW), delimiter, 0);
    const header = findHeader(rows, presets);
    return header === null ? [] : [{ ...header, delimiter }];
  });
  // Under a wrong delimiter a header has fewer cells, or none is known.
  return (
    found.toSorted(
      (a, b) => a.header.line - b.header.line || b.header.columns.size - a.header.columns.size,
    )[0] ?? null
  );
}

/** The cells of what may be the header where nobody knows it: the first of the rows that have the most cells. */
export function likelyHeader(rows: readonly Row[]): string[] {
  const begin = rows.slice(0, HEADER_WITHIN);
  const most = Math.max(0, ...begin.map(({ cells }) => cells.length));
  const found = begin.find(({ cells }) => cells.length === most && cells.length > 1);
  return found?.cells.map((cell) => cell.trim()) ?? [];
}

/** The same, under the delimiter that parts it into the most cells. */
export function likelyTextHeader(records: readonly RawRecord[]): string[] {
  const begin = records.slice(0, HEADER_WITHIN);
  return DELIMITERS.map((delimiter) => likelyHeader(rowsOf(begin, delimiter, 0))).reduce(
    (best, titles) => (titles.length > best.length ? titles : best),
  );
}
