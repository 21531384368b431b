import { SecurityEventNameSchema, SecurityEventSchema } from '@tidemark/contracts/security-event';
import { UserIdSchema, UserParamsSchema } from '@tidemark/contracts/user';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import { ownAccountId } from '@tidemark/service/identity/own-account';
import { listSecurityEvents } from '../admin/event-list.ts';
import { pageQuery } from '@tidemark/service/page-cursor';
import type { UsersParts } from '../assemble.ts';

/** What happened to accounts. */
export function securityEventRoutes(app: TypedApp, parts: UsersParts): void {
  ownEventsRoute(app, parts);
  allEventsRoute(app, parts);
}

function ownEventsRoute(app: TypedApp, { db }: UsersParts): void {
  app.get(
    '/api/users/:user_id/security-events',
    endpoint({
      id: 'listSecurityEvents',
      access: 'account',
      summary: 'What happened to your account, newest first',
      answers: 'What happened',
      tag: 'users',
      params: UserParamsSchema,
      query: pageQuery('entries'),
      data: Type.Array(SecurityEventSchema),
    }),
    async (request) => {
      const userId = ownAccountId(request);
      const { items, next } = await listSecurityEvents(db, { ...request.query, userId });
      return ok(request, items, { next_cursor: next });
    },
  );
}

function allEventsRoute(app: TypedApp, { db }: UsersParts): void {
  app.get(
    '/api/admin/security-events',
    endpoint({
      id: 'listAllSecurityEvents',
      access: 'admin',
      summary: 'What happened to all accounts, newest first',
      answers: 'What happened',
      tag: 'admin',
      query: Type.Object({
        ...pageQuery('entries').properties,
        user_id: Type.Optional({ ...UserIdSchema, description: 'of this account alone' }),
        event: Type.Optional({ ...SecurityEventNameSchema, description: 'of this kind alone' }),
      }),
      data: Type.Array(SecurityEventSchema),
    }),
    async (request) => {
      const { user_id, ...query } = request.query;
      const userId = user_id?.toLowerCase().replace('urn:uuid:', '');
      const { items, next } = await listSecurityEvents(db, { ...query, userId });
      return ok(request, items, { next_cursor: next });
    },
  );
}
