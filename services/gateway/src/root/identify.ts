import { systemClock } from '@tidemark/clock/system-clock';
import { TidemarkError } from '@tidemark/contracts/errors';
import { ownerOf } from '@tidemark/contracts/services';
import { requireAccess } from '@tidemark/service/access';
import type { Identity } from '@tidemark/service/identity/identity';
import { IDENTITY_HEADER, IdentityVerifier } from '@tidemark/service/identity/identity-token';
import { trustedKeysOf, type TrustedKey } from '@tidemark/service/identity/identity-keys';
import {
  askedBy,
  decorateIdentity,
  requireGateway,
} from '@tidemark/service/identity/require-gateway';
import type { ProcessIdentity } from '@tidemark/service/service-module';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isApiRequest } from '../auth/api-request.ts';
import { answerUnknown } from './unknown.ts';
import type { FrontDoor, TrustProxy } from '@tidemark/service/front-door';

export interface IdentifyOptions {
  process?: ProcessIdentity;
  /** `IDENTITY_PUBLIC_KEYS`. */
  identityPublicKeys?: readonly string[] | undefined;
  corsOrigins?: readonly string[];
  publicOrigin?: string | null;
  /** Which proxies are believed; none by default. */
  trusts?: TrustProxy;
}

/**
 * Gives every request its identity, answers what no route takes, and holds routes to the access they declare. With the gateway in the process its
 * front door says who asks; a process without it takes requests from the gateway alone, and believes it. ADR 0009.
 * @throws Error when such a process knows no keys
 */
export function identify(app: FastifyInstance, options: IdentifyOptions): void {
  const { process, identityPublicKeys: keys } = options;
  const own = decorateIdentity(app);
  if (!process || process.services.has('gateway')) openFrontDoor(app, own, options);
  else if (keys) takeFromGateway(app, [own, ...trustedKeysOf(keys)], process);
  else throw new Error('IDENTITY_PUBLIC_KEYS are needed where the gateway is elsewhere');
}

function openFrontDoor(
  app: FastifyInstance,
  own: TrustedKey,
  { process, corsOrigins = [], publicOrigin = null, trusts = () => false }: IdentifyOptions,
): void {
  const door: FrontDoor = {
    corsOrigins,
    publicOrigin,
    trusts,
    admit: async (request) => refuseCredential(request),
    answer: async () => undefined,
  };
  app.decorate('frontDoor', door);
  const verifier = new IdentityVerifier([own], systemClock);
  const here = ['gateway', ...(process?.services ?? [])];
  app.addHook('onRequest', async (request, reply) => {
    const own = ownCaller(request, verifier, here);
    if (own) request.identity = own;
    else await door.admit(request, reply);
  });
  holdRoutes(app);
  app.addHook('onRequest', (request, reply) => door.answer(request, reply));
}

/** What no route takes is told so before anybody is asked to sign in for it. */
function holdRoutes(app: FastifyInstance): void {
  answerUnknown(app);
  requireAccess(app);
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
function ownCaller(
  { headers, raw }: FastifyRequest,
  verifier: IdentityVerifier,
  here: readonly string[],
): Identity | null {
  const token = headers[IDENTITY_HEADER];
  if (token === undefined) return null;
  try {
    return verifier.verify(token, here, askedBy(raw));
  } catch {
    return null;
  }
}

function takeFromGateway(
  app: FastifyInstance,
  keys: readonly TrustedKey[],
  { services }: ProcessIdentity,
): void {
  const verifier = new IdentityVerifier(keys, systemClock);
  requireGateway(app, { verifier, audiencesOf: (path = '') => audiences(path, services) });
  holdRoutes(app);
}

/** The owner of a path if it runs here; for a path that nobody owns, every service of the process. */
function audiences(path: string, here: ReadonlySet<string>): string[] {
  const owner = ownerOf(path);
  return owner !== undefined && here.has(owner) ? [owner] : [...here];
}
