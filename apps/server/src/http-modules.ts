import { createRoot, type RootOptions } from '@tidemark/gateway/root/root';
import type { HostedModule } from '@tidemark/service/hosted-module';
import type { FastifyInstance } from 'fastify';
import type { HttpDoor } from './http-door.ts';

/** The parts of the process that answer HTTP requests. */
export interface HttpModules {
  /** Comes first: makes the app that services mount their routes on. */
  root: HostedModule;
  /** Comes last: has the app answer. It stops first, and drains. */
  gate: HostedModule;
  /** @throws Error before `root` is created */
  app: () => FastifyInstance;
}

export function httpModules(
  door: HttpDoor,
  services: readonly string[],
  options: Omit<RootOptions, 'readiness' | 'server' | 'tls'>,
): HttpModules {
  let made: FastifyInstance | undefined;
  const app = () => {
    if (!made) throw new Error('the HTTP server is not made yet');
    return made;
  };
  return {
    app,
    root: {
      name: 'root',
      needs: [],
      create: async () => {
        const readiness = () => door.readiness();
        made = await createRoot({ ...options, readiness, server: door.server });
      },
      close: async () => {
        await door.close();
        await made?.close();
      },
    },
    gate: {
      name: 'gate',
      needs: ['root', ...services],
      start: () => door.handOver(app()),
      stop: () => app().close(),
    },
  };
}
