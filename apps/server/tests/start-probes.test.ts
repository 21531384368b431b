import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newIdentityKeys } from '@tidemark/service/identity/identity-keys';
import { until } from '@tidemark/testkit/until';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { begin, freePort, statuses, waitedFor } from './support/starting-server.ts';
import { ask, watch } from './support/start-watch.ts';

const SLOW_MS = 60_000;
const keys = newIdentityKeys();
const HTML = { accept: 'text/html,*/*;q=0.8' };
const PATHS = {
  '/healthz': {},
  '/readyz': {},
  '/metrics': {},
  '/api/market/prices': {},
  '/': HTML,
};

test(
  'from the first connection on a start answers 200, 503 with its reason and 200, then 200 to all',
  async () => {
    const port = await freePort();
    const dataDir = await mkdtemp(join(tmpdir(), 'tidemark-probes-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    const watched = watch(port, PATHS);
    const server = begin({ DATA_DIR: dataDir, PORT: String(port) });
    await until('it listens', () => watched.answers['/readyz']?.length !== 0, SLOW_MS);
    const early = new WebSocket(`ws://127.0.0.1:${port}/ws/prices`);
    early.on('error', () => undefined);
    const [, refused] = (await once(early, 'unexpected-response')) as [
      unknown,
      { statusCode: number },
    ];
    expect(refused.statusCode).toBe(503);
    await server.ready;
    await until('it is ready', async () => (await ask(port, '/readyz'))?.status === 200, SLOW_MS);
    const answers = await watched.end();
    expect(statuses(answers['/healthz'])).toEqual([200]);
    expect(statuses(answers['/metrics'])).toEqual([200]);
    expect(statuses(answers['/readyz'])).toEqual([503, 200]);
    expect(statuses(answers['/api/market/prices'])).toEqual([503, 200]);
    for (const { status, body } of answers['/readyz'] ?? []) {
      expect(JSON.parse(body)).toMatchObject({ ready: status === 200 });
    }
    for (const { headers } of answers['/'] ?? []) {
      expect(headers['content-type']).toContain('text/html');
    }
  },
  SLOW_MS,
);

test.for(['gateway', 'users', 'market-data', 'analytics', 'portfolio', 'sentiment', 'alerts'])(
  '%s answers its probes while it waits for engines, says which, and not where they are',
  { timeout: SLOW_MS },
  async (target) => {
    const port = await freePort();
    const away = await freePort();
    const elsewhere = `http://127.0.0.1:${away}`;
    begin({
      ...{ TARGET: target, PORT: String(port), MARKET_SOURCE: 'live' },
      DATABASE_URL: `postgresql://nobody@127.0.0.1:${away}/none`,
      REDIS_URL: `redis://127.0.0.1:${away}`,
      KAFKA_BROKERS: `127.0.0.1:${away}`,
      IDENTITY_KEY: keys.privateKey,
      IDENTITY_PUBLIC_KEYS: `gateway:${keys.publicKey}`,
      INSTANCE_SECRET: 'another secret of thirty-two characters',
      ...{ MARKET_DATA_URL: elsewhere, USERS_URL: elsewhere },
      ...{ ANALYTICS_URL: elsewhere, PORTFOLIO_URL: elsewhere, SENTIMENT_URL: elsewhere },
      ALERTS_URL: elsewhere,
    });
    const watched = watch(port, PATHS);
    const engine = target === 'gateway' ? 'Redis' : 'PostgreSQL';
    await until(
      'it names the engine',
      () => waitedFor(watched.answers['/readyz']).includes(engine),
      SLOW_MS,
    );
    const answers = await watched.end();
    expect(statuses(answers['/healthz'])).toEqual([200]);
    expect(statuses(answers['/readyz'])).toEqual([503]);
    expect(statuses(answers['/metrics'])).toEqual([200]);
    expect(statuses(answers['/api/market/prices'])).toEqual([503]);
    // Where the engines are and what they say is for the log.
    const told = Object.values(answers).flatMap((of) => of.map(({ body }) => body));
    expect(told.filter((body) => /127\.0\.0\.1|connection refused|ECONN/.test(body))).toEqual([]);
    expect(told.join()).not.toContain(`:${away}`);
  },
);
