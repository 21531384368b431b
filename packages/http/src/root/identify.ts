import { systemClock } from '@tidemark/clock/system-clock';
import { ownerOf } from '@tidemark/contracts/services';
import { requireAccess } from '@tidemark/service/access';
import type { Identity } from '@tidemark/service/identity/identity';
import { IDENTITY_HEADER, IdentityVerifier } from '@tidemark/service/identity/identity-token';
import { trustedKeysOf } from '@tidemark/service/identity/identity-keys';
import {
  askedBy,
  decorateIdentity,
  requireGateway,
} from '@tidemark/service/identity/require-gateway';
import type { FrontDoor } from '@tidemark/service/service-module';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerUnknown } from './unknown.ts';

/** What stands before the routes of a process where the gateway is in another one. */
export interface GatewayElsewhere {
  /** `IDENTITY_PUBLIC_KEYS`: what the gateway and the services that ask sign by. */
  publicKeys: readonly string[] | undefined;
}

export interface IdentifyOptions {
  /** Services that run in this process. */
  services: ReadonlySet<string>;
  front: FrontDoor | GatewayElsewhere;
}

/**
 * Gives every request its identity, answers what no route takes, and holds routes to the access they declare. The front
 * door of the gateway says who asks; a process without it takes requests from the gateway alone, and believes it. ADR 0009.
 * @throws Error when such a process knows no keys
 */
export function identify(app: FastifyInstance, { services, front }: IdentifyOptions): void {
  const own = decorateIdentity(app);
  if (isFrontDoor(front))
    passThrough(app, front, new IdentityVerifier([own], systemClock), services);
  else if (front.publicKeys) {
    const keys = [own, ...trustedKeysOf(front.publicKeys)];
    takeFromGateway(app, new IdentityVerifier(keys, systemClock), services);
  } else throw new Error('IDENTITY_PUBLIC_KEYS are needed where the gateway is elsewhere');
}

export function isFrontDoor(front: FrontDoor | GatewayElsewhere): front is FrontDoor {
  return 'admit' in front;
}

function passThrough(
  app: FastifyInstance,
  door: FrontDoor,
  verifier: IdentityVerifier,
  services: ReadonlySet<string>,
): void {
  const here = [...services];
  app.addHook('onRequest', (request, reply) => {
    const own = ownCaller(request, verifier, here);
    if (!own) return door.admit(request, reply);
    request.identity = own;
    return Promise.resolve();
  });
  holdRoutes(app);
  app.addHook('onRequest', (request, reply) => door.answer(request, reply));
}

/** What no route takes is told so before anybody is asked to sign in for it. */
function holdRoutes(app: FastifyInstance): void {
  answerUnknown(app);
  requireAccess(app);
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
  verifier: IdentityVerifier,
  services: ReadonlySet<string>,
): void {
  requireGateway(app, { verifier, audiencesOf: (path = '') => audiences(path, services) });
  holdRoutes(app);
}

/** The owner of a path if it runs here; for a path that nobody owns, every service of the process. */
function audiences(path: string, here: ReadonlySet<string>): string[] {
  const owner = ownerOf(path);
  return owner !== undefined && here.has(owner) ? [owner] : [...here];
}
