import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import { scaledClock } from '@tidemark/testkit/scaled-clock';
import type { AnalyticsUpdate } from '@tidemark/contracts/analytics';
import { ANALYTICS_UPDATES } from '@tidemark/contracts/topics';
import type { Database } from '@tidemark/database/database';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';
import { openRoot } from '@tidemark/testkit/open-root';
import { OPEN } from '@tidemark/testkit/open-route';
import { StoredMarket } from '@tidemark/testkit/stored-market';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { Analytics } from '../../src/analytics.ts';
import { migrations } from '../../src/migrations/index.ts';
import type { AnalyticsTables } from '../../src/tables.ts';
import { trendAnswer, type NewsOf } from './news.ts';

export const COINS = ['bitcoin', 'ethereum', 'solana'];

/** A database with the service's tables, in a folder of its own. */
export async function openAnalyticsDatabase(): Promise<Database & AsyncDisposable> {
  const dir = await mkdtemp(join(tmpdir(), 'tidemark-analytics-'));
  const database = await openPgliteDatabase(dir, { template: await databaseTemplate() });
  await database.migrate('analytics', migrations);
  return Object.assign(database, {
    [Symbol.asyncDispose]: async () => {
      await database.close();
      await rm(dir, { recursive: true, force: true });
    },
  });
}

/** Analytics over market-data's own store and routes, on embedded ports. */
export class AnalyticsRig {
  readonly market: StoredMarket;
  readonly cache: MemoryCache;
  readonly bus: MemoryEventBus;
  /** What was published, in order. */
  readonly updates: AnalyticsUpdate[] = [];
  readonly #database: Database;
  readonly #clock = scaledClock(10);
  #running: { app: FastifyInstance; analytics: Analytics } | null = null;

  private constructor(parts: Pick<AnalyticsRig, 'market' | 'cache' | 'bus'>, database: Database) {
    this.market = parts.market;
    this.cache = parts.cache;
    this.bus = parts.bus;
    this.#database = database;
  }

  /** The ports and an empty market over a database that stays open; the service is not running yet. */
  static async open(database: Database, coins: readonly string[] = COINS): Promise<AnalyticsRig> {
    const clock = scaledClock(10);
    const bus = new MemoryEventBus({ clock });
    const market = await StoredMarket.open(database, bus, coins);
    await market.empty();
    await database.as<AnalyticsTables>().deleteFrom('daily_metrics').execute();
    const cache = new MemoryCache({ clock });
    const rig = new AnalyticsRig({ market, cache, bus }, database);
    await bus.subscribe(ANALYTICS_UPDATES, {
      onBatch: (messages) => void rig.updates.push(...messages.map(({ value }) => value)),
    });
    return rig;
  }

  /** Starts the service, as a process that comes; with `news` sentiment runs beside it and tells these. */
  async start(news?: NewsOf): Promise<void> {
    const services = new Set([
      'market-data',
      'analytics',
      'gateway',
      ...(news ? ['sentiment'] : []),
    ]);
    const process = { name: 'test', services };
    const app = await openRoot({ services: process.services });
    const analytics = new Analytics({
      ...{ clock: this.#clock, bus: this.bus, cache: this.cache, database: this.#database },
      logger: createLogger({ level: 'silent' }),
      metrics: createMetrics(),
      market: 'simulated',
      process,
      config: { ANALYTICS_WARM_COINS: 3 },
    });
    await app.register(async (scope) => this.market.mount(scope));
    if (news) tellNews(app, news);
    await app.register((scope) => analytics.plugin(scope));
    await app.ready();
    await analytics.start();
    this.#running = { app, analytics };
  }

  /** Stops the service; ports and market stay. */
  async stop(): Promise<void> {
    await this.#running?.analytics.stop();
    await this.#running?.app.close();
    this.#running = null;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.bus.close();
  }

  /** Asks below `/api/analytics/`. */
  get<T = unknown>(path: string): Promise<Answer<T>> {
    return this.#ask<T>({ url: `/api/analytics/${path}` });
  }

  post<T = unknown>(path: string, payload: object): Promise<Answer<T>> {
    return this.#ask<T>({ method: 'POST', url: `/api/analytics/${path}`, payload });
  }

  async #ask<T>(call: InjectOptions): Promise<Answer<T>> {
    if (!this.#running) throw new Error('the service is not running');
    const answer = await this.#running.app.inject(call);
    return { status: answer.statusCode, ...answer.json<Omit<Answer<T>, 'status'>>() };
  }
}

/** Sentiment's trend, from what `news` says. */
function tellNews(app: FastifyInstance, news: NewsOf): void {
  const path = '/api/sentiment/:coin_id/trend';
  app.get<{ Params: { coin_id: string }; Querystring: { interval: '1h' | '1d' } }>(
    path,
    OPEN,
    async ({ params, query }) => {
      return trendAnswer(news(params.coin_id, query.interval), params.coin_id).body;
    },
  );
}

export interface Answer<T> {
  status: number;
  data: T;
  error?: Refusal;
}

interface Refusal {
  code: string;
  message: string;
  details?: { field: string; reason: string }[];
}

/** The service over candles that `store` writes, and over `news`, for all tests of a file; call it at the file's top. */
export function rigOver(
  store: (market: StoredMarket) => Promise<void>,
  news?: NewsOf,
): Pick<AnalyticsRig, 'get' | 'post'> {
  let database: Awaited<ReturnType<typeof openAnalyticsDatabase>>;
  let rig: AnalyticsRig;
  beforeAll(async () => {
    database = await openAnalyticsDatabase();
    rig = await AnalyticsRig.open(database);
    await store(rig.market);
    await rig.start(news);
  });
  afterAll(async () => {
    await rig.close();
    await database[Symbol.asyncDispose]();
  });
  return {
    get: (path) => rig.get(path),
    post: (path, payload) => rig.post(path, payload),
  };
}
