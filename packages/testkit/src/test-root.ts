import { TidemarkError } from '@tidemark/contracts/errors';
import type { Readiness } from '@tidemark/contracts/health';
import { DatabaseUnavailableError } from '@tidemark/database/unavailable-error';
import { endpoint, ok } from '@tidemark/service/reply';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { openRoot } from './open-root.ts';
import { OPEN } from './open-route.ts';

/** A root with a few routes of the kinds that services have. */
export async function testRoot(
  readiness: () => Readiness = () => ({ ready: true, modules: [] }),
): Promise<FastifyInstance> {
  const app = await openRoot({
    readiness,
    visitors: { corsOrigins: ['https://friend.example'] },
  });
  const things = endpoint({
    id: 'listThings',
    access: 'public',
    summary: 'Things',
    tag: 'test',
    params: Type.Object({ id: Type.String({ pattern: '^[a-z]+$' }) }),
    query: Type.Object({
      limit: Type.Integer({ minimum: 1, maximum: 9 }),
      kind: Type.Enum(['a', 'b']),
    }),
    data: Type.Object({ id: Type.String(), limit: Type.Integer() }),
  });
  app.get('/api/things/:id', things, (request) => {
    const { id } = request.params as { id: string };
    const { limit } = request.query as { limit: number };
    return ok(request, { id, limit, secret: 'not in the schema' });
  });
  app.get('/api/refused', OPEN, () => {
    throw new TidemarkError('RESOURCE_NOT_FOUND', 'Coin not found: x', [
      { field: 'params.coin_id', reason: 'is not followed' },
    ]);
  });
  app.get('/api/broken', OPEN, () => {
    throw new Error('password=hunter2');
  });
  app.get('/api/away', OPEN, () => {
    throw new DatabaseUnavailableError('unreachable', 'no connection to db:5432');
  });
  app.get('/api/large', OPEN, (request) => ok(request, 'tide '.repeat(2000)));
  app.post('/api/echo', OPEN, (request) => ok(request, request.body));
  return app;
}
