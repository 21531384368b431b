import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import { TestClock } from '@tidemark/clock/test-clock';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { portfolio } from '@tidemark/portfolio/index';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';
import { openRoot } from '@tidemark/testkit/open-root';
import { until } from '@tidemark/testkit/until';
import type { UsersParts } from '@tidemark/users/assemble';
import { migrations as usersMigrations } from '@tidemark/users/migrations/index';
import { usersRoutes } from '@tidemark/users/plugin';
import { sql } from 'kysely';
import { expect, test } from 'vitest';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const [KEPT, GONE] = [randomUUID(), randomUUID()];

test('in one process portfolio asks users who there is still, and removes what the others left after a week', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'tidemark-departed-'));
  const database = await openPgliteDatabase(dir, { template: await databaseTemplate() });
  await database.migrate('users', usersMigrations);
  await database.migrate('portfolio', portfolio.migrations);
  const db = database.as();
  await sql`
    insert into users values (${KEPT}, 'a', 'a', 'a@b', 'a@b', 'x', 'admin', true, '{}', 0, now(), now())`.execute(
    db,
  );
  for (const owner of [KEPT, GONE]) {
    await sql`insert into watchlists values (${randomUUID()}, ${owner}, 'x', 0, '[]')`.execute(db);
  }
  const owners = async () => {
    const { rows } = await sql<{ user_id: string }>`select user_id from watchlists`.execute(db);
    return rows.map(({ user_id }) => user_id);
  };
  const clock = new TestClock();
  const services = new Set(['gateway', 'users', 'portfolio', 'market-data']);
  const service = portfolio.create({
    ...{ database, clock, cache: new MemoryCache({ clock }), bus: new MemoryEventBus({ clock }) },
    ...{ logger: createLogger({ level: 'silent' }), metrics: createMetrics(), config: {} },
    ...{ market: 'live', process: { name: 'test', services } },
  });
  const app = await openRoot({ services });
  // Of users nothing else is asked.
  await app.register((scope) => usersRoutes(scope, { db } as unknown as UsersParts));
  await app.register((scope) => service.plugin(scope));
  await app.ready();
  await service.start(new AbortController().signal);
  const absent = () => sql`select 1 from absent_owners`.execute(db);
  await until('somebody is absent', async () => (await absent()).rows.length === 1);
  expect((await owners()).sort()).toEqual([KEPT, GONE].sort());
  // What else runs every second is not to run for a week.
  const before = new Date(clock.now() - 7 * DAY_MS);
  await sql`update absent_owners set since = ${before}`.execute(db);
  await clock.advance(HOUR_MS);
  await until('what they left is gone', async () => (await owners()).length === 1);
  expect(await owners()).toEqual([KEPT]);
  await service.stop();
  await app.close();
  await database.close();
  await rm(dir, { recursive: true, force: true });
});
