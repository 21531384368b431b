import { AdminUserChangeSchema, CacheGroupSchema } from '@tidemark/contracts/admin';
import { PATH_ID, UserSchema } from '@tidemark/contracts/user';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import { isUuid, noSuchAccount } from '@tidemark/service/identity/own-account';
import { toUser } from '../account/account.ts';
import { listAccounts } from '../admin/account-list.ts';
import { pageQuery } from '@tidemark/service/page-cursor';
import type { UsersParts } from '../assemble.ts';
import { callerOf } from '../audit/caller.ts';

const tag = 'admin';
const AccountParamsSchema = Type.Object({
  user_id: Type.String({ ...PATH_ID, description: 'id of an account' }),
});

/** What administrators do. */
export function adminRoutes(app: TypedApp, parts: UsersParts): void {
  accountListRoute(app, parts);
  accountRoute(app, parts);
  accountChangeRoute(app, parts);
  cacheRoute(app, parts);
  signingKeyRoute(app, parts);
}

function accountListRoute(app: TypedApp, { db }: UsersParts): void {
  app.get(
    '/api/admin/users',
    endpoint({
      id: 'listAccounts',
      access: 'admin',
      summary: 'Accounts, newest first',
      tag,
      query: Type.Object({
        ...pageQuery('entries').properties,
        search: Type.Optional(
          Type.String({
            maxLength: 100,
            pattern: '^[^\\u0000-\\u001f]*$',
            description: 'a part of the username or the email',
          }),
        ),
      }),
      data: Type.Array(UserSchema),
    }),
    async (request) => {
      const { items, next } = await listAccounts(db, request.query);
      return ok(request, items, { next_cursor: next });
    },
  );
}

function accountRoute(app: TypedApp, { accountChanges }: UsersParts): void {
  app.get(
    '/api/admin/users/:user_id',
    endpoint({
      id: 'getAnyAccount',
      access: 'admin',
      summary: 'An account',
      answers: 'The account as it is now',
      tag,
      params: AccountParamsSchema,
      data: UserSchema,
    }),
    async (request) => ok(request, toUser(await accountChanges.find(idOf(request.params)))),
  );
}

function accountChangeRoute(app: TypedApp, { administration }: UsersParts): void {
  app.patch(
    '/api/admin/users/:user_id',
    endpoint({
      id: 'updateAnyAccount',
      answers: 'The account as it is now',
      refuses: ['CONFLICT'],
      access: 'admin',
      summary: 'Close or open an account, or change its role',
      tag,
      params: AccountParamsSchema,
      body: AdminUserChangeSchema,
      data: UserSchema,
    }),
    async (request) => {
      const userId = idOf(request.params);
      const account = await administration.change(callerOf(request), userId, request.body);
      return ok(request, toUser(account));
    },
  );
}

function cacheRoute(app: TypedApp, { db, cache, audit }: UsersParts): void {
  app.delete(
    '/api/admin/cache/:group',
    endpoint({
      id: 'dropCache',
      answers: 'How many values were dropped',
      access: 'admin',
      summary: 'Drop a group of cached values; they are read anew',
      tag,
      params: Type.Object({
        group: { ...CacheGroupSchema, description: 'which values are dropped' },
      }),
      data: Type.Object(
        { group: CacheGroupSchema, deleted: Type.Integer({ minimum: 0 }) },
        { title: 'CacheDropped' },
      ),
    }),
    async (request) => {
      const { group } = request.params;
      const deleted = await cache.deleteAll(`${group}:`);
      await audit.record(db, callerOf(request), {
        event: 'cache_invalidated',
        userId: null,
        details: { group },
      });
      return ok(request, { group, deleted });
    },
  );
}

function signingKeyRoute(app: TypedApp, { signingKeys }: UsersParts): void {
  app.post(
    '/api/admin/signing-keys/rotate',
    endpoint({
      id: 'rotateSigningKey',
      answers: 'The id of the new key',
      access: 'admin',
      summary: 'Sign access tokens with a new key; those signed already stay good',
      tag,
      data: Type.Object(
        { kid: Type.String({ description: 'id of the new key' }) },
        { title: 'SigningKeyId' },
      ),
    }),
    async (request) => ok(request, await signingKeys.rotate(callerOf(request))),
  );
}

/** @throws TidemarkError RESOURCE_NOT_FOUND for what no account is called */
function idOf({ user_id }: { user_id: string }): string {
  const id = user_id.toLowerCase();
  if (isUuid(id)) return id;
  throw noSuchAccount();
}
