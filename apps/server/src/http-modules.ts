import { createRoot, type RootOptions } from '@tidemark/http/root/root';
import type { FrontDoor } from '@tidemark/service/service-module';
import type { HostedModule } from '@tidemark/service/hosted-module';
import type { FastifyInstance } from 'fastify';
import type { HostedService } from './hosted-service.ts';
import type { HttpDoor } from './http-door.ts';

/** The parts of the process that answer HTTP requests. */
export interface HttpModules {
  /** Comes first, and goes last: it listens already. */
  door: HostedModule;
  /** Comes last: makes the app, mounts the services' routes on it, and has it answer. It stops first, and drains. */
  root: HostedModule;
}

export interface HttpModulesOptions extends Omit<
  RootOptions,
  'readiness' | 'server' | 'tls' | 'front'
> {
  /** `IDENTITY_PUBLIC_KEYS`, for a process whose services have no front door. */
  publicKeys: readonly string[] | undefined;
}

export function httpModules(
  door: HttpDoor,
  hosted: readonly HostedService[],
  { publicKeys, ...options }: HttpModulesOptions,
): HttpModules {
  let app: FastifyInstance | undefined;
  return {
    door: { name: 'door', needs: [], close: () => door.close() },
    root: {
      name: 'root',
      needs: ['door', ...hosted.map(({ name }) => name)],
      create: async () => {
        const readiness = () => door.readiness();
        const front = frontDoorOf(hosted) ?? { publicKeys };
        app = await createRoot({ ...options, front, readiness, server: door.server });
        for (const { service } of hosted) await app.register((scope) => service().plugin(scope));
        // Services that start ask each other by it. Fastify boots for a request that comes before, and its `onReady` hooks
        // then never run.
        await app.ready();
      },
      start: async () => {
        if (app) await door.handOver(app);
      },
      stop: async () => app?.close(),
      close: async () => app?.close(),
    },
  };
}

/** The gateway's, where it is among them. */
function frontDoorOf(hosted: readonly HostedService[]): FrontDoor | undefined {
  return hosted.map(({ service }) => service().frontDoor).find((door) => door !== undefined);
}
