import type { BaseOptions } from '@tidemark/gateway/root/base-app';
import type { ConnectionBound } from '@tidemark/gateway/root/connection-bound';
import { trustOf } from '@tidemark/gateway/addresses/trusted-proxies';
import type { ProcessIdentity } from '@tidemark/service/service-module';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Metrics } from '@tidemark/telemetry/metrics';
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
  const door = new HttpDoor(
    {
      ...{ host: server.HOST, port: server.PORT, tls: tlsOf(server) },
      connections: self.services.has('gateway') ? connectionsOf(server) : undefined,
    },
    { logger },
  );
  await door.open({ logger, metrics, process: self, ...visitorsOf(server) });
  return door;
}

/** Whose pages, proxies and names for this host are believed. */
export function visitorsOf({ HOST: host, PUBLIC_URL, ...server }: ServerConfig) {
  const { TRUSTED_PROXIES: trustedProxies, CORS_ORIGINS } = server;
  const publicOrigin = PUBLIC_URL === undefined ? null : new URL(PUBLIC_URL).origin;
  return {
    corsOrigins: CORS_ORIGINS.map((origin) => new URL(origin).origin),
    trustedProxies,
    publicOrigin,
    ownHosts: ownHosts({ host, publicUrl: PUBLIC_URL }),
  } satisfies Partial<BaseOptions> & { publicOrigin: string | null };
}

/** Where the gateway is elsewhere it is the one client, and has many connections. */
function connectionsOf(server: ServerConfig): ConnectionBound {
  const { CONNECTIONS_PER_ADDRESS: perAddress, TRUSTED_PROXIES } = server;
  return { perAddress, trusts: trustOf(TRUSTED_PROXIES) };
}

function tlsOf(server: ServerConfig): TlsAt | undefined {
  const { TLS_CERT_FILE, TLS_KEY_FILE, HTTP_REDIRECT_PORT: redirectPort } = server;
  if (TLS_CERT_FILE === undefined || TLS_KEY_FILE === undefined) return undefined;
  return { files: { TLS_CERT_FILE, TLS_KEY_FILE }, redirectPort };
}
