import {
  EXISTING_ACCOUNTS_PATH,
  ExistingAccountsSchema,
} from '@tidemark/contracts/existing-accounts';
import { successSchema } from '@tidemark/contracts/envelope';
import type { AskService } from '@tidemark/service-calls/ask-service';
import { SERVICE } from '@tidemark/service/identity/identity';
import { Compile } from 'typebox/compile';

const Answer = Compile(successSchema(ExistingAccountsSchema));

/**
 * Which of the owners have an account still, as users says.
 * @param userIds at most 200
 * @throws TidemarkError UPSTREAM_UNAVAILABLE or NOT_READY when nobody answers; Error for an answer that says nothing for
 *   certain, as that of a database without any account
 */
export async function existingOwners(
  ask: AskService,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { status, body } = await ask({
    ...{ service: 'users', method: 'POST', path: EXISTING_ACCOUNTS_PATH },
    body: { user_ids: userIds },
    identity: SERVICE,
  });
  if (status !== 200 || !Answer.Check(body)) {
    throw new Error(`users was asked which accounts there are, and answered ${status}`);
  }
  if (!body.data.has_accounts) throw new Error('users has no account at all');
  return new Set(body.data.user_ids);
}
