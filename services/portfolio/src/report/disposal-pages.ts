import type { DisposalRow } from '@tidemark/contracts/portfolio-gains';
import { Amount } from '@tidemark/ledger/amount';
import type { ReportInput } from './report-input.ts';
import { FAINT, INK, LOSS, type Sheet } from './sheet.ts';
import { writeTable, type Column } from './table.ts';
import { counted, day, money, periodOf, quantity } from './written.ts';

/** Every disposal of the year, with its sums. */
export function writeDisposals(sheet: Sheet, input: ReportInput): void {
  const { disposals, performance } = input;
  sheet.page();
  sheet.heading(`Disposals: ${periodOf(input)}`);
  if (disposals.length === 0) {
    sheet.prose('There were none.');
    return;
  }
  const which = input.hasMore
    ? `The newest ${counted(disposals.length, 'line')}; there are more, all of them in the CSV of disposals (disposals.csv). The sums are of the lines that are listed.`
    : `${counted(disposals.length, 'line')}: a disposal has one for each lot that it was matched to.`;
  sheet.prose(
    `${which} Quantities are cut after eight digits (…); the CSV has all. What other money gained is in the table of years.`,
    { size: 8.5, color: FAINT },
  );
  const sums = sumOf(disposals);
  writeTable(sheet, columnsOf(performance.currency), disposals, { total: sums });
}

function columnsOf(currency: string): Column<DisposalRow>[] {
  const isTotal = (row: DisposalRow) => row.n < 0;
  const amount = (title: string, of: (row: DisposalRow) => string | null) => ({
    ...{ title, share: 12, align: 'right' as const },
    cell: (row: DisposalRow) => money(of(row), currency),
  });
  return [
    { title: 'Disposed', share: 11, cell: (row) => (isTotal(row) ? 'Sum' : day(row.disposed_at)) },
    { title: 'Acquired', share: 11, cell: (row) => (isTotal(row) ? '' : day(row.acquired_at)) },
    { title: 'Asset', share: 9, cell: ({ asset }) => asset },
    {
      ...{ title: 'Quantity', share: 15, align: 'right' as const },
      cell: (row) => (isTotal(row) ? '' : quantity(row.quantity)),
    },
    amount('Proceeds', ({ proceeds }) => proceeds),
    amount('Cost', ({ cost }) => cost),
    {
      ...amount('Gain', ({ gain }) => gain),
      style: ({ gain }) => ({ color: gain?.startsWith('-') ? LOSS : INK }),
    },
    { title: 'Term', share: 8, cell: ({ term, rule }) => termOf(term, rule) },
    {
      ...{ title: 'By', share: 10 },
      cell: (row) => (isTotal(row) ? '' : row.role === 'fee' ? 'fee' : row.kind.replace('_', ' ')),
    },
  ];
}

const RULES: Readonly<Record<NonNullable<DisposalRow['rule']>, string>> = {
  same_day: 'day',
  thirty_days: '30 days',
  section_104: 's. 104',
};

function termOf(term: DisposalRow['term'], rule: DisposalRow['rule']): string {
  return rule ? RULES[rule] : (term ?? '');
}

/** The sums as a row; null where one of them is not known. */
function sumOf(rows: readonly DisposalRow[]): DisposalRow {
  const sum = (of: (row: DisposalRow) => string | null): string | null => {
    let total = new Amount(0);
    for (const row of rows) {
      const amount = of(row);
      if (amount === null) return null;
      total = total.plus(amount);
    }
    return total.toFixed();
  };
  return {
    ...{ n: -1, asset: '', wallet: '', kind: '', role: 'amount', quantity: '0' },
    ...{ acquired_at: null, disposed_at: 0, term: null, rule: null },
    ...{ fees_disposing: null, fees_acquiring: null, disposed_by: [], acquired_by: [] },
    proceeds: sum(({ proceeds }) => proceeds),
    cost: sum(({ cost }) => cost),
    gain: sum(({ gain }) => gain),
  };
}
