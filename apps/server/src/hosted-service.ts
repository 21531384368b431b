import type { HostedModule } from '@tidemark/service/hosted-module';
import type {
  Platform,
  PortName,
  Ports,
  Service,
  ServiceModule,
} from '@tidemark/service/service-module';
import type { FastifyInstance } from 'fastify';
import type { Runtime } from './runtime.ts';

export interface ServiceSurroundings {
  platform: Platform;
  runtime: Runtime;
  /** The service's own configuration; called once its needs are open. */
  config: () => Readonly<Record<string, unknown>>;
  root: () => FastifyInstance;
  /** Modules beside its ports that are up before it. */
  after: readonly string[];
}

/** Makes a service a module of the host: migrates its tables, gives it what it asked for, mounts its routes. */
export function hostedService(module: ServiceModule, around: ServiceSurroundings): HostedModule {
  let service: Service | undefined;
  return {
    name: module.name,
    needs: [...module.needs, ...around.after],
    create: async () => {
      const { runtime, platform } = around;
      if (module.needs.includes('database')) {
        await runtime.port('database').migrate(module.name, module.migrations);
      }
      const created = module.create({
        ...platform,
        ...pickPorts(module.needs, runtime),
        logger: platform.logger.child({ module: module.name }),
        config: around.config(),
      });
      service = created;
      await around.root().register((scope) => created.plugin(scope));
    },
    start: async (signal) => service?.start(signal),
    stop: async () => service?.stop(),
    waitingFor: () => service?.waitingFor() ?? null,
  };
}

/** The ports that were asked for and no others; the type is as wide as any module's needs. */
function pickPorts(needs: readonly PortName[], runtime: Runtime): Ports {
  return Object.fromEntries(needs.map((name) => [name, runtime.port(name)])) as unknown as Ports;
}
