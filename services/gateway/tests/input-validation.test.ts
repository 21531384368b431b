import { endpoint, ok } from '@tidemark/service/reply';
import { openRoot } from '@tidemark/testkit/open-root';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { afterEach, expect, test } from 'vitest';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A root with a route that takes a limit in its query, and a fee in its body. */
async function openApp() {
  const root = await openRoot({ name: 'test', services: new Set(['gateway']) });
  closing.push(() => root.close());
  const app = root.withTypeProvider<TypeBoxTypeProvider>();
  const shared = {
    id: 'read',
    access: 'public',
    summary: 's',
    tag: 't',
    data: Type.Number(),
  } as const;
  const query = Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })) });
  app.get('/api/read', endpoint({ ...shared, query }), (request) =>
    ok(request, request.query.limit ?? 0),
  );
  const body = Type.Object({ fee: Type.Optional(Type.Number({ minimum: 0 })) });
  app.post('/api/write', endpoint({ ...shared, body }), (request) =>
    ok(request, request.body.fee ?? 1),
  );
  await app.ready();
  return app;
}

test.each(['Infinity', '-Infinity', '1e309', 'NaN', '10', '0', 'two', 'null'])(
  'a limit of %s is refused, and the field is named',
  async (limit) => {
    const answer = await (await openApp()).inject({ url: `/api/read?limit=${limit}` });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error.details[0].field).toBe('query.limit');
  },
);

test('a number in a URL is read from its text', async () => {
  const answer = await (await openApp()).inject({ url: '/api/read?limit=7' });
  expect(answer.json().data).toBe(7);
});

test('a parameter that the route does not know is refused: it is a misspelt one', async () => {
  const answer = await (await openApp()).inject({ url: '/api/read?limt=7' });
  expect(answer.statusCode).toBe(400);
  expect(answer.json().error.details).toEqual([
    { field: 'query.limt', reason: 'is not known here' },
  ]);
});

test.each([
  ['{"fee": null}', 400],
  ['{"fee": "0.1"}', 400],
  ['{"fee": 1e309}', 400],
  ['{"fee": 0.1}', 200],
  ['{}', 200],
])('what a body says is not read as something else: %s is %d', async (payload, status) => {
  const headers = { 'content-type': 'application/json' };
  const app = await openApp();
  const answer = await app.inject({ method: 'POST', url: '/api/write', headers, payload });
  expect(answer.statusCode).toBe(status);
});
