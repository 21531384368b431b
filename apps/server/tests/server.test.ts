import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { faultsOf, type Description } from './support/openapi-check.ts';
import { openPaths, openToAll } from './support/file-modes.ts';
import { startServer, type ServerProcess } from './support/server-process.ts';

const SLOW_MS = 60_000;

let parent: string;
let dataDir: string;
let server: ServerProcess;
let url: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'tidemark-server-'));
  dataDir = join(parent, 'data');
  server = startServer({ DATA_DIR: dataDir });
  ({ url } = await server.ready);
}, SLOW_MS);
afterAll(async () => {
  server.kill('SIGKILL');
  await server.ended;
  await rm(parent, { recursive: true, force: true });
});

test('the ready line names the address and the market; readiness follows', async () => {
  expect((await server.ready).market).toBe('simulated market: MARKET_SOURCE=simulated');
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), 10_000);
});

test('simulated data has a folder of its own', async () => {
  expect(await readdir(dataDir)).toContain('simulated');
  expect(await readdir(dataDir)).not.toContain('live');
});

test('a new data folder is open to nobody else, nor is a file in it', async () => {
  expect(await openPaths(dataDir)).toEqual([]);
  expect(await readdir(join(dataDir, 'simulated/cluster'))).toContain('PG_VERSION');
});

test('every route is described, with its parameters and answers', async () => {
  const description = (await (await fetch(`${url}/api/openapi.json`)).json()) as Description;
  expect(description.openapi).toBe('3.1.0');
  expect(faultsOf(description)).toEqual([]);
  expect(Object.keys(description.paths)).toEqual(
    expect.arrayContaining(['/api/market/price/{coin_id}', '/api/market/candles/{coin_id}']),
  );
});

test('prices come over HTTP and WebSocket, and say that they are simulated', async () => {
  const price = async () => {
    const answer = await fetch(`${url}/api/market/price/bitcoin`);
    return ((await answer.json()) as { data?: { simulated: boolean } }).data?.simulated;
  };
  await vi.waitFor(async () => expect(await price()).toBe(true), 10_000);
  const ws = new WebSocket(`${url.replace('http', 'ws')}/ws/prices?coins=bitcoin`);
  const first = await new Promise<string>((resolve, reject) => {
    ws.addEventListener('message', ({ data }) => resolve(String(data)));
    ws.addEventListener('error', reject);
  });
  ws.close();
  expect(JSON.parse(first)).toMatchObject({
    type: 'price_update',
    data: { coin_id: 'bitcoin', simulated: true },
  });
});

test('a second process on the same data folder is refused in one line', async () => {
  const { code, stderr } = await startServer({ DATA_DIR: dataDir }).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The data folder .* is in use by process \d+\. .*DATA_DIR\.\n$/);
});

test('a port in use is named, with how to choose another', async () => {
  const other = await mkdtemp(join(tmpdir(), 'tidemark-port-'));
  const { port } = new URL(url);
  const { code, stderr } = await startServer({ DATA_DIR: other, PORT: port }).ended;
  await rm(other, { recursive: true, force: true });
  expect(code).toBe(1);
  expect(stderr).toMatch(new RegExp(`^Port ${port} on .* PORT=${Number(port) + 1} npm start\\n$`));
});

test(
  'SIGTERM drains within 5 s though readers are connected; the next start goes on with what was stored, closed to others',
  async () => {
    const ws = new WebSocket(`${url.replace('http', 'ws')}/ws/prices`);
    await new Promise((resolve) => ws.addEventListener('message', resolve, { once: true }));
    const goodbye = new Promise<number>((resolve) => {
      ws.addEventListener('close', ({ code }) => resolve(code));
    });
    const from = performance.now();
    server.kill('SIGTERM');
    const { code, stderr } = await server.ended;
    expect([code, stderr]).toEqual([0, '']);
    expect(performance.now() - from).toBeLessThan(5_000);
    expect(await goodbye).toBe(1001);

    await openToAll(dataDir);
    const again = startServer({ DATA_DIR: dataDir });
    const next = await again.ready;
    const answer = await fetch(`${next.url}/api/market/candles/bitcoin?interval=1m`);
    const { data } = (await answer.json()) as { data: { candles: unknown[] } };
    expect(data.candles.length).toBeGreaterThan(0);
    expect(await openPaths(dataDir)).toEqual([]);
    again.kill('SIGINT');
    const ended = await again.ended;
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('the data folder was open to other accounts');
    expect(ended.stdout).toContain('the instance’s secret was open to other accounts');
  },
  SLOW_MS,
);
