import { fastify, type FastifyError } from 'fastify';
import Type from 'typebox';
import { expect, test } from 'vitest';
import { endpoint } from './reply.ts';

const body = Type.Object({
  theme: Type.Optional(Type.String()),
  notifications: Type.Optional(Type.Object({ email: Type.Optional(Type.Boolean()) })),
  list: Type.Optional(Type.Array(Type.Object({ id: Type.String() }))),
});

test.each([
  [{ theme: 'dark' }, 200],
  [{ theem: 'dark' }, 400],
  [{ notifications: { email: true } }, 200],
  [{ notifications: { junk: 'x' } }, 400],
  [{ list: [{ id: 'a' }] }, 200],
  [{ list: [{ id: 'a', junk: 1 }] }, 400],
])(
  'a body is refused for a field that its schema does not name, at every depth: %j',
  async (payload, status) => {
    const app = fastify({ ajv: { customOptions: { removeAdditional: false } } });
    app.setErrorHandler((error: FastifyError, _request, reply) => {
      reply
        .code(error.statusCode ?? 500)
        .serializer(String)
        .send('refused');
    });
    const options = endpoint({
      id: 'write',
      access: 'public',
      summary: 's',
      tag: 't',
      body,
      data: Type.Null(),
    });
    app.post('/', options, () => ({
      success: true,
      data: null,
      meta: { timestamp: new Date().toISOString(), request_id: '1' },
    }));
    const answer = await app.inject({ method: 'POST', url: '/', payload });
    expect(answer.statusCode).toBe(status);
    await app.close();
  },
);

test('headers that a route reads are told, and that its answers have versions', () => {
  const headers = Type.Object({ 'if-match': Type.String() });
  const what = { id: 'read', access: 'public', summary: 's', tag: 't', data: Type.Null() } as const;
  const { schema } = endpoint({ ...what, headers, isVersioned: true });
  expect(schema).toMatchObject({ headers, 'x-headers': ['ETag'] });
  expect(endpoint(what).schema).not.toHaveProperty('headers');
  expect(endpoint(what).schema).not.toHaveProperty('x-headers');
});
