import { TidemarkError } from '@tidemark/contracts/errors';
import { SessionSchema } from '@tidemark/contracts/session';
import { PATH_ID, UserParamsSchema } from '@tidemark/contracts/user';
import { endpoint, ok } from '@tidemark/service/reply';
import Type from 'typebox';
import { isUuid, ownAccountId } from '../account/account-id.ts';
import { callerOf } from '../audit/caller.ts';
import { listSessions } from '../sessions/session-list.ts';
import { clearSessionCookies } from '../tokens/session-cookies.ts';
import type { UsersParts } from '../assemble.ts';
import type { TypedApp } from '@tidemark/service/typed-app';
import { tag } from './route-parts.ts';

/** Where somebody is signed in. */
export function sessionListRoutes(app: TypedApp, parts: UsersParts): void {
  app.get(
    '/api/users/:user_id/sessions',
    endpoint({
      id: 'listSessions',
      access: 'account',
      summary: 'Where you are signed in',
      tag,
      params: UserParamsSchema,
      data: Type.Array(SessionSchema),
    }),
    async ({ identity, params, id }) => {
      const userId = ownAccountId(identity, params.user_id);
      return ok({ id }, await listSessions(parts, userId, identity.sessionId));
    },
  );

  app.delete(
    '/api/users/:user_id/sessions/:session_id',
    endpoint({
      id: 'endSession',
      answers: 'Done',
      access: 'account',
      summary: 'End one of your sessions',
      tag,
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
      const userId = ownAccountId(request.identity, request.params.user_id);
      const sessionId = request.params.session_id.toLowerCase();
      const leaving = { userId, sessionId, event: 'session_revoked' } as const;
      const ended = isUuid(sessionId) && (await parts.signingOut.end(leaving, callerOf(request)));
      if (!ended) throw new TidemarkError('RESOURCE_NOT_FOUND', 'Session not found.');
      if (sessionId === request.identity.sessionId) clearSessionCookies(request, reply);
      return ok(request, null);
    },
  );
}
