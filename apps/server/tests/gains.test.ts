import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('../src/gains/gains.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gains-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): { code: number | null; out: string; told: string } {
  const env = { ...process.env, INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    env,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, told: stderr };
}

test('prints JSON and nothing else, of a file meant from where it was called', () => {
  const buy = { t: '2020-01-10T12:00:00Z', type: 'buy', asset: 'BTC', qty: '1', price: '8000' };
  writeFileSync(join(folder, 'ledger.json'), JSON.stringify({ transactions: [buy] }));
  const { code, out, told } = run('--method', 'fifo', 'ledger.json');
  expect([code, told]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({ capital_gain: '0', holdings: [{ qty: '1' }] });
});

test.each([
  [['--method', 'best', 'ledger.json'], '--method best is none of fifo'],
  [['--method', 'fifo', 'none.json'], 'none.json cannot be read'],
  [['ledger.json'], '--method is missing'],
])('%j ends with 2 and says why', (args, message) => {
  const { code, out, told } = run(...args);
  expect([code, out]).toEqual([2, '']);
  expect(told).toContain(message);
});
