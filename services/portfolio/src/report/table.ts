import { FAINT, INK, LINE, PAGE, type Sheet, type TextStyle } from './sheet.ts';

export interface Column<R> {
  title: string;
  /** Parts of the table's width; all of them are the whole. */
  share: number;
  align?: 'left' | 'right';
  cell: (row: R) => string;
  style?: (row: R) => TextStyle;
}

const ROW = 15;
const PAD = 5;
const GAP = 6;
const TEXT = { size: 7.8 } as const;

/** A table over as many pages as it takes, with its titles on each. */
export function writeTable<R>(
  sheet: Sheet,
  columns: readonly Column<R>[],
  rows: readonly R[],
  { total }: { total?: R } = {},
): void {
  const places = placesOf(columns);
  sheet.need(4 * ROW);
  writeTitles(sheet, places);
  for (const row of rows) {
    if (sheet.y + ROW > PAGE.height - PAGE.bottom) {
      sheet.page();
      writeTitles(sheet, places);
    }
    writeRow(sheet, places, row);
  }
  if (total !== undefined) {
    sheet.need(ROW + 4);
    sheet.rule(sheet.y - 1, INK);
    writeRow(sheet, places, total, { weight: 'bold' });
  }
  sheet.y += 8;
}

interface Placed<R> {
  column: Column<R>;
  x: number;
  width: number;
}

function placesOf<R>(columns: readonly Column<R>[]): Placed<R>[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const width = PAGE.width - 2 * PAGE.margin;
  let x: number = PAGE.margin;
  return columns.map((column, i) => {
    // What begins where another one ends would run into it.
    const gap = columns[i - 1]?.align === 'right' && column.align !== 'right' ? GAP : 0;
    const whole = (column.share / all) * width;
    const placed = { column, x: x + gap, width: whole - gap };
    x += whole;
    return placed;
  });
}

function writeTitles<R>(sheet: Sheet, places: readonly Placed<R>[]): void {
  for (const { column, x, width } of places) {
    const style = { ...TEXT, weight: 'bold', color: FAINT, align: column.align ?? 'left' } as const;
    sheet.at(column.title, x, sheet.y, { ...style, width: width - PAD });
  }
  sheet.y += ROW;
  sheet.rule(sheet.y - 3, INK);
}

function writeRow<R>(
  sheet: Sheet,
  places: readonly Placed<R>[],
  row: R,
  style: TextStyle = {},
): void {
  for (const { column, x, width } of places) {
    const { align = 'left', cell } = column;
    const own = { ...TEXT, align, ...column.style?.(row), ...style, width: width - PAD };
    sheet.at(cell(row), x, sheet.y + 1, own);
  }
  sheet.y += ROW;
  sheet.rule(sheet.y - 2.5, LINE);
}
