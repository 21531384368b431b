import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@tidemark/database/database';
import { placeTemplate } from '@tidemark/database/database-template';
import { until } from '@tidemark/testkit/until';
import { createLogger } from '@tidemark/telemetry/logger';
import { createMetrics, type Metrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance } from 'fastify';
import { loadModules, processIdentity, servicesOf } from '../../src/modules.ts';
import { openDoor } from '../../src/open-door.ts';
import { topologyOf, type Runtime, type Topology } from '../../src/runtime.ts';
import { readConfiguration } from '../../src/server-config.ts';
import { assemble } from '../../src/system.ts';

/** A route of the platform as it was registered. */
export interface KnownRoute {
  method: string;
  /** Its pattern, such as `/api/market/price/:coin_id`. */
  url: string;
}

/** The whole product in this process, on a real socket, with a simulated market. */
export interface WholePlatform {
  url: string;
  /** Every route, those that the API's description leaves out too; HEAD and OPTIONS are not listed. */
  routes: readonly KnownRoute[];
  /** The database of all its services, open until `stop`. */
  database: Database;
  /** What `/metrics` shows, without the defaults of prom-client. */
  metrics: Metrics;
  stop(): Promise<void>;
}

const UNLIMITED = {
  RATE_LIMIT_GENERAL_PER_MIN: '1000000',
  RATE_LIMIT_AUTH_PER_MIN: '1000000',
  RATE_LIMIT_DATA_PER_MIN: '1000000',
  CONNECTIONS_PER_ADDRESS: '1000000',
};

export interface WholePlatformOptions {
  env?: Readonly<Record<string, string>>;
  /** Called with the folder of the market's database, which is empty, before anything runs. */
  prepare?: (marketDir: string) => Promise<void>;
  /** Called with each app as it is made, before it has a hook or a route. */
  onApp?: (app: FastifyInstance) => void;
}

/** Starts it as `npm start` does, and waits for the first prices. Limits are out of the way unless `env` sets them. */
export async function startWholePlatform({
  env = {},
  prepare,
  onApp,
}: WholePlatformOptions = {}): Promise<WholePlatform> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tidemark-whole-'));
  const marketDir = join(dataDir, 'simulated');
  await placeTemplate(marketDir);
  await prepare?.(marketDir);
  const routes = new Map<string, KnownRoute>();
  const forget = learnRoutes(routes, onApp);
  const services = await loadModules(['all']);
  const self = processIdentity(servicesOf(['all']));
  const configuration = readConfiguration(services, {
    PORT: '0',
    DATA_DIR: dataDir,
    MARKET_SOURCE: 'simulated',
    HISTORY_BACKFILL: 'false',
    ...UNLIMITED,
    ...env,
  });
  const { topology, opened } = seen(topologyOf(configuration.engines, dataDir));
  const front = { self, logger: createLogger({ level: 'silent' }), metrics: createMetrics() };
  const door = await openDoor(configuration.server, front);
  const system = await assemble(services, configuration, topology, { ...front, door });
  await system.host.start();
  forget();
  await until('the platform is ready', () => system.host.readiness().ready, 60_000);
  return {
    url: system.address().replace('localhost', '127.0.0.1'),
    routes: [...routes.values()],
    database: opened().port('database'),
    metrics: front.metrics,
    stop: async () => {
      await system.host.stop();
      // A stop that ran out of its time leaves the database's thread at its last files.
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

/** The topology, and the ports that it opens in it. */
function seen(topology: Topology): { topology: Topology; opened: () => Runtime } {
  let runtime: Runtime | undefined;
  const open: Topology['open'] = (options) => (runtime = topology.open(options));
  const opened = () => {
    if (!runtime) throw new Error('no port is open yet');
    return runtime;
  };
  return { topology: { ...topology, open }, opened };
}

/** Fastify tells of each server as it is made; what is registered on it from then on is learned. */
function learnRoutes(
  routes: Map<string, KnownRoute>,
  onApp?: (app: FastifyInstance) => void,
): () => void {
  const learn = (message: unknown): void => {
    const { fastify } = message as { fastify: FastifyInstance };
    onApp?.(fastify);
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const name of [method].flat()) {
        if (name !== 'HEAD' && name !== 'OPTIONS')
          routes.set(`${name} ${url}`, { method: name, url });
      }
    });
  };
  subscribe('fastify.initialization', learn);
  return () => unsubscribe('fastify.initialization', learn);
}
