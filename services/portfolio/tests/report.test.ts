import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { portfolioRig } from './support/rig.ts';
import { AS_HEADER } from './support/portfolio-app.ts';
import type { Person } from './support/person.ts';

const rig = portfolioRig();

async function reportOf({ userId }: Person, path: string) {
  const identity = { userId, role: 'user', sessionId: null, scope: 'read' };
  const response = await rig.app.inject({
    url: `/api/portfolio${path}`,
    headers: { [AS_HEADER]: JSON.stringify(identity) },
  });
  const { 'content-type': type, 'content-disposition': disposition } = response.headers;
  return { status: response.statusCode, type, disposition, bytes: response.rawPayload };
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  return (await extractText(document, { mergePages: true })).text.replace(/\s+/g, ' ');
}

test('a year’s report has the disposals, income and holdings of the ledger', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio('Ersparnisse');
  const at = (day: string) => ({ time: `${day}T12:00:00Z` });
  const trade = { asset: 'BTC', currency: 'EUR' };
  for (const entry of [
    { kind: 'deposit', ...at('2024-01-01'), asset: 'EUR', quantity: '100000' },
    { kind: 'buy', ...at('2024-01-02'), ...trade, quantity: '1', total: '40000' },
    { kind: 'sell', ...at('2024-06-01'), ...trade, quantity: '0.25', total: '15000' },
    { kind: 'sell', ...at('2025-06-01'), ...trade, quantity: '0.5', total: '45000.5' },
    {
      ...{ kind: 'income', income_kind: 'staking', ...at('2025-07-01') },
      ...{ asset: 'ETH', quantity: '0.1', price: '3000', currency: 'EUR' },
    },
  ])
    expect((await anna.enter(path, entry)).status).toBe(201);
  const { status, type, disposition, bytes } = await reportOf(
    anna,
    `${path}/report.pdf?year=2025&method=hifo&owner=Anna%20%C5%81`,
  );
  expect([status, type]).toEqual([200, 'application/pdf']);
  expect(disposition).toBe('attachment; filename="report-2025.pdf"');
  const text = await textOf(bytes);
  for (const said of [
    ...['Ersparnisse', 'Anna Ł', '1 January to 31 December 2025', 'Highest cost first (HIFO)'],
    ...['2025-06-01 2024-01-02 BTC 0.5 45,000.50 20,000.00 25,000.50 long sell'],
    ...['Sum 45,000.50 20,000.00 25,000.50', 'Income of 2025 300.00', 'Holdings, 2026-02-01'],
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('2024-06-01 2024-01-02');
});

test('two reports at once, and one of nothing', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  const reports = await Promise.all([1, 2].map(() => reportOf(anna, `${path}/report.pdf`)));
  expect(reports.map(({ status }) => status)).toEqual([200, 200]);
  const text = await textOf(reports[0]?.bytes ?? new Uint8Array());
  expect(text).toContain('There were no disposals and no income.');
});

test('another’s is as none, and a year that is none is refused', async () => {
  const anna = rig.person();
  const { path } = await anna.portfolio();
  expect((await reportOf(rig.person(), `${path}/report.pdf`)).status).toBe(404);
  for (const query of ['year=1900', 'year=x', 'method=y', `owner=${'a'.repeat(101)}`])
    expect((await reportOf(anna, `${path}/report.pdf?${query}`)).status).toBe(400);
});
