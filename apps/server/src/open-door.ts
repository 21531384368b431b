import { systemClock } from '@tidemark/clock/system-clock';
import { trustOf } from '@tidemark/http/addresses/trusted-proxies';
import { GATEWAY_ALONE, type Visitors } from '@tidemark/http/addresses/visitors';
import type { ProcessIdentity } from '@tidemark/service/service-module';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Metrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance } from 'fastify';
import { HttpDoor } from './http-door.ts';
import { ownHosts } from './own-hosts.ts';
import type { ServerConfig } from './server-config.ts';
import type { TlsAt } from './tls-door.ts';

/** What is there before the parts of the process are. */
export interface Front {
  self: ProcessIdentity;
  logger: Logger;
  metrics: Metrics;
  door: HttpDoor;
}

/**
 * Listens, and answers from now on.
 * @throws StartError when it cannot listen
 */
export async function openDoor(
  server: ServerConfig,
  front: Omit<Front, 'door'>,
): Promise<HttpDoor> {
  const { self, logger, metrics } = front;
  const visitors = visitorsOf(self, server);
  // Where the gateway is elsewhere it is the one client, and has many connections.
  const connections = { perAddress: server.CONNECTIONS_PER_ADDRESS, trusts: visitors.trusts };
  const door = new HttpDoor(
    {
      ...{ host: server.HOST, port: server.PORT, tls: tlsOf(server) },
      connections: takesClients(self) ? connections : undefined,
    },
    { logger },
  );
  const mountPages = takesClients(self) ? pages : undefined;
  await door.open({ logger, metrics, visitors, mountPages });
  return door;
}

/** Who comes to this process: clients themselves, or the gateway alone. */
export function visitorsOf(self: ProcessIdentity, server: ServerConfig): Visitors {
  if (!takesClients(self)) return GATEWAY_ALONE;
  const { HOST: host, PUBLIC_URL: publicUrl, TRUSTED_PROXIES, CORS_ORIGINS } = server;
  return {
    corsOrigins: CORS_ORIGINS.map((origin) => new URL(origin).origin),
    publicOrigin: publicUrl === undefined ? null : new URL(publicUrl).origin,
    ownHosts: ownHosts({ host, publicUrl }),
    trusts: trustOf(TRUSTED_PROXIES),
  };
}

function takesClients({ services }: ProcessIdentity): boolean {
  return services.has('gateway');
}

/** The web app is there while the rest starts. Loaded once the door is open. */
async function pages(app: FastifyInstance): Promise<void> {
  const { mountUi, WEB_FOLDER } = await import('@tidemark/gateway/ui/static-ui');
  await mountUi(app, WEB_FOLDER, systemClock);
}

function tlsOf(server: ServerConfig): TlsAt | undefined {
  const { TLS_CERT_FILE, TLS_KEY_FILE, HTTP_REDIRECT_PORT: redirectPort } = server;
  if (TLS_CERT_FILE === undefined || TLS_KEY_FILE === undefined) return undefined;
  return { files: { TLS_CERT_FILE, TLS_KEY_FILE }, redirectPort };
}
