import { systemClock } from '@tidemark/clock/system-clock';
import { upgradesOf } from '@tidemark/live-stream/upgrade-router';
import { IDENTITY_HEADER, IdentityVerifier } from '@tidemark/service/identity/identity-token';
import { decorateIdentity, requireGateway } from '@tidemark/service/identity/require-gateway';
import type { ProcessIdentity } from '@tidemark/service/service-module';
import type { FastifyInstance } from 'fastify';
import { ownerOf } from '../upstreams/known-services.ts';

export interface IdentifyOptions {
  process?: ProcessIdentity;
  gatewaySecret?: string | undefined;
}

/**
 * Gives every request its identity. A process without the gateway takes requests and WebSocket upgrades from the
 * gateway alone, and believes it about who asks.
 * @throws Error when such a process has no secret
 */
export function identify(app: FastifyInstance, { process, gatewaySecret }: IdentifyOptions): void {
  decorateIdentity(app);
  if (!process || process.services.has('gateway')) return;
  if (!gatewaySecret) throw new Error('GATEWAY_SECRET is needed where the gateway is elsewhere');
  const verifier = new IdentityVerifier(gatewaySecret, systemClock);
  const audiencesOf = (path = '') => audiences(path, process.services);
  requireGateway(app, { verifier, audiencesOf });
  upgradesOf(app.server).guard(async ({ request, url }) => {
    await verifier.verify(request.headers[IDENTITY_HEADER], audiencesOf(url.pathname));
  });
}

/** The owner of a path if it runs here; for a path that nobody owns, every service of the process. */
function audiences(path: string, here: ReadonlySet<string>): string[] {
  const owner = ownerOf(path);
  return owner !== undefined && here.has(owner) ? [owner] : [...here];
}
