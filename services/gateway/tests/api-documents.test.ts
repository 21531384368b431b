import { endpoint, ok } from '@tidemark/service/reply';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { until } from '@tidemark/testkit/until';
import { afterEach, expect, test } from 'vitest';
import { deadOrigin, startGateway, startService, stopAll } from './support/two-processes.ts';

afterEach(stopAll);

function coins(app: FastifyInstance): void {
  const coinsRoute = endpoint({
    id: 'listCoins',
    access: 'public',
    summary: 'Coins',
    tag: 'market',
    data: Type.Array(Type.String()),
  });
  app.get('/api/market/coins', coinsRoute, (request) => ok(request, []));
  app.get(
    '/api/other',
    endpoint({ id: 'other', access: 'public', summary: 'x', tag: 'y', data: Type.Null() }),
    () => null,
  );
}

const read = async (origin: string, path = '/api/openapi.json') =>
  (await fetch(origin + path)).json() as Promise<{ paths: object; tags: { name: string }[] }>;

const pick = (paths: object, path: string) =>
  Object.fromEntries(Object.entries(paths).filter(([name]) => name === path));

test('the description has the paths of services elsewhere, as if they were here', async () => {
  const service = await startService(coins);
  const alone = await read(service.origin);
  const { origin } = await startGateway([service.origin]);
  for (const path of ['/api/openapi.json', '/api/docs/json']) {
    const joined = await read(origin, path);
    expect(joined.paths).toMatchObject(pick(alone.paths, '/api/market/coins'));
    expect(joined.paths).toHaveProperty('/healthz');
    expect(joined).not.toHaveProperty('x-tidemark-missing');
    const tags = joined.tags.map(({ name }) => name);
    expect(tags).toEqual([...new Set(tags)]);
  }
});

test('a service adds the paths that are its own and no others', async () => {
  const service = await startService(coins);
  const { origin } = await startGateway([service.origin]);
  expect((await read(origin)).paths).not.toHaveProperty('/api/other');
});

test('a part that nobody can give is named as missing, and comes back by itself', async () => {
  const { port, app } = await startService(coins);
  await app.close();
  const { origin } = await startGateway([`http://127.0.0.1:${port}`, await deadOrigin()]);
  expect(await read(origin)).toMatchObject({ 'x-tidemark-missing': ['market-data'] });
  await startService(coins, { port });
  await until('the part', async () => !('x-tidemark-missing' in (await read(origin))));
});

test('a description that was read stays while the service is away', async () => {
  const service = await startService(coins);
  const { origin } = await startGateway([service.origin]);
  await read(origin);
  await service.app.close();
  expect((await read(origin)).paths).toHaveProperty('/api/market/coins');
});
