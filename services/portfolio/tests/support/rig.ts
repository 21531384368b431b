import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import type { Clock } from '@tidemark/clock/clock';
import { TestClock } from '@tidemark/clock/test-clock';
import type { Database } from '@tidemark/database/database';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { assemble, type PortfolioParts } from '../../src/assemble.ts';
import type { PortfolioContext } from '../../src/context.ts';
import { migrations } from '../../src/migrations/index.ts';
import type { PortfolioTables } from '../../src/tables.ts';
import { BookThread } from '../../src/valuation/book-thread.ts';
import { MadeMarket } from './made-market.ts';
import { person, type Person } from './person.ts';
import { mountPortfolio } from './portfolio-app.ts';

/** The service over PGlite, with the root of every process before it; empty for each test of the file. */
export interface PortfolioRig {
  readonly app: FastifyInstance;
  readonly clock: TestClock;
  readonly parts: PortfolioParts;
  readonly database: Database;
  /** What it is made of. */
  readonly context: PortfolioContext;
  /** The market-data that it asks. */
  readonly market: MadeMarket;
  /** Ends the service and begins it anew over the same database. */
  reopen(): Promise<void>;
  /** Somebody new with an account. */
  person(): Person;
}

const EMPTIED: readonly (keyof PortfolioTables)[] = [
  ...(['ledger_edits', 'asset_coins', 'manual_prices'] as const),
  ...([
    'transactions',
    'portfolios',
    'idempotency_keys',
    'column_mappings',
    'import_keys',
  ] as const),
  ...(['watchlists', 'absent_owners'] as const),
];

/** What the service is given on embedded ports, and a market-data in the same process. */
export function embeddedContext(database: Database, clock: Clock): PortfolioContext {
  return {
    ...{ database, clock, cache: new MemoryCache({ clock }), bus: new MemoryEventBus({ clock }) },
    ...{ logger: createLogger({ level: 'silent' }), metrics: createMetrics(), config: {} },
    ...{ market: 'live', process: { name: 'test', services: new Set(['market-data']) } },
  };
}

/** Call at the top of a file of tests. */
export function portfolioRig(): PortfolioRig {
  let dir: string;
  let database: Database;
  let app: FastifyInstance;
  let context: PortfolioContext;
  let clock: TestClock;
  let parts: PortfolioParts;
  let market: MadeMarket;
  // Its books are of portfolios that no other test has.
  const thread = new BookThread();
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tidemark-portfolio-'));
    database = await openPgliteDatabase(dir, { template: await databaseTemplate() });
    await database.migrate('portfolio', migrations);
  });
  afterAll(async () => {
    await thread.stop();
    await database.close();
    await rm(dir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    clock = new TestClock(Date.UTC(2026, 1, 1));
    market = new MadeMarket(clock);
    context = embeddedContext(database, clock);
    await begin();
    for (const table of EMPTIED) await parts.db.deleteFrom(table).execute();
  });
  const begin = async () => {
    parts = assemble(context, thread);
    app = await mountPortfolio(parts, market);
    await parts.market.start();
  };
  const end = async () => {
    await Promise.all([parts.reader.stop(), parts.work.stop(), parts.market.stop()]);
    await app.close();
  };
  afterEach(end);
  return {
    get app() {
      return app;
    },
    get clock() {
      return clock;
    },
    get context() {
      return context;
    },
    get database() {
      return database;
    },
    get market() {
      return market;
    },
    get parts() {
      return parts;
    },
    reopen: async () => {
      await end();
      await begin();
    },
    person: () => person(() => app, randomUUID()),
  };
}
