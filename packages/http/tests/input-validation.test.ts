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
  const root = await openRoot();
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
  app.get('/api/loose/:name', { config: { access: 'public' } }, (request) => ok(request, 0));
  const note = Type.Object({
    text: Type.String(),
    lines: Type.Optional(Type.String()),
    tags: Type.Optional(Type.Array(Type.String())),
  });
  const multiline = ['body.lines'];
  app.post('/api/note', endpoint({ ...shared, body: note, multiline }), (request) =>
    ok(request, 0),
  );
  await app.ready();
  return app;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const UNPRINTABLE = ['\0', '\b', '\x1b', '\x7f', '\x85', '\n', '\t', '\ud800'];

test('text with control characters is refused wherever it stands in a body, and named', async () => {
  const app = await openApp();
  const fieldOf = async (payload: object) => {
    const sent = { method: 'POST', url: '/api/note', headers: JSON_TYPE } as const;
    const answer = await app.inject({ ...sent, payload: JSON.stringify(payload) });
    if (answer.statusCode !== 400) return null;
    const { error } = answer.json<{ error: { details: { field: string }[] } }>();
    return error.details[0]?.field;
  };
  for (const sign of UNPRINTABLE) {
    expect(await fieldOf({ text: `a${sign}b` })).toBe('body.text');
    expect(await fieldOf({ text: 'a', tags: ['b', sign] })).toBe('body.tags.1');
    expect(await fieldOf({ text: 'a', [`b${sign}`]: 1 })).toBe('body');
    const mayBreak = sign === '\n' || sign === '\t';
    expect(await fieldOf({ text: 'a', lines: sign })).toBe(mayBreak ? null : 'body.lines');
  }
});

test('a URL with control characters is refused too, whatever the route says of it', async () => {
  const app = await openApp();
  for (const sign of ['%00', '%0a', '%1b', '%7f', '%C2%85']) {
    for (const [url, field] of [
      [`/api/loose/a?coin=${sign}`, 'query.coin'],
      [`/api/loose/a?${sign}=1`, 'query'],
      [`/api/loose/a${sign}`, 'params.name'],
    ] as const) {
      const answer = await app.inject({ url });
      expect([answer.statusCode, answer.json().error.details?.[0].field]).toEqual([400, field]);
    }
  }
});

test('hostile bodies without end are told of in one word', async () => {
  const app = await openApp();
  for (const payload of [
    `{${Array.from({ length: 1_200 }, (_, i) => `"f${i}":1`).join()}}`,
    '['.repeat(8_000) + ']'.repeat(8_000),
    '{"a":'.repeat(2_500) + '1' + '}'.repeat(2_500),
    `[${'[],'.repeat(5_000)}[]]`,
  ]) {
    const sent = { method: 'POST', url: '/api/note', headers: JSON_TYPE, payload } as const;
    const answer = await app.inject(sent);
    expect([answer.statusCode, answer.json().error.details.length]).toEqual([400, 1]);
  }
});

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
