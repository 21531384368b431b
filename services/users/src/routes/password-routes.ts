import { SessionsEndedSchema } from '@tidemark/contracts/account';
import { TidemarkError } from '@tidemark/contracts/errors';
import {
  PasswordChangeSchema,
  PasswordForgottenAnswerSchema,
  PasswordForgottenSchema,
  PasswordResetSchema,
} from '@tidemark/contracts/session';
import { UserParamsSchema } from '@tidemark/contracts/user';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import { ownAccountId } from '@tidemark/service/identity/own-account';
import type { UsersParts } from '../assemble.ts';
import { callerOf } from '../audit/caller.ts';

const RETRY_AFTER_S = '60';
const BY_MAIL = 'If there is an account with this email, a link is on its way.';
const BY_ADMINISTRATOR =
  'Mail is not set up here. If there is an account with this email, the administrator has a link for it.';

type Parts = Pick<
  UsersParts,
  'accountChanges' | 'ownerProof' | 'passwordChanges' | 'resetRequests'
>;

/** A new password: for somebody who does not know the present one, and for somebody who does. */
export function passwordRoutes(app: TypedApp, parts: Parts): void {
  forgotRoute(app, parts);
  resetRoute(app, parts);
  changeRoute(app, parts);
}

function forgotRoute(app: TypedApp, { resetRequests }: Parts): void {
  app.post(
    '/api/users/password/forgot',
    endpoint({
      id: 'requestPasswordReset',
      answers: 'Taken; whether there is such an account is not said',
      access: 'public',
      summary: 'Ask for a link that resets a password; the answer is the same whoever asks',
      tag: 'users',
      body: PasswordForgottenSchema,
      data: PasswordForgottenAnswerSchema,
      status: 202,
    }),
    async (request, reply) => {
      if (!resetRequests.take(request.body.email, callerOf(request))) {
        reply.header('retry-after', RETRY_AFTER_S);
        throw new TidemarkError('RATE_LIMITED', 'Too many such requests; try again in a minute.');
      }
      const data = resetRequests.byMail
        ? { delivery: 'mail' as const, message: BY_MAIL }
        : { delivery: 'administrator' as const, message: BY_ADMINISTRATOR };
      return reply.code(202).send(ok(request, data));
    },
  );
}

function resetRoute(app: TypedApp, { passwordChanges }: Parts): void {
  app.post(
    '/api/users/password/reset',
    endpoint({
      id: 'resetPassword',
      answers: 'Done',
      access: 'public',
      summary:
        'Set a new password with the token of a link; every session and API key ends, the second factor stays',
      tag: 'users',
      body: PasswordResetSchema,
      data: Type.Null(),
    }),
    async (request) => {
      const { token, password } = request.body;
      await passwordChanges.reset(token, password, callerOf(request));
      return ok(request, null);
    },
  );
}

function changeRoute(app: TypedApp, { accountChanges, ownerProof, passwordChanges }: Parts): void {
  app.put(
    '/api/users/:user_id/password',
    endpoint({
      id: 'changePassword',
      answers: 'How many sessions were ended',
      access: 'account',
      summary: 'Change your password; every other session ends, API keys stay',
      tag: 'users',
      params: UserParamsSchema,
      body: PasswordChangeSchema,
      data: SessionsEndedSchema,
    }),
    async (request) => {
      const account = await accountChanges.find(ownAccountId(request));
      const caller = callerOf(request);
      const { current_password, password } = request.body;
      await ownerProof.password(account, current_password, caller, 'current_password');
      return ok(request, { ended: await passwordChanges.change(account, password, caller) });
    },
  );
}
