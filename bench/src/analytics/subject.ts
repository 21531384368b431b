import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Analytics } from '@tidemark/analytics/analytics';
import { migrations as analyticsTables } from '@tidemark/analytics/migrations/index';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import type { Clock } from '@tidemark/clock/clock';
import { systemClock } from '@tidemark/clock/system-clock';
import type { Database } from '@tidemark/database/database';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import type { Universe } from '@tidemark/market-data/coins/universe';
import { migrations as marketTables } from '@tidemark/market-data/migrations/index';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';
import { openRoot } from '@tidemark/testkit/open-root';
import { StoredMarket } from '@tidemark/testkit/stored-market';
import type { FastifyInstance } from 'fastify';
import { NOW } from './history.ts';

/** It stays the same time of day: no bar falls due while others are measured. */
const clock: Clock = { ...systemClock, now: () => NOW };

/** An empty database with the tables of both services, in a folder that goes with it, or with this process. */
export async function openDatabase(): Promise<Database> {
  const dir = await mkdtemp(join(tmpdir(), 'tidemark-bench-analytics-'));
  const remove = () => rmSync(dir, { recursive: true, force: true });
  process.once('exit', remove);
  const database = await openPgliteDatabase(dir, { template: await databaseTemplate() });
  await database.migrate('market-data', marketTables);
  await database.migrate('analytics', analyticsTables);
  const close = database.close.bind(database);
  return Object.assign(database, {
    close: async () => {
      await close();
      remove();
    },
  });
}

/** analytics and the stored market on one root, as in one process. */
export interface Subject {
  app: FastifyInstance;
  /** Follows the candles and reads every coin's series, as a service that runs; before it is called nothing is in memory. */
  start: () => Promise<void>;
  /** Forgets every answer; the series stay. */
  forget: () => Promise<void>;
  stop: () => Promise<void>;
}

/** The service over a database that stays open; it knows nothing yet. */
export async function openSubject(database: Database, universe: Universe): Promise<Subject> {
  const process = { name: 'bench', services: new Set(['market-data', 'analytics', 'gateway']) };
  const [bus, cache] = [new MemoryEventBus({ clock }), new MemoryCache({ clock })];
  const market = await StoredMarket.open(database, bus, universe);
  const app = await openRoot({ services: process.services });
  const analytics = new Analytics({
    ...{ clock, bus, cache, database, process, market: 'simulated' },
    logger: createLogger({ level: 'silent' }),
    metrics: createMetrics(),
    config: { ANALYTICS_WARM_COINS: 0 },
  });
  await app.register(async (scope) => market.mount(scope));
  await app.register((scope) => analytics.plugin(scope));
  await app.ready();
  return {
    app,
    start: () => analytics.start(),
    forget: async () => {
      await cache.deleteAll('analytics:');
    },
    stop: async () => {
      await analytics.stop();
      await app.close();
      await bus.close();
    },
  };
}
