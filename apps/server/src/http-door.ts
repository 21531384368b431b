import type { AddressInfo } from 'node:net';
import { TidemarkError } from '@tidemark/contracts/errors';
import { createRoot, type RootOptions } from '@tidemark/gateway/root/root';
import type { HostedModule } from '@tidemark/service/hosted-module';
import type { FastifyInstance } from 'fastify';
import { checkPort, explainListenError, type ListenAt } from './listen.ts';
import { TlsDoor, type TlsAt } from './tls-door.ts';

/** Where the door is, and how it speaks. */
export interface DoorAt extends ListenAt {
  /** Absent: plain HTTP. */
  tls?: TlsAt | undefined;
}

/** The HTTP side of the process. */
export interface HttpDoor {
  /**
   * `root` is made before the services, which mount their routes on it. `listener` listens from early on, so that one
   * can ask what the start waits for. `gate` comes last and lets requests in; it closes first, and drains.
   */
  modules(
    services: readonly string[],
  ): Readonly<Record<'root' | 'listener' | 'gate', HostedModule>>;
  root: () => FastifyInstance;
  /** Such as `http://localhost:8000`, `https://…` by TLS; known once the door is open. */
  address: () => string;
}

export function httpDoor(at: DoorAt, options: RootOptions): HttpDoor {
  let app: FastifyInstance | undefined;
  let open = false;
  const root = () => {
    if (!app) throw new Error('the HTTP server is not made yet');
    return app;
  };
  const tls = at.tls && new TlsDoor(at, at.tls, options.logger);
  return {
    root,
    address: () => shownAddress(at, root().server.address()),
    modules: (services) => ({
      root: {
        name: 'root',
        needs: [],
        create: async () => {
          await checkPort(at);
          app = await createRoot({ ...options, tls: tls?.identity });
          closeUntil(app, options, () => open);
        },
      },
      listener: {
        name: 'http',
        needs: ['root'],
        start: async () => {
          await root()
            .listen(at)
            .catch((error: unknown) => {
              throw explainListenError(error, at);
            });
          await tls?.open(root().server);
        },
        stop: async () => {
          await tls?.close();
          await root().close();
        },
      },
      gate: {
        name: 'gate',
        needs: ['http', ...services],
        start: async () => void (open = true),
        stop: () => root().close(),
      },
    }),
  };
}

/** Answers what is mounted from now on with 503 and what is waited for, until the gate is open. */
function closeUntil(app: FastifyInstance, { readiness }: RootOptions, isOpen: () => boolean): void {
  app.addHook('onRequest', async (_request, reply) => {
    if (isOpen()) return;
    const waiting = readiness().modules.find((module) => module.waiting_for !== null);
    reply.header('retry-after', 1);
    throw new TidemarkError(
      'NOT_READY',
      `Tidemark is starting: ${waiting?.name ?? 'it'} waits for ${waiting?.waiting_for ?? 'its start'}`,
    );
  });
}

/** An address one can open in a browser: every local name of this machine is `localhost`. */
function shownAddress({ host, tls }: DoorAt, address: AddressInfo | string | null): string {
  const port = typeof address === 'object' && address ? address.port : 0;
  const local = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host);
  const name = local ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `${tls ? 'https' : 'http'}://${name}:${port}`;
}
