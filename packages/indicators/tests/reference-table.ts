import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bar } from '../src/bar.ts';
import { parseCalls } from '../src/indicator-call.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/indicators/', import.meta.url));

/** Whether the references are there; suites that need them are skipped where they are not. */
export const REFERENCES_PRESENT = existsSync(DATA);

/** The text of a reference file. */
export function reference(name: string): string {
  return readFileSync(`${DATA}${name}`, 'utf8');
}

/** A line of a reference: its cells as they are printed, by the name of their column. */
export type Row = ReadonlyMap<string, string>;

export function rowsOf(name: string): Row[] {
  const lines = reference(name)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const columns = lines[0]!.split(',').map((column) => column.trim());
  return lines.slice(1).map((line) => {
    const cells = line.split(',').map((cell) => cell.trim());
    return new Map(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

/** The bar of a line; what a file has no column for is the close, and 0 of volume. */
export function barOf(row: Row, index: number): Bar {
  const cell = (name: string) => row.get(name) ?? row.get(name.toLowerCase());
  const close = Number(cell('Close'));
  const number = (name: string) => Number(cell(name) ?? close);
  const [open, high, low] = [number('Open'), number('High'), number('Low')];
  return {
    time: index * 86_400_000,
    open,
    high,
    low,
    close,
    volume: Number(cell('Volume') ?? 0),
  };
}

/** What an indicator, such as `macd(12,26,9)`, says of each bar by one of its outputs. */
export function readings(text: string, output: string, bars: readonly Bar[]): (number | null)[] {
  const [call] = parseCalls(text);
  const at = call!.kind.outputs.indexOf(output);
  const indicator = call!.kind.create(call!.parameters);
  return bars.map((bar) => indicator.next(bar)![at]!);
}

/** How far ours may be from what is printed. */
export type Tolerance = (printed: string, ours: number, row: Row) => number;

/** Half a unit in the last place that is printed. */
export function halfUnit(printed: string): number {
  const found = /^-?\d+(?:\.(\d+))?(?:E([+-]\d+))?$/i.exec(printed);
  return 0.5 * 10 ** (Number(found![2] ?? 0) - (found![1]?.length ?? 0));
}

/** To the printed digits, and to 1e-12 where more are printed. */
export const asPrinted: Tolerance = (printed, ours) =>
  Math.max(halfUnit(printed), 1e-12 * Math.abs(ours)) * (1 + 1e-9);

/** Half a unit in the seventh digit, which is what single precision holds, and one step of single precision. */
export const inSingle: Tolerance = (printed, ours) => {
  if (ours === 0) return halfUnit(printed);
  const seventh = 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(ours))) - 6);
  return Math.max(halfUnit(printed), seventh) + singleStep(ours);
};

/** The distance of neighbouring numbers of single precision near x. */
export function singleStep(x: number): number {
  return 2 ** (Math.floor(Math.log2(Math.abs(x))) - 23);
}

export interface Comparison {
  /** Values that the reference prints. */
  compared: number;
  /** Lines where ours has a value before the reference prints its first. */
  early: number;
  /** The first few that differ. */
  faults: string[];
}

/** Holds ours against every value that a column prints. */
export function compare(
  rows: readonly Row[],
  column: string,
  ours: readonly (number | null)[],
  tolerance: Tolerance,
): Comparison {
  const result: Comparison = { compared: 0, early: 0, faults: [] };
  rows.forEach((row, i) => {
    const printed = row.get(column)!;
    const value = ours[i] ?? null;
    if (printed === '' || printed === 'NaN') {
      if (value !== null) result.early++;
      return;
    }
    result.compared++;
    const near =
      value !== null && Math.abs(Number(printed) - value) <= tolerance(printed, value, row);
    if (!near && result.faults.length < 5) result.faults.push(`${i}: ${printed}, ours ${value}`);
  });
  return result;
}
