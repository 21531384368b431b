import type { ReportInput } from './report-input.ts';
import { drawAllocation } from './allocation-chart.ts';
import { FAINT, INK, PAGE, WIDTH, type Sheet } from './sheet.ts';
import { writeTable } from './table.ts';
import { CHART_HEIGHT, drawValues } from './value-chart.ts';
import { counted, day, money, UNKNOWN } from './written.ts';

/** What it all comes to: figures, their identity, value by day, allocation, years. */
export function writeSummary(sheet: Sheet, input: ReportInput): void {
  sheet.page();
  sheet.heading(`Summary, in ${input.performance.currency}`);
  writeFigures(sheet, input);
  writeIdentity(sheet, input);
  writeChart(sheet, input);
  writeAllocation(sheet, input);
  writeYears(sheet, input);
}

function writeFigures(sheet: Sheet, { performance, gains, year }: ReportInput): void {
  const { currency, value, cost, gain } = performance;
  const of = gains.years.find((one) => one.year === year);
  const figures: [string, string | null][] =
    year === null
      ? [
          ['Value', value],
          ['Cost', cost],
          ['Value less cost', gain],
          ['Realised gains', performance.realised],
          ['Income', performance.income],
          ['Gained in all', performance.gained],
        ]
      : [
          [`Gains of ${year}`, of ? of.gain : '0'],
          ['of these short-term', of ? of.short_term : '0'],
          ['of these long-term', of ? of.long_term : '0'],
          [`Income of ${year}`, of ? of.income : '0'],
          ['Value now', value],
          ['Value less cost now', gain],
        ];
  const width = WIDTH / 3;
  figures.forEach(([name, amount], i) => {
    const x = PAGE.margin + (i % 3) * width;
    const y = sheet.y + Math.floor(i / 3) * 46;
    sheet.at(name, x, y, { size: 8.5, color: FAINT, width: width - 10 });
    const style = { size: 15, weight: 'bold', width: width - 10 } as const;
    sheet.at(money(amount, currency), x, y + 12, style);
  });
  sheet.y += 86;
}

/** Two sums of the same, beside each other. */
function writeIdentity(sheet: Sheet, { performance }: ReportInput): void {
  const { currency } = performance;
  sheet.heading('Since the first transaction');
  const ours: [string, string | null][] = [
    ['Realised gains', performance.realised],
    ['+ Gains of other money', performance.currency_gains],
    ['+ Income, at spot when it came', performance.income],
    ['+ Unrealised gains', performance.unrealised],
    ['− Expenses', performance.expenses],
  ];
  const theirs: [string, string | null][] = [
    ['Value now', performance.value],
    ['− Put in from outside', performance.put_in],
    ['+ Taken out', performance.taken_out],
  ];
  const half = WIDTH / 2;
  const top = sheet.y;
  [ours, theirs].forEach((terms, side) => {
    const x = PAGE.margin + side * half;
    terms.forEach(([name, amount], i) => {
      sheet.at(name, x, top + i * 15, { size: 8.5 });
      const style = { size: 8.5, align: 'right', width: half - 24 } as const;
      sheet.at(money(amount, currency), x, top + i * 15, style);
    });
    const end = top + 5 * 15 + 2;
    sheet.rule(end, INK, x, x + half - 24);
    sheet.at('= Gained in all', x, end + 5, { size: 8.5, weight: 'bold' });
    const style = { size: 8.5, weight: 'bold', align: 'right', width: half - 24 } as const;
    sheet.at(money(performance.gained, currency), x, end + 5, style);
  });
  sheet.y = top + 5 * 15 + 28;
}

function writeChart(sheet: Sheet, { history, year, performance }: ReportInput): void {
  const points = (history?.points ?? []).filter(
    (point) => year === null || point.day.startsWith(`${year}-`),
  );
  const isDrawn = points.length >= 2;
  const title = year === null ? 'Value by day' : `Value by day, ${year}`;
  sheet.heading(title, isDrawn ? CHART_HEIGHT : undefined);
  if (!isDrawn) {
    sheet.prose(history === null ? 'Not known.' : 'Nothing was held for more than a day.');
    return;
  }
  drawValues(sheet, points);
  const [first, last] = [points[0], points.at(-1)];
  const said = (point = first) =>
    `${point?.day}: ${money(point?.value ?? null, performance.currency)}`;
  const missing = points.filter(({ value }) => value === null).length;
  const gaps =
    missing === 0 ? '' : ` ${counted(missing, 'day')} without a value for want of a price.`;
  sheet.prose(`${said(first)}. ${said(last)}.${gaps}`, { size: 8, color: FAINT });
}

function writeAllocation(sheet: Sheet, { performance }: ReportInput): void {
  drawAllocation(sheet, `Allocation, ${day(performance.as_of)}`, performance);
}

function writeYears(sheet: Sheet, input: ReportInput): void {
  const { years, currency } = input.gains;
  sheet.heading('Years');
  if (years.length === 0) {
    sheet.prose('There were no disposals and no income.');
    return;
  }
  type Year = (typeof years)[number];
  const amount = (title: string, of: (year: Year) => string | null) => ({
    ...{ title, share: 11, align: 'right' as const },
    cell: (year: Year) => money(of(year), currency),
  });
  writeTable<Year>(
    sheet,
    [
      { title: 'Year', share: 6, cell: ({ year }) => String(year) },
      { title: 'Disposals', share: 8, align: 'right', cell: (year) => String(year.disposals) },
      amount('Proceeds', ({ proceeds }) => proceeds),
      amount('Cost', ({ cost }) => cost),
      amount('Gain', ({ gain }) => gain),
      amount('Short-term', (year) => year.short_term),
      amount('Long-term', (year) => year.long_term),
      amount('Other money', (year) => year.currency_gains),
      amount('Income', ({ income }) => income),
    ],
    years,
  );
  sheet.prose(
    `Proceeds are less the fees of disposals, costs with those of acquisitions. “${UNKNOWN}” needs a price that nobody knows, ` +
      `or a transaction that was refused: see the last page.`,
    { size: 8, color: FAINT },
  );
}
