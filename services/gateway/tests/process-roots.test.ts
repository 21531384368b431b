import { ok } from '@tidemark/service/reply';
import { createLogger } from '@tidemark/telemetry/logger';
import { afterEach, expect, test } from 'vitest';
import { openRoot } from '@tidemark/testkit/open-root';
import { startGateway, startService, stopAll } from './support/two-processes.ts';
import { OPEN } from '@tidemark/testkit/open-route';

afterEach(stopAll);

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

test('a service without the gateway answers health and metrics, and refuses the rest in the envelope', async () => {
  const { origin } = await startService((app) => {
    app.get('/api/market/coins', OPEN, (request) => ok(request, []));
  });
  const refused = await fetch(`${origin}/api/market/coins`);
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({
    success: false,
    error: { code: 'UNAUTHORIZED', message: expect.stringContaining('through the gateway') },
    meta: { request_id: refused.headers.get('x-request-id') },
  });
  for (const path of ['/healthz', '/readyz', '/metrics', '/api/openapi.json']) {
    expect((await fetch(origin + path)).status).toBe(200);
  }
});

test('a process without the gateway does not start without the gateway’s key', async () => {
  await expect(openRoot({ front: { publicKeys: undefined } })).rejects.toThrow(
    'IDENTITY_PUBLIC_KEYS',
  );
});

test('beside the gateway no token is asked for, and one that is shown counts for nothing', async () => {
  const app = await openRoot({ services: new Set(['gateway', 'market-data']) });
  app.get('/api/market/me', OPEN, (request) => request.identity);
  const response = await app.inject({
    url: '/api/market/me',
    headers: { 'x-tidemark-identity': 'x.y.z' },
  });
  expect(response.json()).toMatchObject({ userId: null, role: 'anonymous' });
});

test('a request is logged under the same trace and request id in both processes', async () => {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>);
  const logger = createLogger({ level: 'info', destination: { write } });
  const service = await startService(
    (app) => {
      app.get('/api/market/logged', OPEN, (request) => {
        request.log.error('in the service');
        return ok(request, null);
      });
    },
    { logger },
  );
  const { origin } = await startGateway([service.origin], {}, { logger });
  await fetch(`${origin}/api/market/logged`, {
    headers: { 'x-request-id': 'r-1', traceparent: `00-${TRACE}-00f067aa0ba902b7-01` },
  });
  const line = lines.find(({ msg }) => msg === 'in the service');
  expect(line).toMatchObject({ request_id: 'r-1', trace_id: TRACE });
  expect(line?.span_id).toMatch(/^\w{16}$/);
});
