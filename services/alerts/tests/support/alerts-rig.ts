import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestClock } from '@tidemark/clock/test-clock';
import type { Alert, AlertFiring, AlertRequest } from '@tidemark/contracts/alert';
import type { PriceUpdate } from '@tidemark/contracts/price';
import { ALERT_FIRINGS, PRICE_UPDATES } from '@tidemark/contracts/topics';
import type { Database } from '@tidemark/database/database';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import type { Identity } from '@tidemark/service/identity/identity';
import { InstanceSecret } from '@tidemark/service/instance-secret';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';
import { OPEN_DOOR, openRoot } from '@tidemark/testkit/open-root';
import { StoredMarket } from '@tidemark/testkit/stored-market';
import { until } from '@tidemark/testkit/until';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { assemble, type AlertsParts } from '../../src/assemble.ts';
import type { AlertsContext } from '../../src/context.ts';
import { migrations } from '../../src/migrations/index.ts';
import { mountAlerts } from '../../src/plugin.ts';
import type { AlertTables } from '../../src/tables.ts';
import { MadeUsers } from './made-users.ts';

export const START = Date.UTC(2026, 10, 1, 12);
const AS_HEADER = 'x-test-identity';
export const OWNER = '11111111-1111-4111-8111-111111111111';
export const OTHER = '22222222-2222-4222-8222-222222222222';
const EMPTIED = [
  ...(['alert_deliveries', 'alert_firings', 'alert_lookbacks', 'alerts', 'alert_coins'] as const),
  ...(['alert_channels', 'alert_mails', 'alert_absent_owners'] as const),
] as const;

interface Asking {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  body?: object;
  as?: string;
}

interface Answer<T> {
  status: number;
  data: T;
  /** What is said to people; undefined: it was not refused. */
  error: string | undefined;
}

/** A price on the bus. @param more where it went on the way, its quality */
export function priceUpdate(
  coinId: string,
  price: number,
  at: number,
  more: Partial<PriceUpdate> = {},
): PriceUpdate {
  return {
    ...{ coin_id: coinId, price, currency: 'USD', quality: 'live', simulated: true, sources: [] },
    ...{ change_24h: null, change_24h_pct: null, high_24h: null, low_24h: null, volume_24h: null },
    ...{ timestamp: new Date(at).toISOString(), told_at: at, low: price, high: price },
    ...more,
  };
}

/** The service over PGlite and a market of stored candles; empty for each test of the file. */
export class AlertsRig {
  readonly clock: TestClock;
  readonly bus: MemoryEventBus;
  readonly market: StoredMarket;
  readonly users = new MadeUsers();
  /** What was told of firings, in order. */
  readonly told: AlertFiring[] = [];
  readonly #database: Database;
  readonly #replicas: { parts: AlertsParts; app: FastifyInstance }[] = [];
  #published = 0;

  private constructor(
    database: Database,
    ports: { clock: TestClock; bus: MemoryEventBus; market: StoredMarket },
  ) {
    this.#database = database;
    this.clock = ports.clock;
    this.bus = ports.bus;
    this.market = ports.market;
  }

  static async open(database: Database, coins: readonly string[]): Promise<AlertsRig> {
    const clock = new TestClock(START);
    const bus = new MemoryEventBus({ clock });
    const market = await StoredMarket.open(database, bus, coins);
    return new AlertsRig(database, { clock, bus, market });
  }

  get db() {
    return this.#database.as<AlertTables>();
  }

  get parts(): AlertsParts {
    return this.#replicas[0]!.parts;
  }

