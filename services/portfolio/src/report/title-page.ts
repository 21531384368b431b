import { conventionMeaning, METHOD_MEANINGS, METHOD_NAMES } from './method-words.ts';
import type { ReportInput } from './report-input.ts';
import { ACCENT, FAINT, PAGE, WIDTH, type Sheet } from './sheet.ts';
import { minute, periodOf } from './written.ts';

/** Whose it is, what it is of, and by which rules its figures come about. */
export function writeTitlePage(sheet: Sheet, input: ReportInput): void {
  const { performance, owner } = input;
  sheet.page();
  sheet.pdf.rect(0, 0, 10, PAGE.height).fill(ACCENT);
  sheet.at('Tidemark', PAGE.margin, 60, { size: 11, weight: 'bold', color: ACCENT });
  sheet.at('Portfolio report', PAGE.margin, 232, { size: 13, color: FAINT });
  sheet.y = 252;
  sheet.prose(input.portfolio, { size: 28, weight: 'bold' });
  sheet.at(periodOf(input), PAGE.margin, sheet.y - 8, { size: 15 });
  sheet.y += 44;
  const facts: [string, string][] = [
    ...(owner === null ? [] : ([['Prepared for', owner]] satisfies [string, string][])),
    ['Currency', performance.currency],
    ['Method', METHOD_NAMES[performance.method]],
    ['Convention', performance.convention],
    ['Values as of', minute(performance.as_of)],
    ['Made', `${minute(input.made)}, by Tidemark (API ${input.version})`],
    ['Portfolio', performance.portfolio_id],
  ];
  sheet.rule(sheet.y - 10);
  for (const [name, value] of facts) {
    sheet.at(name, PAGE.margin, sheet.y, { size: 9.5, color: FAINT });
    sheet.at(value, PAGE.margin + 110, sheet.y, { size: 9.5, width: WIDTH - 110 });
    sheet.y += 19;
  }
  sheet.rule(sheet.y - 4);
  sheet.y += 22;
  sheet.at('How gains are computed', PAGE.margin, sheet.y, { size: 10, weight: 'bold' });
  sheet.y += 18;
  sheet.prose(METHOD_MEANINGS[performance.method]);
  sheet.prose(conventionMeaning(performance.convention));
  sheet.prose(
    'Days and years are those of UTC. Amounts are computed exactly and rounded here alone, so that sums may differ from their ' +
      'parts in the last digit. This report is made from what was recorded in the portfolio; it is no advice on tax.',
    { color: FAINT },
  );
}
