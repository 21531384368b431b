import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@tidemark/clock/system-clock';
import type { Readiness } from '@tidemark/contracts/health';
import { GATEWAY_ALONE, STRANGERS } from '@tidemark/http/addresses/visitors';
import { createReception, type ReceptionOptions } from '@tidemark/http/root/reception';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mountUi } from '../src/ui/static-ui.ts';

const WAITING: Readiness = {
  ready: false,
  modules: [
    { name: 'root', ready: false, waiting_for: 'database' },
    { name: 'database', ready: false, waiting_for: 'PostgreSQL' },
    { name: 'users', ready: false, waiting_for: 'database' },
  ],
};
const PAGE = '<html><script>start()</script></html>';
const NO_PAGE = '<html>no such page</html>';

let folder: string;
let gateway: FastifyInstance;
let users: FastifyInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidemark-reception-'));
  for (const name of ['index.html', 'dashboard.html']) await writeFile(join(folder, name), PAGE);
  await writeFile(join(folder, '404.html'), NO_PAGE);
  gateway = await reception((app) => mountUi(app, folder, systemClock));
  users = await reception();
});
afterAll(async () => {
  await gateway.close();
  await users.close();
  await rm(folder, { recursive: true });
});

const reception = (mountPages?: ReceptionOptions['mountPages']) =>
  createReception({
    logger: createLogger({ level: 'silent' }),
    metrics: createMetrics({ defaults: true }),
    readiness: () => WAITING,
    visitors: mountPages ? STRANGERS : GATEWAY_ALONE,
    mountPages,
  });

const HTML = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const get = (app: FastifyInstance, url: string, accept = '*/*') =>
  app.inject({ url, headers: { accept } });

test.each([['the gateway'], ['a service apart']])(
  'the probes of %s answer while it starts',
  async (name) => {
    const app = name === 'the gateway' ? gateway : users;
    for (const accept of ['*/*', HTML]) {
      const alive = await get(app, '/healthz', accept);
      expect([alive.statusCode, alive.json()]).toEqual([200, { status: 'ok' }]);
      const ready = await get(app, '/readyz', accept);
      expect([ready.statusCode, ready.json()]).toEqual([503, WAITING]);
      const metrics = await get(app, '/metrics', accept);
      expect([metrics.statusCode, metrics.body]).toEqual([
        200,
        expect.stringContaining('process_cpu'),
      ]);
    }
  },
);

test.each(['/', '/dashboard', '/dashboard/'])('%s is the page of the web app', async (url) => {
  const page = await get(gateway, url, HTML);
  expect([page.statusCode, page.body]).toEqual([200, PAGE]);
  expect(page.headers['content-security-policy']).toContain("'sha256-");
});

test.each(['/api/market/prices', '/api/users/login', '/api/nothing', '/api/docs'])(
  '%s says in the envelope that Tidemark starts, when to come again, and nothing of the inside',
  async (url) => {
    for (const app of [gateway, users]) {
      const answer = await get(app, url);
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '1']);
      expect(answer.json().error).toEqual({
        code: 'NOT_READY',
        message: 'Tidemark is starting; try again in a moment.',
      });
    }
  },
);

test('whoever opens what cannot be served yet gets a page that comes back to it by itself', async () => {
  for (const [app, url] of [
    [gateway, '/api/docs'],
    [users, '/'],
  ] as const) {
    const page = await get(app, url, HTML);
    expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '1']);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('<meta http-equiv="refresh" content="1" />');
    expect(page.body).toContain('Tidemark is starting');
    expect(page.body).not.toContain('PostgreSQL');
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
  }
});

test('what will never be there is missing from the first moment', async () => {
  const page = await get(gateway, '/nowhere', HTML);
  expect([page.statusCode, page.body]).toEqual([404, NO_PAGE]);
  const data = await get(gateway, '/nowhere');
  expect([data.statusCode, data.json().error.code]).toEqual([404, 'RESOURCE_NOT_FOUND']);
});
