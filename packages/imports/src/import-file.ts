import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import { guessMapping } from './generic/guess.ts';
import { generic, mappedBy } from './generic/generic.ts';
import type { Mapping } from './generic/mapping.ts';
import { Outcomes, SEEN, type Taken } from './outcomes.ts';
import { PRESETS } from './presets/catalogue.ts';
import type { Row } from './reading/records.ts';
import { Refusal } from './refusal.ts';
import { rowKeys } from './row-keys.ts';
import { plainTitle, type Header } from './sheet-header.ts';
import { Sheet, type FileContext } from './sheet.ts';
import { readTable, type Table } from './table.ts';

export interface ImportOptions extends FileContext {
  /** What the columns are, where a person said so: no preset is asked then. */
  readonly mapping?: Mapping;
  /** Which of the file's rows are there already, by their keys: such rows are ignored. Asked once. */
  readonly seen?: (keys: readonly string[]) => ReadonlySet<string> | Promise<ReadonlySet<string>>;
  /** Epoch ms: what is later has not happened, and is refused. */
  readonly until?: number;
  /** Told now and then how many bytes are read. */
  readonly onProgress?: (bytes: number) => void;
}

export interface ImportedTransaction {
  transaction: LedgerTransaction;
  /** Of its rows: kept, they are the `seen` of the next import. */
  keys: readonly string[];
}

export interface ImportedFile {
  preset: string;
  header: Header;
  /** What the columns were taken for, where no venue's preset knew them: kept, it is the `mapping` of the next import. */
  mapping: Mapping | null;
  /** Zones that times were read with, by name, and who said so. */
  zones: ReadonlyMap<string, string>;
  /** Data rows: every line under the header with anything in it. */
  rows: number;
  outcomes: Outcomes;
  transactions: readonly ImportedTransaction[];
}

/** Text that ends a row and was not quoted although it has the delimiter in it: `for € 300,00`. */
function withWholeNote(row: Row, { titles }: Header): Row {
  const end = titles.length - 1;
  if (
    row.cells.length <= titles.length ||
    !/note|remark|comment|description|details/i.test(titles[end] ?? '')
  )
    return row;
  return { ...row, cells: [...row.cells.slice(0, end), row.cells.slice(end).join(',')] };
}

/** Why a row cannot be read whatever its cells are. */
function shapeFault(row: Row, header: Header, fixedEnd: number | null): string | null {
  if (row.broken !== undefined) return row.broken;
  const width = header.titles.findLastIndex((title) => title !== '') + 1;
  const cells = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (cells > header.titles.length) return `has ${cells} cells under ${width} columns`;
  if (row.last !== true) return null;
  if (row.cells.length < width)
    return `ends after ${row.cells.length} of ${width} cells: the file may have been cut`;
  const end = row.cells[width - 1] ?? '';
  const short = fixedEnd !== null && end.length < fixedEnd;
  return short
    ? `ends within ${header.titles[width - 1] ?? 'it'}: the file may have been cut`
    : null;
}

/** How long the last cell of every row is, where all but the last row agree and it is more than a word. */
function fixedEndOf(rows: readonly Row[], header: Header): number | null {
  const column = header.titles.findLastIndex((title) => title !== '');
  if (rows.at(-1)?.last !== true) return null;
  const lengths = new Set(rows.slice(0, -1).map(({ cells }) => (cells[column] ?? '').length));
  const [length = 0] = lengths;
  return lengths.size === 1 && length >= 8 ? length : null;
}

function isHeaderAgain(row: Row, header: Header): boolean {
  return (
    row.cells.length > 1 &&
    row.cells.every((cell, index) => plainTitle(cell) === plainTitle(header.titles[index] ?? ''))
  );
}

/** The rows that are whole, with their keys. */
function wholeRows({ header, rows, preset }: Table, outcomes: Outcomes): Row[] {
  const fixedEnd = fixedEndOf(rows, header);
  const first = (header.titles[0] ?? '').toLowerCase();
  const whole = rows
    .map((row) => withWholeNote(row, header))
    .filter((row) => {
      const fault = shapeFault(row, header, fixedEnd);
      if (fault !== null) outcomes.refuse(row, new Refusal('row', fault));
      else if ((row.cells[0] ?? '').trim().toLowerCase() === first && isHeaderAgain(row, header))
        outcomes.ignore('the header again');
      else return true;
      return false;
    });
  const keys = rowKeys(preset, header, whole);
  whole.forEach((row, index) => (row.key = keys[index] ?? ''));
  return whole;
}

/** The rows that the preset gets. */
function newRows(
  rows: Row[],
  { preset }: Table,
  outcomes: Outcomes,
  seen: ReadonlySet<string>,
): Row[] {
  if (seen.size === 0 || preset.rowsDepend === true) return rows;
  return rows.filter((row) => {
    const isThere = seen.has(row.key ?? '');
    if (isThere) outcomes.ignore(SEEN);
    return !isThere;
  });
}

/**
 * By time; of one time as the file has them, from below where its newest rows stand first, since what is had has to come before
 * it is given.
 */
function inOrder(taken: readonly Taken[]): Taken[] {
  const lineOf = ({ transaction }: Taken) => transaction.source?.lines[0] ?? 0;
  const byLine = taken.toSorted((a, b) => lineOf(a) - lineOf(b));
  const [first, last] = [byLine[0], byLine.at(-1)];
  const isNewestFirst =
    first !== undefined && last !== undefined && first.transaction.time > last.transaction.time;
  const ordered = isNewestFirst ? byLine.toReversed() : byLine;
  return ordered.toSorted((a, b) => a.transaction.time - b.transaction.time);
}

/**
 * Reads an export: finds its header and shape, and gives every row one outcome. Throws a `FileRefusal` for a file of which no
 * row can be read.
 */
export async function importFile(
  chunks: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<ImportedFile> {
  const presets =
    options.mapping === undefined ? [PRESETS, [generic]] : [[mappedBy(options.mapping)]];
  const table = await readTable(chunks, presets, options.onProgress);
  const outcomes = new Outcomes(options.fileName);
  const whole = wholeRows(table, outcomes);
  const seen = (await options.seen?.(whole.map(({ key }) => key ?? ''))) ?? new Set<string>();
  const rows = newRows(whole, table, outcomes, seen);
  const sheet = new Sheet(table.header, rows, options, table.serials);
  table.preset.read(sheet, outcomes);
  if (seen.size > 0) outcomes.leaveOut((from) => from.every(({ key }) => seen.has(key ?? '')));
  if (options.until !== undefined) outcomes.refuseAfter(options.until);
  outcomes.refused.sort((a, b) => a.line - b.line);
  return {
    preset: table.preset.name,
    header: table.header,
    mapping: options.mapping ?? (table.preset === generic ? guessMapping(table.header) : null),
    zones: sheet.zones,
    rows: table.rows.length,
    outcomes,
    transactions: inOrder(outcomes.taken).map(({ transaction, rows: from }) => ({
      transaction,
      keys: from.map(({ key }) => key ?? ''),
    })),
  };
}
