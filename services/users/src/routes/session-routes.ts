import { SessionsEndedSchema } from '@tidemark/contracts/account';
import { TidemarkError } from '@tidemark/contracts/errors';
import { RefreshSchema, SignedInSchema } from '@tidemark/contracts/session';
import { endpoint, ok } from '@tidemark/service/reply';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { ownAccountId } from '../account/account-id.ts';
import { callerOf } from '../audit/caller.ts';
import { clearSessionCookies, refreshTokenOf } from '../tokens/session-cookies.ts';
import type { UsersParts } from '../assemble.ts';
import type { TypedApp } from '@tidemark/service/typed-app';
import { tag } from './route-parts.ts';
import { forgetCookieOf } from './forget-cookie.ts';
import { hasProof, provenCookie } from './session-proof.ts';
import { signedIn } from './signed-in.ts';

/** The refresh token in a cookie, and the CSRF token that proves that a page of ours asks. */
const BY_COOKIE = { refreshCookie: [], csrfToken: [] };

/** Going on with a session and ending it. */
export function sessionRoutes(app: TypedApp, parts: UsersParts): void {
  refreshRoute(app, parts);
  logoutRoutes(app, parts);
}

function refreshRoute(app: TypedApp, parts: UsersParts): void {
  app.post(
    '/api/users/refresh',
    {
      ...endpoint({
        id: 'refreshSession',
        answers: 'A session, and tokens for it',
        refuses: ['UNAUTHORIZED', 'FORBIDDEN'],
        security: [{}, BY_COOKIE],
        access: 'public',
        summary: 'Go on with a session: a new access token for the refresh token, and the next one',
        tag,
        body: RefreshSchema,
        data: SignedInSchema,
      }),
      preValidation: withoutBody,
    },
    async (request, reply) => {
      const token = request.body.refresh_token ?? provenCookie(request, parts.csrf);
      const refreshed = token && (await parts.refreshing.refresh(token, callerOf(request)));
      if (refreshed) return ok(request, await signedIn(parts, request, reply, refreshed));
      if (request.body.refresh_token === undefined) clearCookie(request, reply);
      throw new TidemarkError('UNAUTHORIZED', 'This session is over; sign in again.');
    },
  );
}

function logoutRoutes(app: TypedApp, parts: UsersParts): void {
  app.post(
    '/api/users/logout',
    {
      ...endpoint({
        id: 'logout',
        answers: 'Done',
        refuses: ['UNAUTHORIZED', 'FORBIDDEN'],
        security: [{}, { session: [] }, BY_COOKIE],
        access: 'public',
        summary: 'End the session that the body, the access token or the cookie names',
        tag,
        body: RefreshSchema,
        data: Type.Null(),
      }),
      preValidation: withoutBody,
    },
    async (request, reply) => {
      await logout(parts, request, reply, request.body.refresh_token);
      return ok(request, null);
    },
  );

  app.post(
    '/api/users/logout-everywhere',
    endpoint({
      id: 'logoutEverywhere',
      answers: 'How many sessions were ended',
      access: 'account',
      summary: 'End every session of your account, this one too',
      tag,
      data: SessionsEndedSchema,
    }),
    async (request, reply) => {
      const userId = ownAccountId(request.identity, 'me');
      const ended = await parts.signingOut.everywhere(userId, callerOf(request));
      await forgetCookieOf(userId, parts, request, reply);
      return ok(request, { ended });
    },
  );
}

/** A body may be left out. */
async function withoutBody(request: FastifyRequest): Promise<void> {
  request.body ??= {};
}

function clearCookie(request: FastifyRequest, reply: FastifyReply): void {
  if (refreshTokenOf(request) !== null) clearSessionCookies(request, reply);
}

/** @throws TidemarkError FORBIDDEN where only a cookie says which session, without its CSRF token */
async function logout(
  parts: UsersParts,
  request: FastifyRequest,
  reply: FastifyReply,
  given: string | undefined,
): Promise<void> {
  const { signingOut, csrf } = parts;
  const caller = callerOf(request);
  const { userId, sessionId } = caller;
  if (given === undefined && userId !== null && sessionId !== null) {
    await signingOut.end({ userId, sessionId, event: 'logged_out' }, caller);
    await forgetCookieOf(userId, parts, request, reply);
    return;
  }
  const cookie = refreshTokenOf(request);
  const token = given ?? provenCookie(request, csrf);
  if (token !== null) await signingOut.byRefreshToken(token, caller);
  if (cookie !== null && (cookie === token || hasProof(request, cookie, csrf))) {
    clearSessionCookies(request, reply);
  }
}
