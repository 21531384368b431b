import {
  findHeader,
  findTextHeader,
  HEADER_WITHIN,
  likelyHeader,
  likelyTextHeader,
} from './find-header.ts';
import type { Preset } from './preset.ts';
import { CellPool } from './reading/cell-pool.ts';
import { decoded } from './reading/decode.ts';
import { recordsOf, type RawRecord } from './reading/lines.ts';
import { rowsOf, type Row } from './reading/records.ts';
import { isWorkbook, workbookRows } from './reading/workbook.ts';
import { FileRefusal } from './refusal.ts';
import type { Header } from './sheet-header.ts';

/** Rows are held until those that belong together are joined: this is what memory is bounded by. */
const MAX_BYTES = 256 * 1024 * 1024;
const MAX_ROWS = 1_000_000;
const MAX_WORKBOOK_BYTES = 32 * 1024 * 1024;

/** A file as its header, what knows it, and the rows below. */
export interface Table {
  header: Header;
  preset: Preset;
  rows: Row[];
  serials: boolean;
}

async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  onProgress?: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new FileRefusal(`over ${MAX_BYTES / 1024 / 1024} MB`);
    onProgress?.(bytes);
    yield chunk;
  }
}

async function workbookTable(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  presets: Presets,
): Promise<Table> {
  const chunks = [first];
  let bytes = first.length;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    chunks.push(next.value);
    bytes += next.value.length;
    if (bytes > MAX_WORKBOOK_BYTES) throw new FileRefusal('a workbook over 32 MB');
  }
  const rows = workbookRows(Buffer.concat(chunks));
  const found = firstOf(presets, (each) => findHeader(rows, each));
  if (found === null) throw noHeader(likelyHeader(rows), rows.length);
  return {
    header: found.header,
    preset: found.preset,
    rows: rows.slice(found.at + 1),
    serials: true,
  };
}

function noHeader(titles: readonly string[], rows: number): FileRefusal {
  const reason = rows === 0 ? 'empty' : 'no line of it is a header that is known';
  return new FileRefusal(reason, titles);
}

/** Asked one after the other: any file fits the generic one, so that the others have to see all lines before it. */
export type Presets = readonly (readonly Preset[])[];

function firstOf<Found>(
  presets: Presets,
  find: (each: readonly Preset[]) => Found | null,
): Found | null {
  for (const each of presets) {
    const found = find(each);
    if (found !== null) return found;
  }
  return null;
}

async function textTable(chunks: AsyncIterable<Uint8Array>, presets: Presets): Promise<Table> {
  const batches = recordsOf(decoded(chunks));
  const begin: RawRecord[] = [];
  let next = await batches.next();
  for (; next.done !== true; next = await batches.next()) {
    for (const record of next.value) begin.push(record);
    if (begin.length > 2 * HEADER_WITHIN) break;
  }
  const found = firstOf(presets, (each) => findTextHeader(begin, each));
  if (found === null) throw noHeader(likelyTextHeader(begin), begin.length);
  const { header, preset, delimiter } = found;
  const rows: Row[] = [];
  const pool = new CellPool();
  const add = (records: readonly RawRecord[]) => {
    for (const row of rowsOf(records, delimiter, header.titles.length)) {
      pool.share(row.cells);
      rows.push(row);
    }
    if (rows.length > MAX_ROWS) throw new FileRefusal(`over ${MAX_ROWS} rows`);
  };
  add(begin.filter(({ line }) => line > header.line));
  while (next.done !== true) {
    next = await batches.next();
    if (next.done !== true) add(next.value);
  }
  return { header, preset, rows, serials: false };
}

/** `presets`: what may know the file. Throws a `FileRefusal` where none does, or where it is too long. */
export async function readTable(
  chunks: AsyncIterable<Uint8Array>,
  presets: Presets,
  onProgress?: (bytes: number) => void,
): Promise<Table> {
  return tableOf(limited(chunks, onProgress), presets);
}

async function tableOf(chunks: AsyncIterable<Uint8Array>, presets: Presets): Promise<Table> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) throw noHeader([], 0);
  if (isWorkbook(first.value)) return workbookTable(first.value, iterator, presets);
  const all = async function* () {
    yield first.value;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
      yield next.value;
  };
  return textTable(all(), presets);
}
