import type { Clock } from '@tidemark/clock/clock';
import { checkDataDir } from '@tidemark/database/data-dir-check';
import { lockDataDir } from '@tidemark/database/data-dir-lock';
import type { HostedModule } from '@tidemark/service/hosted-module';
import { InstanceSecret } from '@tidemark/service/instance-secret';
import type { MarketKind, PortName, Ports } from '@tidemark/service/service-module';
import type { Logger } from '@tidemark/telemetry/logger';
import type { BackupPlaces } from './backup/backup-place.ts';
import { copyDoor } from './backup/copy-door.ts';
import { embeddedBackup } from './backup/embedded-backup.ts';
import { serverBackup } from './backup/server-backup.ts';
import { closeDataDir } from './close-data-dir.ts';
import { engineModule, type Engine } from './engine-module.ts';
import type { EngineConfig } from './engines.ts';
import { marketDir } from './market-source.ts';
import { placeOf } from './place-of.ts';
import { instanceSecretIn } from './secret-file.ts';

/** Ports that something outside the process serves. */
type EngineName = Exclude<PortName, 'secret'>;

/** The ports of this process: modules that open and close them, and the ports once they are open. */
export interface Runtime {
  modules: readonly HostedModule[];
  /** @throws Error when the port is not open yet */
  port<N extends PortName>(name: N): Ports[N];
}

export interface RuntimeOptions {
  market: MarketKind;
  /** Unique among the processes of the system. */
  processName: string;
  clock: Clock;
  logger: Logger;
  /** Told of an error after which the process cannot go on. */
  fail: (error: Error) => void;
}

/** How the parts of the system are laid out, and what follows from it for this process. */
export interface Topology {
  /** Folder in which earlier starts of this process left their market's data; null: the data is elsewhere. */
  dataDir: string | null;
  /** Whether other processes may read the same market, and so must all read the same exchanges. */
  shared: boolean;
  /** What stopping may take in all, ms. */
  stopDeadlineMs: number;
  /** How long a process that is to stop still takes requests, while those who send them learn to go elsewhere, ms. */
  lameDuckMs: number;
  /** Does the work while this process alone has what only one may have. */
  alone<T>(logger: Logger, work: () => Promise<T>): Promise<T>;
  open(options: RuntimeOptions): Runtime;
  backup: BackupPlaces;
}

/**
 * The one place that chooses: engines that are named are shared, else everything is in this process. Adapters are loaded
 * when they are opened, so that a process holds the code of its own alone.
 */
export function topologyOf(engines: EngineConfig, dataDir: string): Topology {
  const { DATABASE_URL, REDIS_URL, KAFKA_BROKERS, INSTANCE_SECRET } = engines;
  const shared = DATABASE_URL ?? REDIS_URL ?? KAFKA_BROKERS;
  return shared === undefined ? embedded(dataDir, INSTANCE_SECRET) : distributed(engines);
}

/** Everything in this process: PostgreSQL in a thread, cache and bus in memory. */
function embedded(dataDir: string, secret: string | undefined): Topology {
  return {
    dataDir,
    shared: false,
    stopDeadlineMs: 4_500,
    lameDuckMs: 0,
    alone: async (logger, work) => {
      await checkDataDir(dataDir);
      const lock = lockDataDir(dataDir);
      try {
        await closeDataDir(dataDir, logger);
        return await work();
      } finally {
        lock.release();
      }
    },
    open: (options) => embeddedRuntime(dataDir, secret, options),
    backup: embeddedBackup({ dataDir, secret, open: openEmbedded }),
  };
}

async function openEmbedded(dir: string, logger?: Logger) {
  const { openPgliteDatabase } = await import('@tidemark/database/pglite-database');
  return openPgliteDatabase(dir, logger ? { logger } : {});
}

/** Cache and bus of a process that shares them with nobody. */
function inMemory(open: Partial<Ports>, { clock, logger }: RuntimeOptions): HostedModule[] {
  return [
    {
      name: 'cache',
      needs: [],
      create: async () => {
        const { MemoryCache } = await import('@tidemark/cache/memory-cache');
        open.cache = new MemoryCache({ clock });
      },
      close: async () => open.cache?.close(),
    },
    {
      name: 'bus',
      needs: [],
      create: async () => {
        const { MemoryEventBus } = await import('@tidemark/event-bus/memory-event-bus');
        open.bus = new MemoryEventBus({ clock, logger: logger.child({ module: 'bus' }) });
      },
      close: async () => open.bus?.close(),
    },
  ];
}

