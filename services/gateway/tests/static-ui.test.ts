import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { TestClock } from '@tidemark/clock/test-clock';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mountUi } from '../src/ui/static-ui.ts';
import { testRoot } from '@tidemark/testkit/test-root';

const FILES = {
  'index.html': '<html>front</html>',
  'dashboard.html': '<html><script>start()</script></html>',
  'about/index.html': '<html>about</html>',
  '404.html': '<html>no such page</html>',
  '_next/static/chunks/app-1a2b.js': 'run();',
  'icon.svg': '<svg/>',
};

const clock = new TestClock();
let app: FastifyInstance;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidemark-web-'));
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  app = await testRoot();
  await mountUi(app, folder, clock);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  app.inject({ method: 'GET', url, headers });

test('the front page is a page of the app', async () => {
  const response = await get('/');
  expect([response.statusCode, response.body]).toEqual([200, FILES['index.html']]);
});

test.each(['/dashboard', '/dashboard/', '/dashboard.html', '/dashboard?coin=bitcoin', '/about'])(
  '%s is a page',
  async (url) => {
    const response = await get(url);
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toContain('text/html');
  },
);

test('a page is asked for again each time, and not sent again when it has not changed', async () => {
  const { headers } = await get('/dashboard');
  expect(headers['cache-control']).toBe('no-cache');
  const again = await get('/dashboard', { 'if-none-match': String(headers.etag) });
  expect(again.statusCode).toBe(304);
});

test('hashed files are kept for a year', async () => {
  const { headers } = await get('/_next/static/chunks/app-1a2b.js');
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(headers['content-type']).toContain('javascript');
});

test("a page's policy allows its own inline scripts and no others", async () => {
  const policy = String((await get('/dashboard')).headers['content-security-policy']);
  const directives = policy.split('; ');
  const hash = createHash('sha256').update('start()').digest('base64');
  expect(directives).toContain(`script-src 'self' 'sha256-${hash}'`);
  expect(directives).toContain("object-src 'none'");
  expect(directives).toContain("base-uri 'none'");
  expect(directives).toContain("frame-ancestors 'none'");
});

test('a browser gets the 404 page, a script the error envelope', async () => {
  const page = await get('/nowhere');
  expect([page.statusCode, page.body]).toEqual([404, FILES['404.html']]);
  const data = await get('/nowhere', { accept: 'application/json' });
  expect(data.json().error.code).toBe('RESOURCE_NOT_FOUND');
  const api = await get('/api/nowhere');
  expect(api.json().error.code).toBe('RESOURCE_NOT_FOUND');
});

test.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/_next/../../x'])(
  '%s does not leave the folder',
  async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  },
);

test('a new build is served without a restart, under its own policy', async () => {
  const before = (await get('/dashboard')).headers['content-security-policy'];
  await writeFile(join(folder, 'dashboard.html'), '<html><script>begin()</script></html>');
  await writeFile(join(folder, 'coins.html'), '<html>coins</html>');
  await clock.advance(1_000);
  expect((await get('/coins')).statusCode).toBe(200);
  const after = await get('/dashboard');
  expect(after.body).toContain('begin()');
  expect(after.headers['content-security-policy']).not.toBe(before);
});

describe('when the web app is not built', () => {
  test('a page says so, and the API answers', async () => {
    const bare = await testRoot();
    await mountUi(bare, join(folder, 'not-there'), clock);
    const page = await bare.inject({ url: '/dashboard', headers: { accept: 'text/html' } });
    expect(page.body).toContain('not built yet');
    expect((await bare.inject('/healthz')).statusCode).toBe(200);
    await bare.close();
  });
});
