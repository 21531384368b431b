import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryCache } from '@tidemark/cache/memory-cache';
import { TestClock } from '@tidemark/clock/test-clock';
import type { SentimentUpdate } from '@tidemark/contracts/sentiment';
import { SENTIMENT_UPDATES } from '@tidemark/contracts/topics';
import type { Database } from '@tidemark/database/database';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import type { Identity } from '@tidemark/service/identity/identity';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';
import { OPEN_DOOR, openRoot } from '@tidemark/testkit/open-root';
import { until } from '@tidemark/testkit/until';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { assemble, type SentimentParts } from '../../src/assemble.ts';
import type { SentimentContext } from '../../src/context.ts';
import { migrations } from '../../src/migrations/index.ts';
import { mountSentiment } from '../../src/plugin.ts';
import type { KnownSource } from '../../src/sources/known-sources.ts';
import type { SentimentTables } from '../../src/tables.ts';
import { NewsSite } from './news-site.ts';

const AS_HEADER = 'x-test-identity';
const EMPTIED = ['article_opinions', 'articles', 'sentiments', 'news_sources'] as const;
export const START = Date.UTC(2026, 10, 1, 12);

interface Asking {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: object;
  as?: Identity;
}

export interface Answer<T> {
  status: number;
  data: T;
  meta: { next_cursor?: string | null };
}

/** The service over PGlite, and a news site on loopback; empty for each test of the file. */
export class SentimentRig {
  readonly clock = new TestClock(START);
  readonly bus = new MemoryEventBus({ clock: this.clock });
  /** What was published, in order. */
  readonly updates: SentimentUpdate[] = [];
  readonly site: NewsSite;
  readonly #database: Database;
  readonly #replicas: { parts: SentimentParts; app: FastifyInstance }[] = [];

  constructor(database: Database, site: NewsSite) {
    this.#database = database;
    this.site = site;
  }

  get db() {
    return this.#database.as<SentimentTables>();
  }

  /** Another replica, its work not begun. */
  async replica(more: Partial<SentimentContext> = {}): Promise<SentimentParts> {
    const name = `replica-${this.#replicas.length}`;
    const { clock, bus } = this;
    const context: SentimentContext = {
      ...{ database: this.#database, clock, bus, cache: new MemoryCache({ clock }) },
      ...{ logger: createLogger({ level: 'silent' }), metrics: createMetrics() },
      ...{ market: 'simulated', process: { name, services: new Set(['sentiment']) } },
      config: { NEWS_FEEDS: true, X_POSTS_PER_DAY: 200 },
      ...more,
    };
    const parts = assemble(context);
    const app = await openRoot({
      services: new Set(['gateway', 'sentiment']),
      front: {
        ...OPEN_DOOR,
        admit: async (request) => {
          const as = request.headers[AS_HEADER];
          if (typeof as === 'string') request.identity = JSON.parse(as) as Identity;
        },
      },
    });
    await app.register((scope) => mountSentiment(scope, parts));
    await app.ready();
    this.#replicas.push({ parts, app });
    return parts;
  }

  /** The first replica. */
  get parts(): SentimentParts {
    return this.#replicas[0]!.parts;
  }

  /** Feeds of the site at `/name`, read by the first replica as it is their turn. */
  async follow(...names: string[]): Promise<void> {
    const feeds = names.map((name): KnownSource => {
      const url = `${this.site.url}/${name}`;
      return { source_id: name, kind: 'simulated', name, url, language: 'en', weight: 1 };
    });
    await this.parts.sources.keep(feeds);
  }

  /** Reads whatever is due, until nothing is, and weighs it. */
  async read(parts = this.parts): Promise<void> {
    await until('every source to be read', async () => {
      await parts.reader.readDue();
      const busy = this.db.selectFrom('news_sources').select('source_id');
      return (await busy.where('leased_until', 'is not', null).execute()).length === 0;
    });
    await parts.board.look();
  }

  async listen(): Promise<void> {
    await this.bus.subscribe(SENTIMENT_UPDATES, {
      onBatch: (messages) => void this.updates.push(...messages.map(({ value }) => value)),
    });
  }

  /** What a route answers, as somebody. */
  async ask<T>(path: string, { method = 'GET', body, as }: Asking = {}): Promise<Answer<T>> {
    const answer = await this.#replicas[0]!.app.inject({
      ...{ method, url: `/api/sentiment${path}` },
      ...(body && { payload: body }),
      headers: as ? { [AS_HEADER]: JSON.stringify(as) } : {},
    });
    return { status: answer.statusCode, ...answer.json<Omit<Answer<T>, 'status'>>() };
  }

  async close(): Promise<void> {
    for (const { parts, app } of this.#replicas) {
      await parts.reader.stop();
      await parts.board.stop();
      await parts.rescoring.stop();
      await parts.fetcher.close();
      await app.close();
    }
  }
}

/** Call at the top of a file of tests. */
export function sentimentRig(): () => SentimentRig {
  let dir: string;
  let database: Database;
  let rig: SentimentRig;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tidemark-sentiment-'));
    database = await openPgliteDatabase(dir, { template: await databaseTemplate() });
    await database.migrate('sentiment', migrations);
  });
  afterAll(async () => {
    await database.close();
    await rm(dir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    rig = new SentimentRig(database, await NewsSite.open());
    for (const table of EMPTIED) await rig.db.deleteFrom(table).execute();
    await rig.db.updateTable('news_state').set({ teller: null, rescoring: null }).execute();
    await rig.listen();
    await rig.replica();
  });
  afterEach(async () => {
    await rig.close();
    await rig.site.close();
  });
  return () => rig;
}
