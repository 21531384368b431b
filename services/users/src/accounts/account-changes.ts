import type { AccountChange } from '@tidemark/contracts/account';
import { TidemarkError } from '@tidemark/contracts/errors';
import { noSuchAccount } from '@tidemark/service/identity/own-account';
import {
  findAccount,
  lockAccount,
  nameKey,
  keepAnAdmin,
  type Account,
} from '../account/account.ts';
import type { Caller } from '../audit/caller.ts';
import type { UsersBasis } from '../context.ts';
import type { Notices } from '../mail/notices.ts';
import { voidResets } from '../resets/reset-requests.ts';
import type { SessionEnds } from '../sessions/session-ends.ts';
import type { UsersDb } from '../tables.ts';
import type { OwnerProof } from '../two-factor/owner-proof.ts';
import { withFreeNames, type WantedNames } from './taken-names.ts';

type Parts = Pick<UsersBasis, 'db' | 'clock' | 'audit'> & {
  sessionEnds: SessionEnds;
  ownerProof: OwnerProof;
  notices: Notices;
};

/** What people do to their own accounts. */
export class AccountChanges {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws TidemarkError RESOURCE_NOT_FOUND where it was deleted meanwhile */
  async find(userId: string): Promise<Account> {
    const account = await findAccount(this.#parts.db, userId);
    if (!account) throw noSuchAccount();
    return account;
  }

  /**
   * Changes names. Another email, which a forgotten password is reset by, needs the password.
   * @throws TidemarkError INVALID_REQUEST or UNAUTHORIZED for the password, CONFLICT for names that are taken
   */
  async change(userId: string, wanted: AccountChange, caller: Caller): Promise<Account> {
    const { db } = this.#parts;
    const account = await this.find(userId);
    const names = newNames(account, wanted);
    if (Object.keys(names).length === 0) return account;
    const moves = names.email !== undefined && nameKey(names.email) !== nameKey(account.email);
    if (moves) await this.#prove(account, wanted.current_password, caller);
    const changed = await withFreeNames(db, names, userId, () =>
      db.transaction().execute((tx) => this.#rename(tx, account, names, moves, caller)),
    );
    if (moves) this.#parts.notices.tell('email_changed', userId, account.email);
    return changed;
  }

  /**
   * Deletes an account and all that this service has of it; the audit log alone remembers it.
   * @throws TidemarkError UNAUTHORIZED for the password, CONFLICT for the last administrator
   */
  async remove(userId: string, password: string, caller: Caller): Promise<void> {
    const { db, audit, sessionEnds, ownerProof } = this.#parts;
    await ownerProof.password(await this.find(userId), password, caller, 'password');
    const ended = await db.transaction().execute(async (tx) => {
      await keepAnAdmin(tx, userId);
      if (!(await lockAccount(tx, userId))) throw noSuchAccount();
      const credentials = await sessionEnds.endAccount(tx, userId);
      await tx.deleteFrom('users').where('id', '=', userId).execute();
      await audit.record(tx, caller, { event: 'account_deleted', userId });
      return credentials;
    });
    await sessionEnds.tell(ended);
  }

  async #prove(account: Account, password: string | undefined, caller: Caller): Promise<void> {
    const field = 'current_password';
    if (password !== undefined) {
      return this.#parts.ownerProof.password(account, password, caller, field);
    }
    throw new TidemarkError('INVALID_REQUEST', 'A new email needs the current password.', [
      { field: `body.${field}`, reason: 'is required where the email changes' },
    ]);
  }

  async #rename(
    tx: UsersDb,
    checked: Account,
    names: WantedNames,
    moves: boolean,
    caller: Caller,
  ): Promise<Account> {
    const { id } = checked;
    const { username = checked.username, email = checked.email } = names;
    const account = await lockAccount(tx, id);
    if (account?.password_hash !== checked.password_hash) throw noSuchAccount();
    await tx
      .updateTable('users')
      .set({ username, username_key: nameKey(username), email, email_key: nameKey(email) })
      .where('id', '=', id)
      .execute();
    // Links that reset the password went to the old address.
    if (moves) await voidResets(tx, id, this.#parts.clock.now());
    const details = { changed: Object.keys(names).join(', ') };
    await this.#parts.audit.record(tx, caller, { event: 'account_updated', userId: id, details });
    return { ...account, username, email };
  }
}

function newNames(account: Account, { username, email }: AccountChange): WantedNames {
  return {
    ...(username !== undefined && username !== account.username && { username }),
    ...(email !== undefined && email !== account.email && { email }),
  };
}
