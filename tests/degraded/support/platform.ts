import { randomBytes } from 'node:crypto';
import { chown, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@tidemark/clock/clock';
import { systemClock } from '@tidemark/clock/system-clock';
import type { Database } from '@tidemark/database/database';
import { databaseTemplate } from '@tidemark/database/database-template';
import { openPgliteDatabase } from '@tidemark/database/pglite-database';
import type { SimUrls } from '@tidemark/exchange-sim/exchange-sim';
import type { Universe } from '@tidemark/market-data/coins/universe';
import { MarketData } from '@tidemark/market-data/market-data';
import { loadModules, processIdentity } from '@tidemark/server/modules';
import { openDoor } from '@tidemark/server/open-door';
import { topologyOf, type Runtime, type Topology } from '@tidemark/server/runtime';
import { readConfiguration } from '@tidemark/server/server-config';
import { assemble, type System } from '@tidemark/server/system';
import { newIdentityKeys } from '@tidemark/service/identity/identity-keys';
import type { ServiceModule } from '@tidemark/service/service-module';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics } from '@tidemark/telemetry/metrics';
import { givenEngines } from '@tidemark/testkit/distributed/given-engines';
import { ownEngines, withPath } from '@tidemark/testkit/distributed/own-engines';
import { Client } from 'pg';

export type TopologyName = 'embedded' | 'distributed';

export interface PlatformPlan {
  clock: Clock;
  urls: SimUrls;
  universe: Universe;
  /** Whether history is fetched at the start. */
  history: boolean;
  /** Folder of a disk of its own that the data is kept on; it is left as it is. */
  disk?: string;
}

/** The whole product in this process, put together as the server does, on another clock. */
export interface Platform {
  /** Of the gateway. */
  url: string;
  /** What market-data stores in. */
  database: Database;
  /** Resolves when it cannot go on, with what it says. */
  failed: Promise<Error>;
  stop(): Promise<void>;
}

const UNLIMITED = {
  HOST: '127.0.0.1',
  PORT: '0',
  MARKET_SOURCE: 'simulated',
  RATE_LIMIT_GENERAL_PER_MIN: '1000000',
  RATE_LIMIT_AUTH_PER_MIN: '1000000',
  RATE_LIMIT_DATA_PER_MIN: '1000000',
};

export const STARTERS: Readonly<Record<TopologyName, (plan: PlatformPlan) => Promise<Platform>>> = {
  embedded,
  distributed,
};

