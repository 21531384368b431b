import { SERVICES, type ServiceEntry } from '@tidemark/contracts/services';
import { defineService, type ServiceModule } from '@tidemark/service/service-module';
import { endpoint, ok } from '@tidemark/service/reply';
import Type from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WholePlatform } from './support/whole-platform.ts';

/** The folder of docs/add-a-service.md. */
const weather = defineService({
  name: 'weather',
  needs: [],
  configSchema: Type.Object({}),
  migrations: {},
  create: () => ({
    async plugin(app) {
      app.get(
        '/api/weather/today',
        endpoint({
          ...{ id: 'getWeather', summary: 'The sky now', tag: 'weather', access: 'public' },
          data: Type.String(),
        }),
        (request, reply) => {
          reply.header('cache-control', 'public, max-age=60');
          return ok(request, 'fair');
        },
      );
    },
    start: async () => undefined,
    stop: async () => undefined,
    waitingFor: () => null,
  }),
});

let platform: WholePlatform;
beforeAll(async () => {
  // The two entries, before anything has read their tables.
  const entry: ServiceEntry = {
    ...SERVICES['market-data'],
    prefixes: ['/api/weather'],
    variable: 'WEATHER_URL',
    tags: { weather: 'what the sky does' },
    tables: [],
  };
  Object.assign(SERVICES, { weather: entry });
  const { MODULES } = await import('../src/modules.ts');
  Object.assign(MODULES, { weather: async (): Promise<ServiceModule> => weather });
  const { startWholePlatform } = await import('./support/whole-platform.ts');
  platform = await startWholePlatform();
}, 60_000);
afterAll(() => platform.stop());

test('its routes are answered, described, limited and kept as its entry says', async () => {
  const ask = () => fetch(`${platform.url}/api/weather/today`);
  const answer = await ask();
  expect([answer.status, await answer.json()]).toMatchObject([200, { data: 'fair' }]);
  expect(answer.headers.get('ratelimit-policy')).toMatch(/^"data";/);
  expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
  const described = (await (await fetch(`${platform.url}/api/openapi.json`)).json()) as {
    tags: { name: string; description: string }[];
    paths: Record<string, { get?: { tags: string[] } }>;
  };
  expect(described.tags).toContainEqual({ name: 'weather', description: 'what the sky does' });
  expect(described.paths['/api/weather/today']?.get?.tags).toEqual(['weather']);
});

test('a gateway without it is to be told where it is, and may be', async () => {
  const { configSchema } = await import('@tidemark/gateway/config');
  const { upstreamFaults } = await import('@tidemark/gateway/upstreams/upstream-faults');
  expect(Object.keys(configSchema.properties)).toContain('WEATHER_URL');
  const others = Object.keys(SERVICES).filter((name) => name !== 'weather');
  const [fault] = upstreamFaults({ IDENTITY_KEY: 'a key' }, new Set(['gateway', ...others]));
  expect(fault).toMatch(/^WEATHER_URL is not set: .*http:\/\/weather:8000/);
});

test('TARGET takes its name', async () => {
  const { readTargets } = await import('../src/server-config.ts');
  expect(readTargets({ TARGET: 'weather' })).toEqual(['weather']);
});
