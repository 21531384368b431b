import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { get } from './support/venue-client.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

function run(args: string[]) {
  const child = spawn(process.execPath, [MAIN, ...args]);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  return { child, said, exited: once(child, 'close') };
}

test('the command prints addresses that answer, takes faults, and ends on Ctrl-C', async () => {
  const { child, said, exited } = run(['--port', '0']);
  await expect.poll(() => said.out, { timeout: 20_000 }).toContain('/control/<fault>');
  const url = (name: string): string =>
    new RegExp(`^${name}=(\\S+)$`, 'm').exec(said.out)?.[1] ?? '';
  expect((await get(`${url('BINANCE_REST_URL')}/api/v3/ping`)).status).toBe(200);
  expect(url('COINBASE_WS_URL')).toMatch(/^ws:/);
  expect((await fetch(`${url('SIMULATED_NEWS_URL')}/rss/wire.xml`)).status).toBe(200);
  const control = /POST (\S+)\/control/.exec(said.out)?.[1] ?? '';
  const body = '{"venue":"binance","count":1}';
  await fetch(`${control}/control/answer429`, { method: 'POST', body });
  expect((await get(`${url('BINANCE_REST_URL')}/api/v3/ping`)).status).toBe(429);
  const refused = await fetch(`${control}/control/skip`, { method: 'POST', body: '{"venue":"x"}' });
  expect(refused.status).toBe(400);
  expect((await get(`${control}/control`)).body).toHaveProperty('counts.binance.skipped', 0);
  const tape = `${control}/tape/candles?venue=binance&product=BTCUSDT&interval=1h&from=1767225600000`;
  expect((await get(`${tape}&to=1767229200000`)).body).toHaveLength(1);
  child.kill('SIGINT');
  expect(await exited).toEqual([0, null]);
});

test('a mistake in the arguments is told in one line and ends with 1', async () => {
  const { said, exited } = run(['--prot', '1']);
  expect(await exited).toEqual([1, null]);
  expect(said.err).toContain("exchange-sim: Unknown option '--prot'");
});
