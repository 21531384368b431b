import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { importCheck } from './import-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-check-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(...args: string[]): Promise<{ code: number; lines: Record<string, unknown>[] }> {
  let out = '';
  const code = await importCheck(args, (text) => {
    out += text;
  });
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code, lines };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

it('an object per file, in order; a file that cannot be read costs no other', async () => {
  const good = file('a.csv', 'Date,Type,Coin,Amount\n2023-01-01 00:00:00,Deposit,BTC,1\n');
  const bad = file('b.csv', 'nothing\n');
  const { code, lines } = await run(good, bad, join(folder, 'c.csv'), folder, good);
  expect(code).toBe(1);
  expect(lines.map(({ error }) => error)).toEqual([
    undefined,
    'no line of it is a header that is known',
    'no such file',
    'a folder, not a file',
    undefined,
  ]);
  expect(lines[0]).toMatchObject({
    file: good,
    rows: 1,
    taken: 1,
    joined: 0,
    ignored: 0,
    refused: [],
    balances: { BTC: '1' },
  });
});

it('a zone can be named for times without one', async () => {
  const naive = file('d.csv', 'Date,Type,Coin,Amount\n2023-07-01 00:00:00,Deposit,BTC,1\n');
  const { code, lines } = await run('--time-zone', 'Europe/Berlin', naive);
  expect([code, lines[0]?.time_zone, lines[0]?.time_zone_from]).toEqual([
    0,
    'Europe/Berlin',
    'given',
  ]);
});

it('what the columns were taken for can be kept, and given again', async () => {
  const text = 'Date,Type,Coin,Amount\n2023-07-01 00:00:00,Deposit,BTC,1\n';
  const [first] = (await run(file('e.csv', text))).lines;
  const kept = file('mapping.json', JSON.stringify(first?.mapping));
  const foreign = file('f.csv', text.replace('Coin', 'Münze'));
  const changed = file(
    'changed.json',
    JSON.stringify({ ...(first?.mapping as object), asset: 'münze' }),
  );
  expect((await run('--mapping', kept, file('g.csv', text))).lines[0]).toMatchObject({
    preset: 'mapped',
    taken: 1,
  });
  expect((await run('--mapping', changed, foreign)).lines[0]).toMatchObject({
    preset: 'mapped',
    taken: 1,
  });
  for (const wrong of [
    '[]',
    '{"time":1}',
    '{"time":"date","dateOrder":"XYZ"}',
    '{"time":"date","unknown":"x"}',
    '{}',
  ]) {
    expect((await run('--mapping', file('wrong.json', wrong), foreign)).code).toBe(2);
  }
});

it('wrong usage is said, with exit code 2', async () => {
  for (const args of [[], ['--nonsense', 'x'], ['--time-zone', 'Mars', 'x']]) {
    const { code, lines } = await run(...args);
    expect(code).toBe(2);
    expect(lines).toEqual([
      { error: expect.any(String), usage: expect.stringContaining('import-check') },
    ]);
  }
});
