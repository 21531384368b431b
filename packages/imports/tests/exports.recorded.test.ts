import { createReadStream, existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importFile } from '../src/import-file.ts';
import { isWorkbook } from '../src/reading/workbook.ts';
import { reportOf } from '../src/report.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/transactions/', import.meta.url));
const PRESENT = existsSync(DATA);
const FILES = PRESENT
  ? [
      ...globSync('exports/**/*.{csv,xlsx}', { cwd: DATA }),
      ...globSync('*.csv', { cwd: DATA }),
    ].sort()
  : [];

interface Oracle {
  files: Record<string, { sum_by_coin: Record<string, string> }>;
}

const ORACLE: Oracle = PRESENT
  ? (JSON.parse(readFileSync(`${DATA}oracles/balances.json`, 'utf8')) as Oracle)
  : { files: {} };

function read(file: string, seen?: ReadonlySet<string>) {
  const options = { fileName: basename(file), ...(seen === undefined ? {} : { seen: () => seen }) };
  return importFile(createReadStream(DATA + file), options);
}

async function* bytesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

it.runIf(process.env.CI === 'true')('the exports are there (../shared)', () => {
  expect(PRESENT).toBe(true);
});

describe.skipIf(!PRESENT)('every export (../shared)', () => {
  it.each(FILES)('%s: each row has one outcome', async (file) => {
    const { rows, taken, joined, ignored, refused, transactions } = reportOf(await read(file));
    expect(rows).toBeGreaterThan(0);
    expect(taken + joined + ignored + refused.length).toBe(rows);
    expect(transactions).toHaveLength(taken);
    expect(transactions.flatMap(({ source }) => source?.lines)).toHaveLength(taken + joined);
    for (const { line, field, reason } of refused) {
      expect(line).toBeGreaterThan(0);
      expect([field, reason]).not.toContain('');
    }
  });

  it.each(Object.entries(ORACLE.files))(
    '%s: what moved, to the last digit',
    async (file, { sum_by_coin }) => {
      expect(reportOf(await read(file)).balances).toEqual(sum_by_coin);
    },
  );

  it.each(FILES)('%s: twice adds nothing', async (file) => {
    const first = await read(file);
    const keys = new Set(first.transactions.flatMap((each) => each.keys));
    const again = reportOf(await read(file, keys));
    const { taken, joined, ignored } = reportOf(first);
    expect([again.taken, again.joined, again.ignored]).toEqual([0, 0, taken + joined + ignored]);
  });

  it.each(FILES)('%s: cut within a row, the rows before stay', async (file) => {
    const bytes = readFileSync(DATA + file);
    if (isWorkbook(bytes)) return;
    const ends = [...bytes.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at);
    const whole = reportOf(await read(file));
    const last = ends.at(-1);
    if (last === undefined || whole.rows < 3) return;
    const from = last === bytes.length - 1 ? (ends.at(-2) ?? 0) : last;
    const cut = bytes.subarray(0, from + 1 + Math.floor((bytes.length - from) / 3));
    const report = reportOf(await importFile(bytesOf(cut), { fileName: basename(file) }));
    expect(report.taken + report.joined + report.ignored + report.refused.length).toBe(report.rows);
    expect(report.refused.length).toBeGreaterThanOrEqual(1);
    expect(report.refused.length).toBeLessThanOrEqual(whole.refused.length + 1);
    const half = bytes.subarray(0, Math.max(bytes.length / 2, (ends[10] ?? bytes.length) + 5));
    const { rows, taken, joined, ignored, refused } = reportOf(
      await importFile(bytesOf(half), { fileName: basename(file) }),
    );
    expect(taken + joined + ignored + refused.length).toBe(rows);
    expect(refused.length).toBeLessThanOrEqual(whole.refused.length + 1);
  });
});
