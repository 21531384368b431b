import { randomBytes } from 'node:crypto';
import { systemClock } from '@tidemark/clock/system-clock';
import { upgradesOf } from '@tidemark/live-stream/upgrade-router';
import { requireAccess } from '@tidemark/service/access';
import { GATEWAY } from '@tidemark/service/identity/identity';
import { IDENTITY_HEADER, IdentityVerifier } from '@tidemark/service/identity/identity-token';
import { decorateIdentity, requireGateway } from '@tidemark/service/identity/require-gateway';
import type { ProcessIdentity } from '@tidemark/service/service-module';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ownerOf } from '../upstreams/known-services.ts';
import type { FrontDoor } from './front-door.ts';

export interface IdentifyOptions {
  process?: ProcessIdentity;
  gatewaySecret?: string | undefined;
}

/**
 * Gives every request its identity, and holds routes to the access they declare. With the gateway in the process its
 * front door says who asks; a process without it takes requests and WebSocket upgrades from the gateway alone, and
 * believes it.
 * @throws Error when such a process has no secret
 */
export function identify(app: FastifyInstance, { process, gatewaySecret }: IdentifyOptions): void {
  decorateIdentity(app);
  if (!process || process.services.has('gateway')) {
    openFrontDoor(app, gatewaySecret ?? randomBytes(32).toString('hex'), process);
  } else {
    takeFromGateway(app, gatewaySecret, process);
  }
}

function openFrontDoor(app: FastifyInstance, secret: string, process?: ProcessIdentity): void {
  const door: FrontDoor = { secret, admit: async () => undefined, answer: async () => undefined };
  app.decorate('frontDoor', door);
  const verifier = new IdentityVerifier(secret, systemClock);
  const here = [...(process?.services ?? [])];
  app.addHook('onRequest', async (request, reply) => {
    if (await isOwnCall(request, verifier, here)) request.identity = GATEWAY;
    else await door.admit(request, reply);
  });
  requireAccess(app);
  app.addHook('onRequest', (request, reply) => door.answer(request, reply));
}

/** Whether the gateway in this process asks. A client's token is nobody's: it is neither signed here nor believed. */
async function isOwnCall(
  { headers }: FastifyRequest,
  verifier: IdentityVerifier,
  here: readonly string[],
): Promise<boolean> {
  const token = headers[IDENTITY_HEADER];
  if (token === undefined) return false;
  const identity = await verifier.verify(token, here).catch(() => null);
  return identity?.role === 'gateway';
}

function takeFromGateway(
  app: FastifyInstance,
  secret: string | undefined,
  { services }: ProcessIdentity,
): void {
  if (!secret) throw new Error('GATEWAY_SECRET is needed where the gateway is elsewhere');
  const verifier = new IdentityVerifier(secret, systemClock);
  const audiencesOf = (path = '') => audiences(path, services);
  requireGateway(app, { verifier, audiencesOf });
  requireAccess(app);
  upgradesOf(app.server).guard(async ({ request, url }) => {
    await verifier.verify(request.headers[IDENTITY_HEADER], audiencesOf(url.pathname));
  });
}

/** The owner of a path if it runs here; for a path that nobody owns, every service of the process. */
function audiences(path: string, here: ReadonlySet<string>): string[] {
  const owner = ownerOf(path);
  return owner !== undefined && here.has(owner) ? [owner] : [...here];
}
