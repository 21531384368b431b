import { writeDisposals } from './disposal-pages.ts';
import { writeHoldings, writeMissing } from './holding-pages.ts';
import type { ReportInput } from './report-input.ts';
import { Sheet } from './sheet.ts';
import { writeSummary } from './summary-pages.ts';
import { writeTitlePage } from './title-page.ts';
import { minute, periodOf } from './written.ts';

/** A report that somebody would hand to an accountant, as a PDF. Pure: the same input is the same document. */
export async function writeReport(input: ReportInput): Promise<Buffer> {
  const title = `${input.portfolio}: ${periodOf(input)}`;
  const sheet = new Sheet(title, input.made);
  writeTitlePage(sheet, input);
  writeSummary(sheet, input);
  writeDisposals(sheet, input);
  writeHoldings(sheet, input);
  writeMissing(sheet, input);
  return sheet.end((page, pages) => [
    `${title} · ${minute(input.made)}`,
    `Page ${page} of ${pages}`,
  ]);
}