  /** Another replica, at work but for what looks by itself every few seconds. */
  async replica(change: (parts: AlertsParts) => void = () => undefined): Promise<AlertsParts> {
    const { clock, bus } = this;
    const context: AlertsContext = {
      ...{ database: this.#database, clock, bus, secret: new InstanceSecret('s'.repeat(32)) },
      ...{ logger: createLogger({ level: 'silent' }), metrics: createMetrics() },
      market: 'simulated',
      process: {
        name: `replica-${this.#replicas.length}`,
        services: new Set(['alerts', 'market-data', 'users']),
      },
      config: { MAIL_FROM: 'tidemark@localhost', ALERT_PRIVATE_TARGETS: true },
    };
    const parts = assemble(context);
    change(parts);
    const app = await openRoot({
      services: new Set(['gateway', 'alerts', 'market-data', 'users']),
      front: {
        ...OPEN_DOOR,
        admit: async (request) => {
          const as = request.headers[AS_HEADER];
          if (typeof as === 'string') request.identity = JSON.parse(as) as Identity;
        },
      },
    });
    this.market.mount(app);
    this.users.mount(app);
    await app.register((scope) => mountAlerts(scope, parts));
    await app.ready();
    parts.market.mount(app);
    parts.users.mount(app);
    await parts.definitions.start();
    await parts.evaluator.start();
    this.#replicas.push({ parts, app });
    return parts;
  }

  async listen(): Promise<void> {
    await this.bus.subscribe(ALERT_FIRINGS, {
      onBatch: (messages) => void this.told.push(...messages.map(({ value }) => value)),
    });
  }

  /** Publishes prices and waits until they are taken. */
  async publish(...updates: PriceUpdate[]): Promise<void> {
    this.#published += updates.length;
    await this.bus.publish(
      PRICE_UPDATES,
      updates.map((value) => ({ key: value.coin_id, value })),
    );
    await until('prices to be taken', async () => {
      // What was given back comes again after a pause.
      await this.clock.advance(50);
      const taken = this.#replicas.reduce(
        (sum, { parts }) => sum + parts.evaluator.counts.prices,
        0,
      );
      return taken >= this.#published;
    });
  }

  /** A price after so many milliseconds. @returns when it was told, epoch ms */
  async price(
    coinId: string,
    price: number,
    { after = 0, ...more }: Partial<PriceUpdate> & { after?: number } = {},
  ): Promise<number> {
    await this.clock.advance(after);
    const at = this.clock.now();
    await this.publish(priceUpdate(coinId, price, at, more));
    return at;
  }

  async make(asked: AlertRequest, as = OWNER): Promise<Alert> {
    const { data, status } = await this.ask<Alert>('', { method: 'POST', body: asked, as });
    if (status !== 201) throw new Error(JSON.stringify(data));
    await until('the alert to be known', () =>
      this.#replicas.every(({ parts }) =>
        [...(asked.coins ?? ['bitcoin'])].every((coin) =>
          [...parts.definitions.of(coin)].some(({ id }) => id === data.alert_id),
        ),
      ),
    );
    return data;
  }

  /** What fired, the oldest first. */
  async firings(): Promise<AlertFiring[]> {
    const { data } = await this.ask<AlertFiring[]>('/firings?limit=100');
    return data.toReversed();
  }

  /** What a route answers, as an account. */
  async ask<T>(
    path: string,
    { method = 'GET', body, as = OWNER }: Asking = {},
  ): Promise<Answer<T>> {
    const identity = { userId: as, role: 'user', sessionId: 's', scope: 'read_write' };
    const answer = await this.#replicas[0]!.app.inject({
      ...{ method, url: `/api/alerts${path}` },
      ...(body && { payload: body }),
      headers: { [AS_HEADER]: JSON.stringify(identity) },
    });
    const { data, error } = answer.json<
      Pick<Answer<T>, 'data'> & { error?: { message: string } }
    >();
    return { status: answer.statusCode, data, error: error?.message };
  }

  async close(): Promise<void> {
    for (const { parts, app } of this.#replicas) {
      await parts.evaluator.stop();
      await parts.definitions.stop();
      await parts.lookbacks.stop();
      await parts.announcer.stop();
      await parts.senders.close();
      await app.close();
    }
  }
}

/** Call at the top of a file of tests. */
export function alertsRig(...coins: string[]): () => AlertsRig {
  let dir: string;
  let database: Database;
  let rig: AlertsRig;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tidemark-alerts-'));
    database = await openPgliteDatabase(dir, { template: await databaseTemplate() });
    await database.migrate('alerts', migrations);
  });
  afterAll(async () => {
    await database.close();
    await rm(dir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    rig = await AlertsRig.open(database, coins);
    for (const table of EMPTIED) await rig.db.deleteFrom(table).execute();
    await rig.market.empty();
    await rig.listen();
    await rig.replica();
  });
  afterEach(async () => {
    await rig.close();
  });
  return () => rig;
}
