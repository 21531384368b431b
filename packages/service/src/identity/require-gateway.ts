import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ANONYMOUS } from './identity.ts';
import { IDENTITY_HEADER, type IdentityVerifier } from './identity-token.ts';

/** Routes that probes, scrapers and the gateway itself ask without a token. */
const OPEN_ROUTES: ReadonlySet<string | undefined> = new Set([
  '/healthz',
  '/readyz',
  '/metrics',
  '/api/openapi.json',
]);

export interface GatewayOnly {
  verifier: IdentityVerifier;
  /** Services whose token opens a path or the pattern of a route; undefined: no such path. */
  audiencesOf: (path: string | undefined) => readonly string[];
}

/** Gives every request an identity; where nothing proves one, it is anonymous. */
export function decorateIdentity(app: FastifyInstance): void {
  app.decorateRequest('identity');
  app.addHook('onRequest', (request, _reply, done) => {
    request.identity = ANONYMOUS;
    done();
  });
}

/**
 * Refuses every request that did not come through the gateway with 401, but for health, metrics and the API's
 * description. What is asked for is told by the route and not by the URL, which has many spellings.
 * Call after `decorateIdentity`.
 */
export function requireGateway(app: FastifyInstance, { verifier, audiencesOf }: GatewayOnly): void {
  app.addHook('onRequest', async (request: FastifyRequest) => {
    const route = request.routeOptions.url;
    if (OPEN_ROUTES.has(route)) return;
    const token = request.headers[IDENTITY_HEADER];
    request.identity = await verifier.verify(token, audiencesOf(route));
  });
}