/** Everything in one system: PGlite, memory cache and memory bus. */
async function embedded(plan: PlatformPlan): Promise<Platform> {
  const dataDir = plan.disk ?? (await mkdtemp(join(tmpdir(), 'tidemark-degraded-')));
  const folder = join(dataDir, 'simulated');
  await (await openPgliteDatabase(folder, { template: await databaseTemplate() })).close();
  const all = await startSystem(plan, 'all', { DATA_DIR: dataDir });
  return {
    url: all.url,
    database: all.database(),
    failed: all.failed,
    stop: async () => {
      await all.stop();
      if (!plan.disk) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * PostgreSQL, Redis and Kafka; two replicas of market-data with analytics and sentiment beside, users with portfolio and
 * alerts, and a gateway. What says who asks is checked by the systems' doors in real time: the gateway, which makes it,
 * lives there too.
 */
async function distributed(plan: PlatformPlan): Promise<Platform> {
  const given = givenEngines();
  if (!given) throw new Error('run this by dev/with-infra.sh');
  const own = await ownEngines(given);
  const { DATABASE_URL, ...others } = own.urls;
  const removeSpace = plan.disk ? await moveTo(plan.disk, DATABASE_URL) : undefined;
  const [door, holdings] = [newIdentityKeys(), newIdentityKeys()];
  const IDENTITY_PUBLIC_KEYS = `gateway:${door.publicKey},portfolio:${holdings.publicKey}`;
  const start = (target: string, env: Record<string, string>) =>
    startSystem(plan, target, { ...others, DATABASE_URL, IDENTITY_PUBLIC_KEYS, ...env });
  const [a, b] = await Promise.all([
    start('market-data,analytics,sentiment', {}),
    start('market-data,analytics,sentiment', {}),
  ]);
  const MARKET_DATA_URL = `${a.url},${b.url}`;
  const users = await start('users,portfolio,alerts', {
    ...{ IDENTITY_KEY: holdings.privateKey, MARKET_DATA_URL },
    INSTANCE_SECRET: randomBytes(32).toString('hex'),
  });
  const upstreams = {
    ...{ MARKET_DATA_URL, ANALYTICS_URL: MARKET_DATA_URL, SENTIMENT_URL: MARKET_DATA_URL },
    ...{ USERS_URL: users.url, PORTFOLIO_URL: users.url, ALERTS_URL: users.url },
  };
  const inRealTime = { ...plan, clock: systemClock };
  const gateway = await startSystem(inRealTime, 'gateway', {
    ...others,
    IDENTITY_KEY: door.privateKey,
    ...upstreams,
  });
  return {
    url: gateway.url,
    database: a.database(),
    failed: Promise.race([a, b, users, gateway].map(({ failed }) => failed)),
    stop: async () => {
      for (const system of [gateway, users, a, b]) await system.stop();
      await own.remove();
      await removeSpace?.();
    },
  };
}

/** Moves a database to a disk, and gives what takes the tablespace away when the database is gone. */
async function moveTo(disk: string, databaseUrl: string): Promise<() => Promise<void>> {
  const name = new URL(databaseUrl).pathname.slice(1);
  const folder = join(disk, 'tablespace');
  await mkdir(folder);
  const { uid, gid } = await stat(join(givenEngines()?.infra ?? '', 'postgres', 'data'));
  await chown(folder, uid, gid);
  const execute = async (...statements: string[]) => {
    const client = new Client({ connectionString: withPath(databaseUrl, 'postgres') });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  await execute(
    `CREATE TABLESPACE small LOCATION '${folder}'`,
    `ALTER DATABASE ${name} SET TABLESPACE small`,
  );
  return () => execute('DROP TABLESPACE small');
}

interface RunningSystem {
  url: string;
  database(): Database;
  failed: Promise<Error>;
  stop(): Promise<void>;
}

async function startSystem(
  { clock, urls, universe, history }: PlatformPlan,
  target: string,
  env: Record<string, string>,
): Promise<RunningSystem> {
  const services = (await loadModules(target.split(','))).map((service) =>
    following(service, universe),
  );
  const configuration = readConfiguration(services, {
    ...UNLIMITED,
    TARGET: target,
    HISTORY_BACKFILL: String(history),
    BINANCE_WS_URL: urls.binanceWs,
    BINANCE_REST_URL: urls.binanceRest,
    COINBASE_WS_URL: urls.coinbaseWs,
    COINBASE_REST_URL: urls.coinbaseRest,
    ECB_RATES_URL: urls.ecbRates,
    ...env,
  });
  const topology = topologyOf(configuration.engines, configuration.server.DATA_DIR);
  const logger = createLogger({ level: process.env['DEGRADED_LOG'] ? 'warn' : 'silent' });
  let runtime: Runtime | undefined;
  const seen: Topology = {
    ...topology,
    open: (options) => (runtime = topology.open(options)),
  };
  const self = processIdentity(services.map(({ name }) => name));
  const front = { self, logger, metrics: createMetrics() };
  const door = await openDoor(configuration.server, front);
  const { host, address }: System = await assemble(
    services,
    configuration,
    seen,
    { ...front, door },
    clock,
  );
  await host.start();
  return {
    url: address().replace('localhost', '127.0.0.1'),
    failed: host.failed,
    database: () => runtime!.port('database'),
    stop: () => host.stop(),
  };
}

/** market-data with the coins of another universe: few, so that hours of them pass in seconds. */
function following(service: ServiceModule, universe: Universe): ServiceModule {
  if (service.name !== 'market-data') return service;
  return { ...service, create: (ctx) => new MarketData(ctx as never, universe) };
}
