import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestClock } from '@tidemark/clock/test-clock';
import type { Database } from '@tidemark/database/database';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { createLogger } from '@tidemark/telemetry/logger';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { assemble, type PortfolioParts } from '../../src/assemble.ts';
import { migrations } from '../../src/migrations/index.ts';
import { person, type Person } from './person.ts';
import { mountPortfolio } from './portfolio-app.ts';

/** The service over PGlite, with the root of every process before it; empty for each test of the file. */
export interface PortfolioRig {
  readonly app: FastifyInstance;
  readonly clock: TestClock;
  readonly parts: PortfolioParts;
  readonly database: Database;
  /** Somebody new with an account. */
  person(): Person;
}

/** Call at the top of a file of tests. */
export function portfolioRig(): PortfolioRig {
  let dir: string;
  let database: Database;
  let app: FastifyInstance;
  let clock: TestClock;
  let parts: PortfolioParts;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tidemark-portfolio-'));
    database = await openPgliteDatabase(dir, { template: await databaseTemplate() });
    await database.migrate('portfolio', migrations);
  });
  afterAll(async () => {
    await database.close();
    await rm(dir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    clock = new TestClock(Date.UTC(2026, 1, 1));
    parts = assemble({ database, clock, logger: createLogger({ level: 'silent' }) });
    for (const table of ['transactions', 'portfolios', 'idempotency_keys'] as const) {
      await parts.db.deleteFrom(table).execute();
    }
    app = await mountPortfolio(parts);
  });
  afterEach(() => app.close());
  return {
    get app() {
      return app;
    },
    get clock() {
      return clock;
    },
    get database() {
      return database;
    },
    get parts() {
      return parts;
    },
    person: () => person(() => app, randomUUID()),
  };
}
