import { SessionsEndedSchema } from '@tidemark/contracts/account';
import { TidemarkError } from '@tidemark/contracts/errors';
import { RefreshSchema, SignedInSchema, SessionSchema } from '@tidemark/contracts/session';
import { PATH_ID, UserParamsSchema } from '@tidemark/contracts/user';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { ownAccountId, isUuid } from '@tidemark/service/identity/own-account';
import type { UsersParts } from '../assemble.ts';
import { callerOf } from '../audit/caller.ts';
import { clearSessionCookies, refreshTokenOf } from '../tokens/session-cookies.ts';

/** The refresh token in a cookie, and the CSRF token that proves that a page of ours asks. */
const BY_COOKIE = { refreshCookie: [], csrfToken: [] };

type Parts = Pick<UsersParts, 'db' | 'refreshing' | 'sessionReplies' | 'sessions' | 'signingOut'>;

/** Going on with a session, ending it, and where somebody is signed in. */
export function sessionRoutes(app: TypedApp, parts: Parts): void {
  refreshRoute(app, parts);
  logoutRoutes(app, parts);
  listRoutes(app, parts);
}

function refreshRoute(app: TypedApp, parts: Parts): void {
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
        tag: 'users',
        body: RefreshSchema,
        data: SignedInSchema,
      }),
      preValidation: withoutBody,
    },
    async (request, reply) => {
      const token = request.body.refresh_token ?? parts.sessionReplies.provenCookie(request);
      const refreshed = token && (await parts.refreshing.refresh(token, callerOf(request)));
      if (refreshed) return ok(request, await parts.sessionReplies.give(request, reply, refreshed));
      const byCookie = request.body.refresh_token === undefined && refreshTokenOf(request) !== null;
      if (byCookie) clearSessionCookies(request, reply);
      throw new TidemarkError('UNAUTHORIZED', 'This session is over; sign in again.');
    },
  );
}

function logoutRoutes(app: TypedApp, parts: Parts): void {
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
        tag: 'users',
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
      tag: 'users',
      data: SessionsEndedSchema,
    }),
    async (request, reply) => {
      const userId = ownAccountId({ identity: request.identity, params: { user_id: 'me' } });
      const ended = await parts.signingOut.everywhere(userId, callerOf(request));
      await parts.sessionReplies.takeFrom(userId, request, reply);
      return ok(request, { ended });
    },
  );
}

/** A body may be left out. */
async function withoutBody(request: FastifyRequest): Promise<void> {
  request.body ??= {};
}

/** @throws TidemarkError FORBIDDEN where only a cookie says which session, without its CSRF token */
async function logout(
  { sessionReplies, signingOut }: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  given: string | undefined,
): Promise<void> {
  const caller = callerOf(request);
  const { userId, sessionId } = caller;
  if (given === undefined && userId !== null && sessionId !== null) {
    await signingOut.end({ userId, sessionId, event: 'logged_out' }, caller);
    await sessionReplies.takeFrom(userId, request, reply);
    return;
  }
  const cookie = refreshTokenOf(request);
  const token = given ?? sessionReplies.provenCookie(request);
  if (token !== null) await signingOut.byRefreshToken(token, caller);
  if (cookie !== null && (cookie === token || sessionReplies.hasProof(request, cookie))) {
    clearSessionCookies(request, reply);
  }
}

function listRoutes(app: TypedApp, parts: Parts): void {
  app.get(
    '/api/users/:user_id/sessions',
    endpoint({
      id: 'listSessions',
      access: 'account',
      summary: 'Where you are signed in',
      tag: 'users',
      params: UserParamsSchema,
      data: Type.Array(SessionSchema),
    }),
    async (request) => {
      const { sessionId } = request.identity;
      const sessions = await parts.sessions.list(parts.db, ownAccountId(request), sessionId);
      return ok(request, sessions);
    },
  );

  app.delete(
    '/api/users/:user_id/sessions/:session_id',
    endpoint({
      id: 'endSession',
      answers: 'Done',
      access: 'account',
      summary: 'End one of your sessions',
      tag: 'users',
      params: Type.Object({
        ...UserParamsSchema.properties,
        session_id: Type.String({
          ...PATH_ID,
          description: 'id of the session, as in the list',
        }),
      }),
      data: Type.Null(),
    }),
    async (request, reply) => {
      const userId = ownAccountId(request);
      const sessionId = request.params.session_id.toLowerCase();
      const leaving = { userId, sessionId, event: 'session_revoked' } as const;
      const ended = isUuid(sessionId) && (await parts.signingOut.end(leaving, callerOf(request)));
      if (!ended) throw new TidemarkError('RESOURCE_NOT_FOUND', 'Session not found.');
      if (sessionId === request.identity.sessionId) clearSessionCookies(request, reply);
      return ok(request, null);
    },
  );
}
