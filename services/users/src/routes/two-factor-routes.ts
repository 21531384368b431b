import {
  RecoveryCodesSchema,
  TwoFactorBeginSchema,
  TwoFactorConfirmSchema,
  TwoFactorProofSchema,
  TwoFactorSecretSchema,
  TwoFactorStateSchema,
  type RecoveryCodes,
} from '@tidemark/contracts/two-factor';
import { UserParamsSchema } from '@tidemark/contracts/user';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { ownAccountId } from '@tidemark/service/identity/own-account';
import type { UsersParts } from '../assemble.ts';
import { callerOf } from '../audit/caller.ts';

const PATH = '/api/users/:user_id/two-factor';
const params = UserParamsSchema;

type Parts = Pick<UsersParts, 'accountChanges' | 'enrolment' | 'ownerProof'>;

/** The second factor of an account. */
export function twoFactorRoutes(app: TypedApp, parts: Parts): void {
  stateRoute(app, parts);
  beginRoute(app, parts);
  confirmRoute(app, parts);
  disableRoute(app, parts);
  newCodesRoute(app, parts);
}

function stateRoute(app: TypedApp, { enrolment }: Parts): void {
  app.get(
    PATH,
    endpoint({
      id: 'getTwoFactor',
      access: 'account',
      summary: 'Whether your second factor is on, and how many recovery codes are left',
      tag: 'users',
      params,
      data: TwoFactorStateSchema,
    }),
    async (request) => {
      const userId = ownAccountId(request);
      return ok(request, await enrolment.state(userId));
    },
  );
}

function beginRoute(app: TypedApp, parts: Parts): void {
  app.post(
    PATH,
    endpoint({
      id: 'beginTwoFactor',
      answers: 'The secret that codes are made from',
      refuses: ['CONFLICT'],
      access: 'account',
      summary: 'Begin a second factor: a secret for your authenticator, to be confirmed by a code',
      tag: 'users',
      params,
      body: TwoFactorBeginSchema,
      data: TwoFactorSecretSchema,
    }),
    async (request, reply) => {
      const account = await parts.accountChanges.find(ownAccountId(request));
      const { password } = request.body;
      await parts.ownerProof.password(account, password, callerOf(request), 'password');
      reply.header('cache-control', 'no-store');
      return ok(request, await parts.enrolment.begin(account));
    },
  );
}

function confirmRoute(app: TypedApp, { enrolment, ownerProof }: Parts): void {
  app.post(
    `${PATH}/confirm`,
    endpoint({
      id: 'confirmTwoFactor',
      answers: 'The recovery codes',
      refuses: ['CONFLICT'],
      access: 'account',
      summary: 'Turn the second factor on with a code; answers the recovery codes, this once',
      tag: 'users',
      params,
      body: TwoFactorConfirmSchema,
      data: RecoveryCodesSchema,
    }),
    async (request, reply) => {
      const userId = ownAccountId(request);
      const caller = callerOf(request);
      const codes = await ownerProof.codeBy(userId, caller, () =>
        enrolment.confirm(caller, userId, request.body.code),
      );
      return ok(request, unseen(reply, codes));
    },
  );
}

function disableRoute(app: TypedApp, parts: Parts): void {
  app.delete(
    PATH,
    endpoint({
      id: 'disableTwoFactor',
      answers: 'Done',
      refuses: ['CONFLICT'],
      access: 'account',
      summary: 'Turn the second factor off, with password and code',
      tag: 'users',
      params,
      body: TwoFactorProofSchema,
      data: Type.Null(),
    }),
    async (request) => {
      const account = await parts.accountChanges.find(ownAccountId(request));
      const caller = callerOf(request);
      await parts.ownerProof.both(account, request.body, caller);
      await parts.enrolment.disable(caller, account.id);
      return ok(request, null);
    },
  );
}

function newCodesRoute(app: TypedApp, parts: Parts): void {
  app.post(
    `${PATH}/recovery-codes`,
    endpoint({
      id: 'replaceRecoveryCodes',
      answers: 'The recovery codes',
      refuses: ['CONFLICT'],
      access: 'account',
      summary: 'New recovery codes, with password and code; the old ones are void',
      tag: 'users',
      params,
      body: TwoFactorProofSchema,
      data: RecoveryCodesSchema,
    }),
    async (request, reply) => {
      const account = await parts.accountChanges.find(ownAccountId(request));
      const caller = callerOf(request);
      await parts.ownerProof.both(account, request.body, caller);
      const codes = await parts.enrolment.newCodes(caller, account.id);
      return ok(request, unseen(reply, codes));
    },
  );
}

/** Keeps the codes out of every cache on the way. */
function unseen(reply: FastifyReply, codes: RecoveryCodes): RecoveryCodes {
  reply.header('cache-control', 'no-store');
  return codes;
}
