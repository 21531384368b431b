import type { KeyObject } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ownKeys, type TrustedKey } from './identity-keys.ts';
import { ANONYMOUS } from './identity.ts';
import { IDENTITY_HEADER, type Asked, type IdentityVerifier } from './identity-token.ts';

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

/**
 * Gives every request an identity; where nothing proves one, it is anonymous. Answers the key that proves what this process asks
 * of itself. ADR 0009.
 */
export function decorateIdentity(app: FastifyInstance): TrustedKey {
  const { key, trusts } = ownKeys();
  app.decorate('ownIdentityKey', key);
  app.decorateRequest('identity');
  app.addHook('onRequest', (request, _reply, done) => {
    request.identity = ANONYMOUS;
    done();
  });
  return trusts;
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
    request.identity = verifier.verify(token, audiencesOf(route), askedBy(request.raw));
  });
}

/** What a request asks, as its token has to name it. */
export function askedBy({ method = '', url = '' }: IncomingMessage): Asked {
  return { method, target: url };
}

declare module 'fastify' {
  interface FastifyInstance {
    /** What this process signs its calls to itself with. */
    readonly ownIdentityKey: KeyObject;
  }
}
