import type { AddressInfo } from 'node:net';
import { createRoot, type RootOptions } from '@tidemark/gateway/root/root';
import type { HostedModule } from '@tidemark/service/hosted-module';
import type { FastifyInstance } from 'fastify';
import { checkPort, explainListenError, type ListenAt } from './listen.ts';

/** The HTTP side of the process. */
export interface HttpDoor {
  /** `root`: made before the services, which mount their routes on it. `door`: opens last and closes first. */
  modules(services: readonly string[]): { root: HostedModule; door: HostedModule };
  root: () => FastifyInstance;
  /** Such as `http://localhost:8000`; known once the door is open. */
  address: () => string;
}

export function httpDoor(at: ListenAt, options: RootOptions): HttpDoor {
  let app: FastifyInstance | undefined;
  const root = () => {
    if (!app) throw new Error('the HTTP server is not made yet');
    return app;
  };
  return {
    root,
    address: () => shownAddress(at.host, root().server.address()),
    modules: (services) => ({
      root: {
        name: 'root',
        needs: [],
        create: async () => {
          await checkPort(at);
          app = await createRoot(options);
        },
      },
      door: {
        name: 'http',
        needs: ['root', ...services],
        start: async () => {
          await root()
            .listen(at)
            .catch((error: unknown) => {
              throw explainListenError(error, at);
            });
        },
        stop: () => root().close(),
      },
    }),
  };
}

/** An address one can open in a browser: every local name of this machine is `localhost`. */
function shownAddress(host: string, address: AddressInfo | string | null): string {
  const port = typeof address === 'object' && address ? address.port : 0;
  const local = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host);
  const name = local ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
