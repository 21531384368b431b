import {
  AskedAccountsSchema,
  EXISTING_ACCOUNTS_PATH,
  ExistingAccountsSchema,
} from '@tidemark/contracts/existing-accounts';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import { existingAccounts } from '../account/existing-accounts.ts';
import type { UsersParts } from '../assemble.ts';

/** What services ask that keep things of accounts: whether there is an owner still. ADR 0039. */
export function existingAccountRoutes(app: TypedApp, { db }: Pick<UsersParts, 'db'>): void {
  app.post(
    EXISTING_ACCOUNTS_PATH,
    endpoint({
      id: 'findExistingAccounts',
      access: 'service',
      summary: 'Which of these accounts there are',
      tag: 'users',
      body: AskedAccountsSchema,
      data: ExistingAccountsSchema,
    }),
    async (request) => ok(request, await existingAccounts(db, request.body.user_ids)),
  );
}
