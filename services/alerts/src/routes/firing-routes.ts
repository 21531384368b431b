import { AlertFiringSchema, AlertsSeenSchema, AlertUnseenSchema } from '@tidemark/contracts/alert';
import { callerId } from '@tidemark/service/identity/caller-id';
import { DEFAULT_PAGE, pageQuery } from '@tidemark/service/page-cursor';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { AlertsParts } from '../assemble.ts';
import { PATH, tag } from './alert-routes.ts';

const FiringQuery = Type.Object({
  ...pageQuery('firings').properties,
  alert_id: Type.Optional(Type.String({ format: 'uuid', description: 'of this alert alone' })),
});

/** What fired, and what of it was seen. */
export function firingRoutes(app: TypedApp, { firings }: AlertsParts): void {
  app.get(
    `${PATH}/firings`,
    endpoint({
      id: 'listAlertFirings',
      access: 'user',
      summary: 'What your alerts fired, the newest first',
      tag,
      query: FiringQuery,
      data: Type.Array(AlertFiringSchema),
    }),
    async (request) => {
      const { limit = DEFAULT_PAGE, ...asked } = request.query;
      const { items, next } = await firings.page(callerId(request), { ...asked, limit });
      return ok(request, items, { next_cursor: next });
    },
  );
  app.get(
    `${PATH}/unseen`,
    endpoint({
      id: 'getUnseenAlerts',
      access: 'user',
      summary: 'How much fired that you have not seen',
      tag,
      data: AlertUnseenSchema,
    }),
    async (request) => ok(request, await firings.unseen(callerId(request))),
  );
  app.post(
    `${PATH}/seen`,
    endpoint({
      id: 'markAlertsSeen',
      access: 'user',
      summary: 'Say that you have seen what fired',
      answers: 'How much is left',
      tag,
      body: AlertsSeenSchema,
      data: AlertUnseenSchema,
    }),
    async (request) => {
      const userId = callerId(request);
      await firings.see(userId, request.body.through);
      return ok(request, await firings.unseen(userId));
    },
  );
}
