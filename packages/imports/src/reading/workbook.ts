import { read, utils } from '@e965/xlsx';
import { FileRefusal } from '../refusal.ts';
import type { Row } from './records.ts';
import { unpackedBytes } from './unpacked.ts';

/** Of all its parts: a few kilobytes may unpack to more than any memory holds. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;

/** A workbook is a ZIP file. */
export function isWorkbook(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;
}

/**
 * The rows of the first sheet that has any, as text. Dates stay the serial numbers they are: what the libraries make of them
 * may be a millisecond early or another hour, and `readTime` reads serials itself.
 */
export function workbookRows(bytes: Uint8Array): Row[] {
  if (unpackedBytes(bytes, MAX_UNPACKED_BYTES) === null) {
    throw new FileRefusal('not a workbook that can be read, or over 256 MB unpacked');
  }
  let book;
  try {
    book = read(bytes, { dense: true, cellFormula: false, cellHTML: false, cellText: false });
  } catch {
    throw new FileRefusal('not a workbook that can be read');
  }
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    if (sheet === undefined) continue;
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, blankrows: true });
    const filled = rows
      .map((cells, index) => ({ line: index + 1, cells: Array.from(cells, cellText) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    if (filled.length > 0) return filled;
  }
  return [];
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
