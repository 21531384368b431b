import type { IncomingMessage } from 'node:http';
import type { TrustProxy } from '@tidemark/service/front-door';
import type { Logger } from '@tidemark/telemetry/logger';
import type { FastifyInstance } from 'fastify';

/** What proxies add to a request, and clients do not. */
const SIGNS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'] as const;

/** The address of what looks like a proxy in front and is not believed; null: there is none. */
export function unnamedProxyOf(
  { socket, headers }: IncomingMessage,
  trusts: TrustProxy,
): string | null {
  const peer = socket.remoteAddress ?? '';
  const isProxied = SIGNS.some((name) => headers[name] !== undefined);
  return isProxied && !trusts(peer, 0) ? peer : null;
}

/** Says once in the log that a proxy is in front which is not named: its clients all count as one, and as not by TLS. */
export function tellOfUnnamedProxy(
  app: FastifyInstance,
  { trusts, logger }: { trusts: TrustProxy; logger: Logger },
): void {
  let told = false;
  app.addHook('onRequest', (request, _reply, done) => {
    const proxy = told ? null : unnamedProxyOf(request.raw, trusts);
    if (proxy !== null) {
      told = true;
      logger.warn(
        { proxy },
        'requests come through a proxy that is not named: its clients count as one. If it is yours, set TRUSTED_PROXIES to its address',
      );
    }
    done();
  });
}
