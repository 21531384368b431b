import type { IncomingMessage } from 'node:http';
import type { Logger } from '@tidemark/telemetry/logger';
import type { FastifyInstance } from 'fastify';
import type { TrustProxy } from './trusted-proxies.ts';

/** What proxies add to a request, and clients do not. */
const SIGNS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'] as const;

/** The address of what looks like a proxy in front and is not believed; null: there is none. */
export function unnamedProxyOf(
  request: Pick<IncomingMessage, 'socket' | 'headers'>,
  trusts: TrustProxy,
): string | null {
  const peer = request.socket.remoteAddress ?? '';
  return isProxied(request) && !trusts(peer, 0) ? peer : null;
}

/** Whether a proxy that is believed passes a request on; one that comes from its machine by itself is not forwarded. */
export function isForwarded(
  request: Pick<IncomingMessage, 'socket' | 'headers'>,
  trusts: TrustProxy,
): boolean {
  return isProxied(request) && trusts(request.socket.remoteAddress ?? '', 0);
}

function isProxied({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return SIGNS.some((name) => headers[name] !== undefined);
}

/** Says once in the log that a proxy is in front which is not named: its clients all count as one, and as not by TLS. */
export function tellOfUnnamedProxy(app: FastifyInstance, logger: Logger): void {
  const { trusts } = app.visitors;
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
