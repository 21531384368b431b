import { TidemarkError } from '@tidemark/contracts/errors';
import {
  PasswordForgottenAnswerSchema,
  PasswordForgottenSchema,
  PasswordResetSchema,
} from '@tidemark/contracts/session';
import { endpoint, ok } from '@tidemark/service/reply';
import Type from 'typebox';
import { callerOf } from '../audit/caller.ts';
import { PasswordChanges } from '../resets/password-changes.ts';
import type { UsersParts } from '../assemble.ts';
import type { TypedApp } from '@tidemark/service/typed-app';
import { tag } from './route-parts.ts';

const RETRY_AFTER_S = '60';
const BY_MAIL = 'If there is an account with this email, a link is on its way.';
const BY_ADMINISTRATOR =
  'Mail is not set up here. If there is an account with this email, the administrator has a link for it.';

/** A new password for somebody who does not know the present one. */
export function passwordResetRoutes(app: TypedApp, parts: UsersParts): void {
  forgotRoute(app, parts);
  resetRoute(app, parts);
}

function forgotRoute(app: TypedApp, { resetRequests }: UsersParts): void {
  app.post(
    '/api/users/password/forgot',
    endpoint({
      id: 'requestPasswordReset',
      answers: 'Taken; whether there is such an account is not said',
      access: 'public',
      summary: 'Ask for a link that resets a password; the answer is the same whoever asks',
      tag,
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

function resetRoute(app: TypedApp, parts: UsersParts): void {
  const changes = new PasswordChanges(parts);
  app.post(
    '/api/users/password/reset',
    endpoint({
      id: 'resetPassword',
      answers: 'Done',
      access: 'public',
      summary:
        'Set a new password with the token of a link; every session and API key ends, the second factor stays',
      tag,
      body: PasswordResetSchema,
      data: Type.Null(),
    }),
    async (request) => {
      const { token, password } = request.body;
      await changes.reset(token, password, callerOf(request));
      return ok(request, null);
    },
  );
}
