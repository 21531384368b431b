import { MemoryCache } from '@tidemark/cache/memory-cache';
import type { Clock } from '@tidemark/clock/clock';
import { openPgliteDatabase, type PgliteDatabase } from '@tidemark/database/pglite-database';
import { MemoryEventBus } from '@tidemark/event-bus/memory-event-bus';
import type { HostedModule } from '@tidemark/service/hosted-module';
import type { PortName, Ports } from '@tidemark/service/service-module';
import type { Logger } from '@tidemark/telemetry/logger';

/** The ports of this process: modules that open and close them, and the ports once they are open. */
export interface Runtime {
  modules: readonly HostedModule[];
  /** @throws Error when the port is not open yet */
  port<N extends PortName>(name: N): Ports[N];
}

export interface RuntimeOptions {
  /** The folder of this market's data. */
  dataDir: string;
  clock: Clock;
  logger: Logger;
  /** Told of an error after which the process cannot go on. */
  fail: (error: Error) => void;
}

/** Everything in this process: PostgreSQL in a thread, cache and bus in memory. */
export function embeddedRuntime(options: RuntimeOptions): Runtime {
  const { clock, logger, dataDir, fail } = options;
  const open: Partial<Ports> = {};
  let database: PgliteDatabase | undefined;
  const modules: HostedModule[] = [
    {
      name: 'database',
      needs: [],
      create: async () => {
        database = await openPgliteDatabase(dataDir, {
          logger: logger.child({ module: 'database' }),
        });
        open.database = database;
        void database.failed.then(fail);
      },
      close: async () => database?.close(),
    },
    {
      name: 'cache',
      needs: [],
      create: () => void (open.cache = new MemoryCache({ clock })),
      close: async () => open.cache?.close(),
    },
    {
      name: 'bus',
      needs: [],
      create: () => {
        open.bus = new MemoryEventBus({ clock, logger: logger.child({ module: 'bus' }) });
      },
      close: async () => open.bus?.close(),
    },
  ];
  return { modules, port: (name) => opened(open, name) };
}

function opened<N extends PortName>(open: Partial<Ports>, name: N): Ports[N] {
  const port = open[name];
  if (!port) throw new Error(`the port ${name} is not open yet`);
  return port;
}
