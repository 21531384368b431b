import { requireAccess, type Access } from '@tidemark/service/access';
import { ANONYMOUS, GATEWAY, SERVICE, type Identity } from '@tidemark/service/identity/identity';
import { decorateIdentity } from '@tidemark/service/identity/require-gateway';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';

const USER: Identity = { userId: '7', role: 'user', sessionId: 's', scope: 'read_write' };
const WHO: Record<string, Identity> = {
  nobody: ANONYMOUS,
  user: USER,
  admin: { ...USER, role: 'admin' },
  'reading key': { ...USER, sessionId: null, scope: 'read' },
  'writing key': { ...USER, sessionId: null },
  'admin key': { ...USER, role: 'admin', sessionId: null },
  gateway: GATEWAY,
  service: SERVICE,
};

async function statusOf(access: Access, who: string, method: 'GET' | 'POST'): Promise<number> {
  const app = fastify();
  decorateIdentity(app);
  app.addHook('onRequest', async (request) => {
    request.identity = WHO[who] ?? ANONYMOUS;
  });
  requireAccess(app);
  app.route({ method, url: '/api/thing', config: { access }, handler: () => 'done' });
  const { statusCode } = await app.inject({ method, url: '/api/thing' });
  await app.close();
  return statusCode;
}

const names = Object.keys(WHO);
/** Statuses in the order of WHO. */
test.each<[Access, 'GET' | 'POST', number[]]>([
  ['public', 'POST', [200, 200, 200, 200, 200, 200, 200, 200]],
  ['user', 'GET', [401, 200, 200, 200, 200, 200, 401, 401]],
  ['user', 'POST', [401, 200, 200, 403, 200, 200, 401, 401]],
  ['user or service', 'GET', [401, 200, 200, 200, 200, 200, 401, 200]],
  ['user or service', 'POST', [401, 200, 200, 403, 200, 200, 401, 200]],
  ['account', 'GET', [401, 200, 200, 403, 403, 403, 401, 401]],
  ['account', 'POST', [401, 200, 200, 403, 403, 403, 401, 401]],
  ['admin', 'GET', [401, 403, 200, 403, 403, 403, 401, 401]],
  ['gateway', 'POST', [404, 404, 404, 404, 404, 404, 200, 404]],
  ['service', 'POST', [404, 404, 404, 404, 404, 404, 404, 200]],
])('a route of access %s, %s, lets in whom it names', async (access, method, statuses) => {
  const got = await Promise.all(names.map((who) => statusOf(access, who, method)));
  expect(Object.fromEntries(names.map((who, i) => [who, got[i]]))).toEqual(
    Object.fromEntries(names.map((who, i) => [who, statuses[i]])),
  );
});

test('a route that does not say who may use it stops the start', () => {
  const app = fastify();
  decorateIdentity(app);
  requireAccess(app);
  expect(() => app.get('/api/forgotten', () => 'open')).toThrow('GET /api/forgotten');
  expect(() => app.get('/healthz', () => 'ok')).not.toThrow();
});
