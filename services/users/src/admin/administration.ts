import type { AdminUserChange } from '@tidemark/contracts/admin';
import type { Kysely } from 'kysely';
import { noSuchAccount } from '../account/account-id.ts';
import { lockAccount, type Account } from '../account/account.ts';
import { keepAnAdmin } from '../accounts/last-admin.ts';
import type { Caller } from '../audit/caller.ts';
import { voidResets } from '../resets/void-resets.ts';
import type { EndedCredentials, SessionEnds } from '../sessions/session-ends.ts';
import type { UsersTables } from '../tables.ts';
import { CredentialsAnew } from './credentials-anew.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { UsersBasis } from '../context.ts';

type Parts = Pick<UsersBasis, 'db' | 'cache' | 'clock' | 'logger'> & {
  audit: AuditLog;
  sessionEnds: SessionEnds;
};

interface Changed {
  account: Account;
  ended: EndedCredentials;
}

/** What administrators do to accounts. */
export class Administration {
  readonly #parts: Parts;
  readonly #credentials: CredentialsAnew;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#credentials = new CredentialsAnew(parts);
  }

  /**
   * Opens or closes an account, or gives it another role; what changes holds for the next request. A closed account's
   * sessions end, and its API keys stand for nobody until it is open again.
   * @throws TidemarkError RESOURCE_NOT_FOUND, or CONFLICT where no active administrator would be left
   */
  async change(caller: Caller, userId: string, wanted: AdminUserChange): Promise<Account> {
    const { account, ended } = await this.#parts.db
      .transaction()
      .execute((trx) => this.#store(trx, caller, userId, wanted));
    await this.#parts.sessionEnds.tell(ended);
    await this.#credentials.tell(userId);
    return account;
  }

  async #store(
    trx: Kysely<UsersTables>,
    caller: Caller,
    userId: string,
    wanted: AdminUserChange,
  ): Promise<Changed> {
    if (wanted.is_active === false || wanted.role === 'user') await keepAnAdmin(trx, userId);
    const before = await lockAccount(trx, userId);
    if (!before) throw noSuchAccount();
    const { is_active = before.is_active, role = before.role } = wanted;
    await trx.updateTable('users').set({ is_active, role }).where('id', '=', userId).execute();
    const account = { ...before, is_active, role };
    await this.#record(trx, caller, before, account);
    if (is_active || !before.is_active) return { account, ended: [] };
    await voidResets(trx, userId, this.#parts.clock.now());
    return { account, ended: await this.#parts.sessionEnds.endAll(trx, userId) };
  }

  async #record(
    trx: Kysely<UsersTables>,
    caller: Caller,
    before: Account,
    { id: userId, is_active, role }: Account,
  ): Promise<void> {
    const { audit } = this.#parts;
    if (is_active !== before.is_active) {
      const event = is_active ? 'account_activated' : 'account_deactivated';
      await audit.record(trx, caller, { event, userId });
    }
    if (role !== before.role) {
      const details = { from: before.role, to: role };
      await audit.record(trx, caller, { event: 'role_changed', userId, details });
    }
  }
}
