import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { TidemarkError } from '@tidemark/contracts/errors';
import {
  AskedAccountsSchema,
  EXISTING_ACCOUNTS_PATH,
  ExistingAccountsSchema,
} from '@tidemark/contracts/existing-accounts';
import { endpoint, ok } from '@tidemark/service/reply';
import type { FastifyInstance } from 'fastify';

/** A users that knows the accounts that a test says. */
export class MadeUsers {
  readonly accounts = new Set<string>();
  isAway = false;

  mount(fastify: FastifyInstance): void {
    fastify.withTypeProvider<TypeBoxTypeProvider>().post(
      EXISTING_ACCOUNTS_PATH,
      endpoint({
        id: 'findExistingAccounts',
        access: 'service',
        summary: 'Which of these accounts there are',
        tag: 'users',
        body: AskedAccountsSchema,
        data: ExistingAccountsSchema,
      }),
      async (request) => {
        if (this.isAway) throw new TidemarkError('NOT_READY', 'Not now; try again.');
        const user_ids = request.body.user_ids.filter((id) => this.accounts.has(id));
        return ok(request, { user_ids, has_accounts: this.accounts.size > 0 });
      },
    );
  }
}
