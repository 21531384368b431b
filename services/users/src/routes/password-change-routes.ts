import { SessionsEndedSchema } from '@tidemark/contracts/account';
import { PasswordChangeSchema } from '@tidemark/contracts/session';
import { UserParamsSchema } from '@tidemark/contracts/user';
import { endpoint, ok } from '@tidemark/service/reply';
import { callerOf } from '../audit/caller.ts';
import { PasswordChanges } from '../resets/password-changes.ts';
import type { UsersParts } from '../assemble.ts';
import { ownAccount } from './own-account.ts';
import type { TypedApp } from '@tidemark/service/typed-app';
import { tag } from './route-parts.ts';

/** A new password for somebody who knows the present one. */
export function passwordChangeRoutes(app: TypedApp, parts: UsersParts): void {
  const changes = new PasswordChanges(parts);
  app.put(
    '/api/users/:user_id/password',
    endpoint({
      id: 'changePassword',
      answers: 'How many sessions were ended',
      access: 'account',
      summary: 'Change your password; every other session ends, API keys stay',
      tag,
      params: UserParamsSchema,
      body: PasswordChangeSchema,
      data: SessionsEndedSchema,
    }),
    async (request) => {
      const account = await ownAccount(parts, request);
      const caller = callerOf(request);
      const { current_password, password } = request.body;
      await parts.ownerProof.password(account, current_password, caller, 'current_password');
      return ok(request, { ended: await changes.change(account, password, caller) });
    },
  );
}
