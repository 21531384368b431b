import type { ReportInput } from './report-input.ts';
import { ACCENT, FAINT, LINE, PAGE, WASH, WIDTH, type Sheet } from './sheet.ts';

type Point = NonNullable<ReportInput['history']>['points'][number];
/** Of the lines, and of all with legend, days and a line of text. */
const HEIGHT = 130;
export const CHART_HEIGHT = HEIGHT + 70;
/** Of the amounts beside the lines. */
const SCALE_WIDTH = 58;
/** More could not be told apart on paper. */
const MOST_POINTS = 700;

interface Frame {
  x: (i: number) => number;
  y: (value: number) => number;
}

/** Value by day, and what was put in until then, over half a page. Days without a value are left out of the line. */
export function drawValues(sheet: Sheet, points: readonly Point[]): void {
  const shown = thinned(points);
  const values = shown.map(({ value }) => read(value));
  const invested = shown.map(investedOf);
  const known = [...values, ...invested].filter((value) => value !== null);
  const scale = niceScale(Math.min(0, ...known), Math.max(0, ...known));
  const top = sheet.y + 16;
  const [left, right] = [PAGE.margin + SCALE_WIDTH, PAGE.margin + WIDTH];
  const span = (scale.at(-1) ?? 1) - (scale[0] ?? 0) || 1;
  const frame: Frame = {
    x: (i) => left + ((right - left) * i) / Math.max(1, shown.length - 1),
    y: (value) => top + HEIGHT - ((value - (scale[0] ?? 0)) / span) * HEIGHT,
  };
  drawLegend(sheet, left);
  drawScale(sheet, scale, frame, left);
  drawArea(sheet, values, frame);
  drawLine(sheet, invested, frame, { color: FAINT, width: 0.9, dash: 3 });
  drawLine(sheet, values, frame, { color: ACCENT, width: 1.4 });
  drawDays(sheet, shown, frame, top + HEIGHT + 5);
  sheet.y = top + HEIGHT + 26;
}

/** Every so manieth day, and the last one. */
function thinned(points: readonly Point[]): Point[] {
  const step = Math.ceil(points.length / MOST_POINTS);
  return points.filter((_, i) => (points.length - 1 - i) % step === 0);
}

function investedOf({ put_in, taken_out }: Point): number | null {
  return put_in === null || taken_out === null ? null : Number(put_in) - Number(taken_out);
}

function read(amount: string | null): number | null {
  return amount === null ? null : Number(amount);
}

/** Round numbers from below the least to above the most, four to seven of them. */
export function niceScale(least: number, most: number): number[] {
  const span = most - least || 1;
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((one) => span / one <= 5) ?? span;
  const from = Math.floor(least / step);
  const to = Math.ceil(most / step);
  return Array.from({ length: to - from + 1 }, (_, i) => (from + i) * step);
}

function drawLegend(sheet: Sheet, left: number): void {
  const { pdf, y } = sheet;
  pdf.lineWidth(1.4).strokeColor(ACCENT);
  pdf
    .moveTo(left, y + 4)
    .lineTo(left + 14, y + 4)
    .stroke();
  sheet.at('Value at the close of the day', left + 19, y, { size: 7.5, color: FAINT });
  pdf.lineWidth(0.9).strokeColor(FAINT).dash(3, { space: 2 });
  pdf
    .moveTo(left + 150, y + 4)
    .lineTo(left + 164, y + 4)
    .stroke()
    .undash();
  sheet.at('Put in, less taken out', left + 169, y, { size: 7.5, color: FAINT });
}

function drawScale(sheet: Sheet, scale: readonly number[], { y }: Frame, left: number): void {
  const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });
  for (const value of scale) {
    sheet.rule(y(value), value === 0 ? FAINT : LINE, left);
    const style = { size: 7.5, color: FAINT, align: 'right', width: SCALE_WIDTH - 8 } as const;
    sheet.at(compact.format(value).replace('-', '−'), PAGE.margin, y(value) - 4, style);
  }
}

/** Runs of days that have one. */
function runs(values: readonly (number | null)[]): [i: number, value: number][][] {
  const all: [number, number][][] = [[]];
  values.forEach((value, i) => {
    if (value === null) all.push([]);
    else all.at(-1)?.push([i, value]);
  });
  return all.filter((run) => run.length > 0);
}

function drawArea(sheet: Sheet, values: readonly (number | null)[], { x, y }: Frame): void {
  for (const run of runs(values)) {
    const [first, last] = [run[0]?.[0] ?? 0, run.at(-1)?.[0] ?? 0];
    sheet.pdf.moveTo(x(first), y(0));
    for (const [i, value] of run) sheet.pdf.lineTo(x(i), y(value));
    sheet.pdf.lineTo(x(last), y(0)).fill(WASH);
  }
}

function drawLine(
  sheet: Sheet,
  values: readonly (number | null)[],
  { x, y }: Frame,
  { color, width, dash }: { color: string; width: number; dash?: number },
): void {
  const { pdf } = sheet;
  pdf.lineWidth(width).strokeColor(color).lineJoin('round');
  if (dash !== undefined) pdf.dash(dash, { space: 2 });
  for (const run of runs(values)) {
    run.forEach(([i, value], n) => {
      if (n === 0) pdf.moveTo(x(i), y(value));
      else pdf.lineTo(x(i), y(value));
    });
    pdf.stroke();
  }
  pdf.undash();
}

function drawDays(sheet: Sheet, points: readonly Point[], { x }: Frame, y: number): void {
  const last = points.length - 1;
  const marks = [...new Set([0, 1, 2, 3, 4].map((n) => Math.round((last * n) / 4)))];
  for (const i of marks) {
    const align = i === 0 ? 'left' : i === last ? 'right' : 'center';
    const width = 70;
    const from = { left: 0, center: width / 2, right: width }[align];
    const style = { size: 7.5, color: FAINT, align, width } as const;
    sheet.at(points[i]?.day ?? '', x(i) - from, y, style);
  }
}
