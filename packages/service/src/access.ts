import { TidemarkError } from '@tidemark/contracts/errors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identity } from './identity/identity.ts';

/**
 * Who may use a route.
 * - `public`: anyone.
 * - `user`: whoever has an account, by a session or an API key; a key of scope `read` may only read.
 * - `user or service`: as `user`, and services of this Tidemark for themselves.
 * - `account`: as `user`, by a session alone. For what an account's security rests on: a leaked key must not open it.
 * - `admin`: an administrator, by a session.
 * - `service`: services alone, for themselves. For everyone else there is no such route.
 * - `gateway`: the gateway, for itself. For everyone else there is no such route.
 * - `elsewhere`: the process that the request is passed on to decides.
 */
export type Access =
  | 'public'
  | 'user'
  | 'user or service'
  | 'account'
  | 'admin'
  | 'service'
  | 'gateway'
  | 'elsewhere';

/** Whether there is no such route for anybody from outside. */
export function isInternal(access: Access | undefined): boolean {
  return access === 'service' || access === 'gateway';
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route below `/api` says it. */
    access?: Access;
    /** Fields of the body whose text may have line breaks and tabs, such as `body.entry`; other text has none. */
    multiline?: readonly string[] | undefined;
  }
}

/** Routes of libraries that do not say it: the API's description and its reader. */
const DESCRIPTION = /^\/api\/((open|async)api\.json|docs(\/.*)?)$/;
const READS = new Set(['GET', 'HEAD']);

/**
 * Holds every route to the access it declares. Call after what sets `request.identity`, and before the routes.
 * A route below `/api` that declares none is an error at the start: nothing is open by being forgotten.
 */
export function requireAccess(app: FastifyInstance): void {
  app.addHook('onRoute', ({ url, method, config }) => {
    if (config?.access || !url.startsWith('/api/') || DESCRIPTION.test(url)) return;
    throw new Error(`${String(method)} ${url} does not say who may use it`);
  });
  app.addHook('onRequest', (request, reply, done) => {
    const refused = refusalOf(request);
    // RFC 9110, 11.6.1: whoever is to sign in is told how.
    if (refused?.code === 'UNAUTHORIZED') reply.header('www-authenticate', 'Bearer');
    if (refused) done(refused);
    else done();
  });
}

function refusalOf({ routeOptions, identity, method }: FastifyRequest): TidemarkError | null {
  const { access } = routeOptions.config;
  if (!access || access === 'public' || access === 'elsewhere') return null;
  if (access === 'gateway' || access === 'service') {
    return identity.role === access
      ? null
      : new TidemarkError('RESOURCE_NOT_FOUND', 'Nothing at this path.');
  }
  if (access !== 'user or service') return refusal(access, identity, READS.has(method));
  return identity.role === 'service' ? null : refusal('user', identity, READS.has(method));
}

function refusal(
  access: 'user' | 'account' | 'admin',
  { userId, role, sessionId, scope }: Identity,
  reads: boolean,
): TidemarkError | null {
  if (userId === null) return new TidemarkError('UNAUTHORIZED', 'Sign in first.');
  if (access === 'user') {
    if (reads || scope === 'read_write') return null;
    return new TidemarkError('FORBIDDEN', 'This API key may only read.');
  }
  if (sessionId === null) {
    return new TidemarkError('FORBIDDEN', 'An API key may not do this; sign in.');
  }
  if (access === 'admin' && role !== 'admin') {
    return new TidemarkError('FORBIDDEN', 'Only an administrator may do this.');
  }
  return null;
}
