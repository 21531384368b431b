import type { HostedModule } from '@tidemark/service/hosted-module';
import type {
  Platform,
  PortName,
  Ports,
  Service,
  ServiceModule,
} from '@tidemark/service/service-module';
import type { Runtime } from './runtime.ts';

const MIGRATE_AGAIN_MS = 1_000;

export interface ServiceSurroundings {
  platform: Platform;
  runtime: Runtime;
  /** The service's own configuration; called once its needs are open. */
  config: () => Readonly<Record<string, unknown>>;
  /** Modules beside its ports that are up before it. */
  after: readonly string[];
}

/** A service as a module of the host. */
export interface HostedService extends HostedModule {
  /** @throws Error before it is created */
  service: () => Service;
}

/** Makes a service a module of the host: gives it what it asked for, migrates its tables. */
export function hostedService(module: ServiceModule, around: ServiceSurroundings): HostedService {
  let service: Service | undefined;
  return {
    name: module.name,
    needs: [...module.needs, ...around.after],
    service: () => {
      if (!service) throw new Error(`${module.name} is not made yet`);
      return service;
    },
    create: () => {
      const { runtime, platform } = around;
      service = module.create({
        ...platform,
        ...pickPorts(module.needs, runtime),
        logger: platform.logger.child({ module: module.name }),
        config: around.config(),
      });
    },
    start: async (signal) => {
      if (module.needs.includes('database')) await migrate(module, around, signal);
      if (!signal.aborted) await service?.start(signal);
    },
    stop: async () => service?.stop(),
    waitingFor: () => service?.waitingFor() ?? null,
  };
}

/** A server that goes away in the middle is waited for: what was begun is undone there. */
async function migrate(
  module: ServiceModule,
  { runtime, platform: { clock, logger } }: ServiceSurroundings,
  signal: AbortSignal,
): Promise<void> {
  const database = runtime.port('database');
  while (!signal.aborted) {
    try {
      await database.migrate(module.name, module.migrations);
      return;
    } catch (error) {
      const away = await database.ping().then(
        () => false,
        () => true,
      );
      if (!away) throw error;
      logger.warn(
        { module: module.name },
        'the database went away while tables were made; trying again',
      );
      await clock.sleep(MIGRATE_AGAIN_MS, signal).catch(() => undefined);
    }
  }
}

/** The ports that were asked for and no others; the type is as wide as any module's needs. */
function pickPorts(needs: readonly PortName[], runtime: Runtime): Ports {
  return Object.fromEntries(needs.map((name) => [name, runtime.port(name)])) as unknown as Ports;
}
