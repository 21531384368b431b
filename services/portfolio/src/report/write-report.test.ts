import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import type { ReportInput } from './report-input.ts';
import { testReport } from './test-report.ts';
import { writeReport } from './write-report.ts';

/** The text of each page, with one blank wherever there is some space. */
async function pagesOf(input: ReportInput): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(await writeReport(input)));
  const { text } = await extractText(document, { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ' '));
}

test('a report says whose it is, by which rules, what it comes to, and what is missing', async () => {
  const pages = await pagesOf(testReport());
  const all = pages.join(' ');
  for (const said of [
    ...['Ersparnisse – Łódź, Αθήνα, Київ', 'Zoë Müller-Ōe', '1 January to 31 December 2025'],
    ...['First in, first out (FIFO)', '2026-02-01 09:30 UTC, by Tidemark (API 1.1.0)'],
    ...['Summary, in EUR', '30,855.25', '182,345.68', '74,032.78', '−12.34', '41,687.10'],
    ...['29 days without a value', '52.6 %', '3 others', '1.23456789…', 'not known'],
    ...['Held, without a price now: POAP.', 'DOGE 1,500 1,200.5', 'price of now', '8 of 9 coins'],
  ])
    expect(all).toContain(said);
  expect(pages[0]).toContain(`Page 1 of ${pages.length}`);
});

test('every disposal is listed, on pages that each have the titles, with their sums', async () => {
  const pages = await pagesOf(testReport({ rows: 130 }));
  const listing = pages.filter((page) => page.includes('Disposed Acquired Asset Quantity'));
  expect(listing.length).toBeGreaterThan(2);
  const lines = listing.join(' ').match(/ 2025-\d\d-\d\d 2024-\d\d-\d\d \w+ 0\.\d{1,8}…? /g);
  expect(lines).toHaveLength(130);
  // 98 gains of 257.127 and 32 losses of 120.116.
  expect(listing.join(' ')).toContain('Sum 163,800.52 142,445.79 21,354.73');
});

test('what nobody knows is not known, and no sum is made of it', async () => {
  const input = testReport({ rows: 3 });
  const [first] = input.disposals;
  const unknown = { ...first, cost: null, gain: null } as ReportInput['disposals'][number];
  const { performance } = input;
  const all = (
    await pagesOf({
      ...input,
      disposals: [...input.disposals, unknown],
      performance: { ...performance, value: null, gained: null },
      history: null,
    })
  ).join(' ');
  expect(all).toContain('Sum 5,040.02 not known not known');
  expect(all).toContain('Value now not known');
});

test('where more are disposed of than are listed, the report says so', async () => {
  const all = (await pagesOf(testReport({ rows: 3, hasMore: true }))).join(' ');
  expect(all).toContain('The newest 3 lines; there are more, all of them in the CSV');
});

test('an empty portfolio is a report too', async () => {
  const input = testReport({ rows: 0, year: null, owner: null });
  const performance = {
    ...{ ...input.performance, positions: [], closed: [], unpriced: [], missing_prices: [] },
    ...{ oversold: [], value: '0', cost: '0', gain: '0', history: { assets: 0, ready: 0 } },
  };
  const gains = { ...input.gains, years: [] };
  const pages = await pagesOf({ ...input, performance, gains, history: { points: [] } });
  const all = pages.join(' ');
  expect(all).toContain('All years');
  expect(all).toContain('There were no disposals and no income.');
  expect(all).toContain('Nothing: every figure has the prices that it needs');
  expect(all).not.toContain('Prepared for');
});
