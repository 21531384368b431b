import { TidemarkError } from '@tidemark/contracts/errors';
import { PreferencesChangeSchema, PreferencesSchema } from '@tidemark/contracts/preferences';
import { UserParamsSchema } from '@tidemark/contracts/user';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import { noSuchAccount, ownAccountId } from '@tidemark/service/identity/own-account';
import type { PreferencesStore } from '../preferences/preferences-store.ts';

const PATH = '/api/users/:user_id/preferences';

/** What somebody likes. */
export function preferencesRoutes(app: TypedApp, store: PreferencesStore): void {
  app.get(
    PATH,
    endpoint({
      id: 'getPreferences',
      access: 'user',
      summary: 'Your preferences',
      answers: 'The preferences as they are now',
      tag: 'users',
      params: UserParamsSchema,
      data: PreferencesSchema,
    }),
    async (request) => {
      const preferences = await store.read(ownAccountId(request));
      if (!preferences) throw noSuchAccount();
      return ok(request, preferences);
    },
  );

  app.put(
    PATH,
    endpoint({
      id: 'updatePreferences',
      answers: 'The preferences as they are now',
      access: 'user',
      summary: 'Change preferences; what is left out stays as it is',
      tag: 'users',
      params: UserParamsSchema,
      body: PreferencesChangeSchema,
      data: PreferencesSchema,
    }),
    async (request) => {
      const userId = ownAccountId(request);
      const { security } = request.body.notifications ?? {};
      if (security !== undefined && request.identity.sessionId === null) {
        throw new TidemarkError('FORBIDDEN', 'An API key may not turn mail about security off.');
      }
      const preferences = await store.change(userId, request.body);
      if (!preferences) throw noSuchAccount();
      return ok(request, preferences);
    },
  );
}