function embeddedRuntime(
  dataDir: string,
  secret: string | undefined,
  options: RuntimeOptions,
): Runtime {
  const { logger, fail } = options;
  const folder = marketDir(dataDir, options.market);
  const open: Partial<Ports> = {};
  let copyTo: (dir: string) => Promise<void>;
  const modules: HostedModule[] = [
    {
      name: 'database',
      needs: [],
      create: async () => {
        const database = await openEmbedded(folder, logger.child({ module: 'database' }));
        open.database = database;
        copyTo = (dir) => database.copyTo(dir);
        void database.failed.then(fail);
      },
      close: async () => open.database?.close(),
      waitingFor: () =>
        open.database ? null : 'the database to open, which takes seconds the first time',
    },
    ...inMemory(open, options),
    {
      name: 'secret',
      needs: ['database'],
      create: () => void (open.secret = new InstanceSecret(secret ?? instanceSecretIn(folder))),
    },
  ];
  const door = {
    dataDir,
    folder,
    market: options.market,
    logger: logger.child({ module: 'copies' }),
  };
  modules.push(copyDoor({ ...door, copyTo: (dir) => copyTo(dir) }));
  return { modules, port: (name) => opened(open, name) };
}

/** PostgreSQL, Redis and Kafka, those of them that were named. Orchestrators give a process 10 s or more to end. */
function distributed(engines: EngineConfig): Topology {
  return {
    dataDir: null,
    shared: true,
    stopDeadlineMs: 9_000,
    lameDuckMs: 1_200,
    alone: (_logger, work) => work(),
    open: (options) => distributedRuntime(engines, options),
    backup: serverBackup({
      secret: engines.INSTANCE_SECRET,
      open: (market) => openPatiently(engines.DATABASE_URL ?? '', market),
    }),
  };
}

/** Each market has its own schema. */
function schemaOf(market: MarketKind): string {
  return market === 'simulated' ? 'simulated' : 'public';
}

/** For commands: counting a large table, or waiting for a slow disk in the middle of a transaction, may take long. */
export async function openPatiently(url: string, market: MarketKind) {
  const { PostgresDatabase } = await import('@tidemark/database/postgres-database');
  const patience = { statementMs: 0, idleTransactionMs: 0, answerMs: 3_600_000 };
  return new PostgresDatabase({ url, schema: schemaOf(market), ...patience });
}

function distributedRuntime(engines: EngineConfig, options: RuntimeOptions): Runtime {
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, KAFKA_BROKERS: brokers } = engines;
  const { INSTANCE_SECRET: secret } = engines;
  const { clock, processName, market } = options;
  const open: Partial<Ports> = {};
  const modules: HostedModule[] = [];
  const add = (
    name: EngineName,
    [what, place]: readonly [what: string, place: string],
    make: (logger: Logger) => Promise<Engine>,
  ): void => {
    const logger = options.logger.child({ module: name });
    const essential = name !== 'cache';
    modules.push(
      engineModule({ name, what, place, essential, clock, logger, open: () => make(logger) }),
    );
  };
  if (databaseUrl !== undefined) {
    const schema = schemaOf(market);
    add('database', ['PostgreSQL', placeOf(databaseUrl, 5432)], async (logger) => {
      const { PostgresDatabase } = await import('@tidemark/database/postgres-database');
      return (open.database = new PostgresDatabase({ url: databaseUrl, schema, logger }));
    });
  }
  if (redisUrl !== undefined) {
    const prefix = market === 'simulated' ? 'simulated:' : '';
    add('cache', ['Redis', placeOf(redisUrl, 6379)], async (logger) => {
      const { RedisCache } = await import('@tidemark/cache/redis-cache');
      return (open.cache = new RedisCache({ url: redisUrl, prefix, logger }));
    });
  }
  if (brokers !== undefined) {
    const prefix = market === 'simulated' ? 'simulated.' : '';
    const clientId = processName;
    add('bus', ['Kafka', brokers.join(', ')], async (logger) => {
      const { KafkaEventBus } = await import('@tidemark/event-bus/kafka-event-bus');
      return (open.bus = new KafkaEventBus({ brokers, prefix, clientId, clock, logger }));
    });
  }
  if (secret !== undefined) {
    modules.push({
      name: 'secret',
      needs: [],
      create: () => void (open.secret = new InstanceSecret(secret)),
    });
  }
  return { modules, port: (name) => opened(open, name) };
}

function opened<N extends PortName>(open: Partial<Ports>, name: N): Ports[N] {
  const port = open[name];
  if (!port) throw new Error(`the port ${name} is not open yet`);
  return port;
}
