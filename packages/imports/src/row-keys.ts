import { hash } from 'node:crypto';
import type { Preset } from './preset.ts';
import type { Row } from './reading/records.ts';
import { columnOf, type Header } from './sheet-header.ts';

/** What a row is told from others by: its filled cells under their titles, in whatever order the columns stand. */
function contentOf(row: Row, titles: readonly [string, number][]): string {
  let content = '';
  for (const [title, column] of titles) {
    const cell = (row.cells[column] ?? '').trim();
    if (cell !== '') content += `${title}\u001f${cell}\u001e`;
  }
  return content;
}

/**
 * A key for each row, the same whenever the row is seen again: in the same file, a part of it, or another that overlaps. The
 * n-th row of equal ones has another key than the first, since two equal fills are two. `identity`: columns that name a row
 * by themselves, as ids do, where they are filled; otherwise all do.
 */
export function rowKeys(
  { name: shape, identity = [], named: nameOf }: Pick<Preset, 'name' | 'identity' | 'named'>,
  header: Header,
  rows: readonly Row[],
): string[] {
  const all = [...header.columns].sort(([a], [b]) => (a < b ? -1 : 1));
  const named = identity.flatMap((title): [string, number][] => {
    const column = columnOf(header, title);
    return column === undefined ? [] : [[title, column]];
  });
  const isNamed = (row: Row) =>
    named.length > 0 &&
    named.length === identity.length &&
    named.every(([, column]) => row.cells[column]?.trim());
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const digest =
      nameOf?.(header, row) ??
      hash('sha256', `${shape}\u001d${contentOf(row, isNamed(row) ? named : all)}`, 'base64url');
    const nth = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, nth);
    return nth === 1 ? digest : `${digest}~${nth}`;
  });
}
