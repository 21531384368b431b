import { randomBytes } from 'node:crypto';
import { systemClock } from '@tidemark/clock/system-clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import { upgradesOf } from '@tidemark/live-stream/upgrade-router';
import { requireAccess } from '@tidemark/service/access';
import type { Identity } from '@tidemark/service/identity/identity';
import { IDENTITY_HEADER, IdentityVerifier } from '@tidemark/service/identity/identity-token';
import { decorateIdentity, requireGateway } from '@tidemark/service/identity/require-gateway';
import { rememberIdentity } from '@tidemark/service/identity/upgrade-identity';
import type { ProcessIdentity } from '@tidemark/service/service-module';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isApiRequest } from '../auth/api-request.ts';
import { ownerOf } from '../upstreams/known-services.ts';
import type { FrontDoor, TrustProxy } from '@tidemark/service/front-door';

export interface IdentifyOptions {
  process?: ProcessIdentity;
  gatewaySecret?: string | undefined;
  corsOrigins?: readonly string[];
  publicOrigin?: string | null;
  /** Which proxies are believed; none by default. */
  trusts?: TrustProxy;
}

/**
 * Gives every request its identity, and holds routes to the access they declare. With the gateway in the process its
 * front door says who asks; a process without it takes requests and WebSocket upgrades from the gateway alone, and
 * believes it.
 * @throws Error when such a process has no secret
 */
export function identify(app: FastifyInstance, options: IdentifyOptions): void {
  const { process, gatewaySecret } = options;
  decorateIdentity(app);
  if (!process || process.services.has('gateway')) openFrontDoor(app, options);
  else takeFromGateway(app, gatewaySecret, process);
}

function openFrontDoor(
  app: FastifyInstance,
  { process, corsOrigins = [], publicOrigin = null, trusts = () => false }: IdentifyOptions,
): void {
  const door: FrontDoor = {
    // Made by each process for itself: nothing that is signed for another one opens this one.
    secret: randomBytes(32).toString('hex'),
    corsOrigins,
    publicOrigin,
    trusts,
    admit: async (request) => refuseCredential(request),
    answer: async () => undefined,
  };
  app.decorate('frontDoor', door);
  const verifier = new IdentityVerifier(door.secret, systemClock);
  const here = ['gateway', ...(process?.services ?? [])];
  app.addHook('onRequest', async (request, reply) => {
    const own = await ownCaller(request, verifier, here);
    if (own) request.identity = own;
    else await door.admit(request, reply);
  });
  requireAccess(app);
  app.addHook('onRequest', (request, reply) => door.answer(request, reply));
}

/** Until the gateway runs nobody can say what a credential is worth: it is neither believed nor called wrong. */
function refuseCredential(request: FastifyRequest): void {
  if (request.headers.authorization === undefined || !isApiRequest(request)) return;
  throw new TidemarkError('NOT_READY', 'Tidemark is starting; try again.');
}

/**
 * For whom this process asks itself; null where a client asks. A client's token is nobody's: it is neither signed here
 * nor believed.
 */
async function ownCaller(
  { headers }: FastifyRequest,
  verifier: IdentityVerifier,
  here: readonly string[],
): Promise<Identity | null> {
  const token = headers[IDENTITY_HEADER];
  return token === undefined ? null : verifier.verify(token, here).catch(() => null);
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
    const token = request.headers[IDENTITY_HEADER];
    rememberIdentity(request, await verifier.verify(token, audiencesOf(url.pathname)));
  });
}

/** The owner of a path if it runs here; for a path that nobody owns, every service of the process. */
function audiences(path: string, here: ReadonlySet<string>): string[] {
  const owner = ownerOf(path);
  return owner !== undefined && here.has(owner) ? [owner] : [...here];
}
