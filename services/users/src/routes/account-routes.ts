import { AccountChangeSchema, AccountDeletionSchema } from '@tidemark/contracts/account';
import { UserParamsSchema, UserSchema } from '@tidemark/contracts/user';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import { isUuid, ownAccountId } from '@tidemark/service/identity/own-account';
import { toUser } from '../account/account.ts';
import type { UsersParts } from '../assemble.ts';
import { callerOf } from '../audit/caller.ts';

type Parts = Pick<UsersParts, 'accountChanges' | 'sessionReplies'>;

/** People's own accounts. */
export function accountRoutes(app: TypedApp, parts: Parts): void {
  readRoute(app, parts);
  changeRoute(app, parts);
  deleteRoute(app, parts);
}

function readRoute(app: TypedApp, { accountChanges }: Parts): void {
  app.get(
    '/api/users/:user_id',
    endpoint({
      id: 'getAccount',
      access: 'user',
      summary: 'Your account; for an administrator anyone’s',
      answers: 'The account as it is now',
      tag: 'users',
      params: UserParamsSchema,
      data: UserSchema,
    }),
    async (request) => {
      return ok(request, toUser(await accountChanges.find(readableId(request))));
    },
  );
}

function changeRoute(app: TypedApp, { accountChanges }: Parts): void {
  app.put(
    '/api/users/:user_id',
    endpoint({
      id: 'updateAccount',
      answers: 'The account as it is now',
      refuses: ['CONFLICT'],
      access: 'account',
      summary: 'Change your username or email',
      tag: 'users',
      params: UserParamsSchema,
      body: AccountChangeSchema,
      data: UserSchema,
    }),
    async (request) => {
      const userId = ownAccountId(request);
      const account = await accountChanges.change(userId, request.body, callerOf(request));
      return ok(request, toUser(account));
    },
  );
}

function deleteRoute(app: TypedApp, { accountChanges, sessionReplies }: Parts): void {
  app.delete(
    '/api/users/:user_id',
    endpoint({
      id: 'deleteAccount',
      answers: 'Done',
      refuses: ['CONFLICT'],
      access: 'account',
      summary:
        'Delete your account, its sessions, keys and preferences; its portfolios and watchlists a week later',
      tag: 'users',
      params: UserParamsSchema,
      body: AccountDeletionSchema,
      data: Type.Null(),
    }),
    async (request, reply) => {
      const userId = ownAccountId(request);
      await accountChanges.remove(userId, request.body.password, callerOf(request));
      await sessionReplies.takeFrom(userId, request, reply);
      return ok(request, null);
    },
  );
}

/** @throws TidemarkError RESOURCE_NOT_FOUND */
function readableId(request: Parameters<typeof ownAccountId>[0]): string {
  const { role, sessionId } = request.identity;
  const id = request.params.user_id.toLowerCase();
  const isAdmin = role === 'admin' && sessionId !== null;
  return isAdmin && isUuid(id) ? id : ownAccountId(request);
}
