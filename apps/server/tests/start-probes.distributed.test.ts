import { newIdentityKeys } from '@tidemark/service/identity/identity-keys';
import { ENGINES_MISSING, givenEngines } from '@tidemark/testkit/distributed/given-engines';
import { until } from '@tidemark/testkit/until';
import { describe, expect, test } from 'vitest';
import { watch } from './support/start-watch.ts';
import { begin, freePort, statuses, waitedFor } from './support/starting-server.ts';

const engines = givenEngines();
if (!engines) console.warn(ENGINES_MISSING);
const SLOW_MS = 60_000;
const keys = newIdentityKeys();

/** Each engine in turn, at an address where nobody listens. */
const AWAY = {
  PostgreSQL: (port: number) => ({ DATABASE_URL: `postgresql://nobody@127.0.0.1:${port}/none` }),
  Redis: (port: number) => ({ REDIS_URL: `redis://127.0.0.1:${port}` }),
  Kafka: (port: number) => ({ KAFKA_BROKERS: `127.0.0.1:${port}` }),
};

describe.skipIf(!engines)('probes while one engine alone is away', () => {
  test.for(Object.entries(AWAY))(
    '%s: 200, 503 with its name, and 200',
    { timeout: SLOW_MS },
    async ([engine, at]) => {
      const port = await freePort();
      const watched = watch(port, { '/healthz': {}, '/readyz': {}, '/metrics': {} });
      begin({
        ...{ TARGET: 'market-data', PORT: String(port), MARKET_SOURCE: 'live' },
        ...engines?.urls,
        ...at(await freePort()),
        IDENTITY_KEY: keys.privateKey,
        IDENTITY_PUBLIC_KEYS: `gateway:${keys.publicKey}`,
        INSTANCE_SECRET: 'another secret of thirty-two characters',
      });
      const named = () => waitedFor(watched.answers['/readyz']).includes(engine);
      await until('it names the engine', named, SLOW_MS);
      const answers = await watched.end();
      expect(statuses(answers['/healthz'])).toEqual([200]);
      expect(statuses(answers['/readyz'])).toEqual([503]);
      expect(statuses(answers['/metrics'])).toEqual([200]);
    },
  );
});
