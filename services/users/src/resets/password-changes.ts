import { TidemarkError } from '@tidemark/contracts/errors';
import { selectAccounts, type Account } from '../account/account.ts';
import type { Caller } from '../audit/caller.ts';
import type { UsersBasis } from '../context.ts';
import type { DelayKeys } from '../delays/delay-keys.ts';
import type { SignInDelays } from '../delays/sign-in-delays.ts';
import type { Notices } from '../mail/notices.ts';
import { requireGoodPassword } from '../passwords/password-rules.ts';
import type { Passwords } from '../passwords/passwords.ts';
import type { EndedCredentials, SessionEnds } from '../sessions/session-ends.ts';
import type { UsersDb } from '../tables.ts';
import { digestOf } from '../tokens/random-token.ts';
import { voidResets } from './reset-requests.ts';

type Parts = Pick<UsersBasis, 'db' | 'clock' | 'audit'> & {
  passwords: Passwords;
  sessionEnds: SessionEnds;
  delays: SignInDelays;
  delayKeys: DelayKeys;
  notices: Notices;
};

/** Sets new passwords: for whoever proved the old one, and for whoever has a link from a mail. */
export class PasswordChanges {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Changes the password of an account whose present one has been proven. Every session but the caller's ends; answers
   * how many. API keys stay.
   * @throws TidemarkError INVALID_REQUEST for a password that is not taken, CONFLICT where it has just been changed
   */
  async change(account: Account, password: string, caller: Caller): Promise<number> {
    const { db, audit, passwords, sessionEnds, notices } = this.#parts;
    await requireGoodPassword(password, account);
    const hash = await passwords.hash(password);
    const ended = await db.transaction().execute(async (trx) => {
      if (!(await this.#store(trx, account, hash))) throw changedMeanwhile();
      await audit.record(trx, caller, { event: 'password_changed', userId: account.id });
      return sessionEnds.endAll(trx, account.id, caller.sessionId);
    });
    await sessionEnds.tell(ended);
    notices.tell('password_changed', account.id);
    return ended.length;
  }

  /**
   * Sets a new password by the token of a link, which is used up by it. Every session ends and every API key goes: who
   * resets a password may be doing so because somebody else got in. The second factor stays; the next sign-in asks for it.
   * @throws TidemarkError INVALID_REQUEST for a token that does not hold, or a password that is not taken
   */
  async reset(token: string, password: string, caller: Caller): Promise<void> {
    const { db, passwords, sessionEnds, notices } = this.#parts;
    const tokenHash = digestOf(token);
    const account = await this.#ownerOf(db, tokenHash);
    if (!account) throw voidToken();
    await requireGoodPassword(password, account);
    const hash = await passwords.hash(password);
    const ended = await db
      .transaction()
      .execute((trx) => this.#useToken(trx, { account, tokenHash, hash, caller }));
    await sessionEnds.tell(ended);
    await this.#forgetFailures(account);
    notices.tell('password_reset', account.id);
  }

  async #useToken(
    trx: UsersDb,
    {
      account,
      tokenHash,
      hash,
      caller,
    }: { account: Account; tokenHash: string; hash: string; caller: Caller },
  ): Promise<EndedCredentials> {
    const used = await trx
      .updateTable('password_resets')
      .set({ used_at: new Date(this.#parts.clock.now()) })
      .where('hash', '=', tokenHash)
      .where('used_at', 'is', null)
      .returning('user_id')
      .executeTakeFirst();
    if (!used || !(await this.#store(trx, account, hash))) throw voidToken();
    await this.#parts.audit.record(trx, caller, { event: 'password_reset', userId: account.id });
    return this.#parts.sessionEnds.endEverything(trx, account.id);
  }

  /** Unless the account has another password than it had when it was looked up, or is closed. */
  async #store(trx: UsersDb, account: Account, hash: string): Promise<boolean> {
    const now = this.#parts.clock.now();
    const { numUpdatedRows } = await trx
      .updateTable('users')
      .set({ password_hash: hash, password_changed_at: new Date(now) })
      .where('id', '=', account.id)
      .where('password_hash', '=', account.password_hash)
      .where('is_active', '=', true)
      .executeTakeFirst();
    await voidResets(trx, account.id, now);
    return numUpdatedRows === 1n;
  }

  #ownerOf(db: UsersDb, tokenHash: string): Promise<Account | undefined> {
    const now = new Date(this.#parts.clock.now());
    return selectAccounts(db)
      .innerJoin('password_resets', 'password_resets.user_id', 'users.id')
      .where('password_resets.hash', '=', tokenHash)
      .where('password_resets.used_at', 'is', null)
      .where('password_resets.expires_at', '>', now)
      .where('users.is_active', '=', true)
      .executeTakeFirst();
  }

  /** Wrong codes of the second factor still count. */
  async #forgetFailures(account: Account): Promise<void> {
    const { delays, delayKeys } = this.#parts;
    await delays.clear([...delayKeys.ofNames(account), delayKeys.ofAccount(account.id)]);
  }
}

function changedMeanwhile(): TidemarkError {
  return new TidemarkError('CONFLICT', 'The password has just been changed; sign in again.');
}

function voidToken(): TidemarkError {
  return new TidemarkError(
    'INVALID_REQUEST',
    'This link does not hold, or no longer. Ask for a new one.',
    [{ field: 'body.token', reason: 'does not hold, or no longer' }],
  );
}
