import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseMarket } from './market-source.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tidemark-source-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const pings = new Map([
  ['Binance', 'https://binance.test/ping'],
  ['Coinbase', 'https://coinbase.test/time'],
]);
const silent = () => Promise.reject(new Error('no route to host'));
const choose = (answer: (url: string) => Promise<Response>, setting: 'auto' | 'live' = 'auto') =>
  chooseMarket({ setting, dataDir, pings, fetch: (url) => answer(url as string) });

test('auto is live when one of the exchanges answers', async () => {
  const source = await choose((url) =>
    url.includes('coinbase') ? Promise.resolve(new Response('{}')) : silent(),
  );
  expect(source).toEqual({ kind: 'live', reason: 'Coinbase answered' });
});

test('auto is simulated when none answers, or they refuse', async () => {
  expect(await choose(silent)).toEqual({ kind: 'simulated', reason: 'no exchange answered' });
  const refused = await choose(() => Promise.resolve(new Response(null, { status: 451 })));
  expect(refused.kind).toBe('simulated');
});

test('auto goes on with live data although no exchange answers', async () => {
  await mkdir(join(dataDir, 'live'));
  expect((await choose(silent)).kind).toBe('simulated');
  await writeFile(join(dataDir, 'live', 'PG_VERSION'), '17');
  expect((await choose(silent)).kind).toBe('live');
});

test('a market that is asked for is not asked about', async () => {
  const never = () => Promise.reject(new Error('asked'));
  expect(await choose(never, 'live')).toEqual({ kind: 'live', reason: 'MARKET_SOURCE=live' });
});
