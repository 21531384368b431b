import type { Position } from '@tidemark/contracts/portfolio-value';
import type { ReportInput } from './report-input.ts';
import { FAINT, type Sheet } from './sheet.ts';
import { writeTable } from './table.ts';
import { counted, day, minute, money, price, quantity } from './written.ts';

/** What is held now, and what is held no more. */
export function writeHoldings(sheet: Sheet, { performance }: ReportInput): void {
  const { positions, currency, as_of } = performance;
  sheet.heading(`Holdings, ${day(as_of)}`);
  if (positions.length === 0) sheet.prose('Nothing is held.');
  else {
    sheet.prose(`At prices of ${minute(as_of)}, in ${currency}.`, { size: 8.5, color: FAINT });
    const amount = (title: string, of: (position: Position) => string | null) => ({
      ...{ title, share: 13, align: 'right' as const },
      cell: (position: Position) => money(of(position), currency),
    });
    writeTable(
      sheet,
      [
        { title: 'Asset', share: 10, cell: ({ asset }) => asset },
        {
          ...{ title: 'Quantity', share: 18, align: 'right' as const },
          cell: (position) => quantity(position.quantity),
        },
        {
          ...{ title: 'Price', share: 13, align: 'right' as const },
          cell: (position) => price(position.price?.amount ?? null, currency),
        },
        amount('Value', ({ value }) => value),
        amount('Cost', ({ cost }) => cost),
        amount('Unrealised', ({ unrealised }) => unrealised),
        amount('Income in all', ({ income }) => income),
      ],
      positions,
    );
  }
}

/** What the figures lack, and why; each where somebody can do something about it. */
export function writeMissing(sheet: Sheet, { performance }: ReportInput): void {
  const { unpriced, missing_prices: prices, oversold, history } = performance;
  sheet.heading('What is missing or was refused');
  const isWhole = unpriced.length + prices.length + oversold.length === 0;
  if (isWhole)
    sheet.prose(
      'Nothing: every figure has the prices that it needs, and every transaction is booked.',
    );
  if (history.ready < history.assets) {
    sheet.prose(
      `Past prices are there for ${history.ready} of ${history.assets} coins so far; the others are being fetched, and a later report has more.`,
    );
  }
  if (unpriced.length > 0) sheet.prose(`Held, without a price now: ${unpriced.join(', ')}.`);
  if (oversold.length > 0) {
    sheet.prose(
      `${counted(oversold.length, 'transaction')} would give away more than there is, and ${oversold.length === 1 ? 'is' : 'are'} not booked. Sums of gains are not known until what is missing is put in.`,
    );
    writeTable(
      sheet,
      [
        { title: 'Transaction', share: 40, cell: (row) => row.transaction_id },
        { title: 'Asset', share: 12, cell: (row) => row.asset },
        { title: 'To go', share: 20, align: 'right', cell: (row) => quantity(row.wanted) },
        { title: 'There was', share: 20, align: 'right', cell: (row) => quantity(row.available) },
      ],
      oversold,
    );
  }
  if (prices.length === 0) return;
  sheet.prose(
    'Prices that figures need and nobody knows; what needs them is “not known”, never zero.',
  );
  writeTable(
    sheet,
    [
      { title: 'Asset', share: 14, cell: ({ asset }) => asset },
      { title: 'When', share: 24, cell: ({ time }) => minute(time) },
      { title: 'Transaction', share: 44, cell: (row) => row.transaction_id ?? 'price of now' },
    ],
    prices,
  );
}
