import { TidemarkError } from '@tidemark/contracts/errors';
import type { Login } from '@tidemark/contracts/session';
import { lockAccount, nameKey, selectAccounts, type Account } from '../account/account.ts';
import type { Caller } from '../audit/caller.ts';
import type { UsersBasis } from '../context.ts';
import type { CodeGuesses } from '../delays/code-guesses.ts';
import type { DelayKey, DelayKeys } from '../delays/delay-keys.ts';
import { TooManyGuesses, type Counted, type SignInDelays } from '../delays/sign-in-delays.ts';
import type { Passwords } from '../passwords/passwords.ts';
import type { EndedCredentials, SessionEnds } from '../sessions/session-ends.ts';
import type { SignedInAs, Sessions } from '../sessions/sessions.ts';
import type { SecondFactorCheck } from '../two-factor/second-factor-check.ts';

type Parts = Pick<UsersBasis, 'db' | 'clock' | 'audit'> & {
  passwords: Passwords;
  delays: SignInDelays;
  delayKeys: DelayKeys;
  codeGuesses: CodeGuesses;
  secondFactor: SecondFactorCheck;
  sessions: Sessions;
  sessionEnds: SessionEnds;
};

type Opened = SignedInAs & { ended: EndedCredentials };

/** By what somebody signs in; exactly one of the two. */
type Name = { column: 'email_key' | 'username_key'; key: string };

/**
 * Signs people in. Whether or not there is such an account, an attempt does the same work: one look-up, one password
 * hash, the same rows written.
 */
export class SignIn {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Begins a session for whoever knows the password, and has the second factor where that is on.
   * @throws TidemarkError INVALID_REQUEST, UNAUTHORIZED, SECOND_FACTOR_REQUIRED, or TooManyGuesses
   */
  async signIn(login: Login, caller: Caller): Promise<SignedInAs> {
    const name = nameOf(login);
    const { db, delays, delayKeys, passwords } = this.#parts;
    const account = await selectAccounts(db).where(name.column, '=', name.key).executeTakeFirst();
    const address = delayKeys.ofAddress(caller.address);
    const counted = await this.#reserve([delayKeys.ofName(name.key), address], account, caller);
    const ofAddress = counted.filter(({ key }) => key === address.key);
    const ofName = counted.filter(({ key }) => key !== address.key);
    const right = await passwords.matches(login.password, account?.password_hash ?? null);
    if (!account?.is_active || !right) throw await this.#fail(account, caller, 'password');
    // Whoever gives codes knows the password: the name is not held back for it, and the owner may come in beside them.
    if (account.two_factor_enabled) await delays.takeBack(ofName);
    await this.#checkSecondFactor(account, login.code, ofAddress, caller);
    const opened = await this.#open(account, caller);
    if (!opened) throw await this.#fail(account, caller, 'password');
    await delays.takeBack(ofAddress);
    await delays.clear(delayKeys.ofNames(account));
    await this.#parts.sessionEnds.tell(opened.ended);
    return opened;
  }

  /** Counts a guess; one that is delayed is written down. */
  async #reserve(
    keys: readonly DelayKey[],
    account: Account | undefined,
    caller: Caller,
  ): Promise<readonly Counted[]> {
    const { db, audit, delays } = this.#parts;
    try {
      return await delays.reserve(keys);
    } catch (error) {
      if (!(error instanceof TooManyGuesses)) throw error;
      await audit.record(db, caller, { event: 'login_delayed', userId: account?.id ?? null });
      throw error;
    }
  }

  /** @param ofAddress what the attempt has counted as there, and does not where the code alone is missing */
  async #checkSecondFactor(
    account: Account,
    code: string | undefined,
    ofAddress: readonly Counted[],
    caller: Caller,
  ): Promise<void> {
    if (!account.two_factor_enabled) return;
    const { delays, codeGuesses, secondFactor } = this.#parts;
    const guessed = await this.#reserveCode(account, code ?? '', caller);
    const outcome = await secondFactor.check(account.id, code, caller);
    if (outcome === 'wrong') {
      await codeGuesses.wrong(account.id, caller, guessed);
      throw await this.#fail(account, caller, 'second_factor');
    }
    await delays.takeBack(guessed);
    if (outcome !== 'missing') return;
    await delays.takeBack(ofAddress);
    throw new TidemarkError('SECOND_FACTOR_REQUIRED', 'Enter the code of your authenticator.');
  }

  /** A recovery code is never delayed: nobody finds one by trying, and it is how the owner gets past who does. */
  async #reserveCode(account: Account, code: string, caller: Caller): Promise<readonly Counted[]> {
    const { delayKeys, secondFactor } = this.#parts;
    if (!secondFactor.isGuessable(code)) return [];
    return this.#reserve([delayKeys.ofSecondFactor(account.id)], account, caller);
  }

  /** Null: the account has changed since its password was checked. */
  #open(checked: Account, caller: Caller): Promise<Opened | null> {
    const { db, audit, sessions } = this.#parts;
    return db.transaction().execute(async (tx) => {
      const account = await lockAccount(tx, checked.id);
      if (!account?.is_active || account.password_hash !== checked.password_hash) return null;
      const { grant, ended } = await sessions.open(tx, account.id, caller);
      await audit.record(
        tx,
        { ...caller, userId: account.id },
        {
          event: 'login_succeeded',
          userId: account.id,
          details: { session_id: grant.sessionId },
        },
      );
      return { account, grant, ended };
    });
  }

  /** Writes the failure down; the name that was tried is not kept, it may be a password in the wrong field. */
  async #fail(
    account: Account | undefined,
    caller: Caller,
    proof: 'password' | 'second_factor',
  ): Promise<TidemarkError> {
    const { db, audit } = this.#parts;
    await audit.record(db, caller, {
      event: 'login_failed',
      userId: account?.id ?? null,
      details: { proof },
    });
    return new TidemarkError('UNAUTHORIZED', 'Wrong name or password.');
  }
}

/** @throws TidemarkError INVALID_REQUEST unless there is exactly one of the two names */
function nameOf({ email, username }: Login): Name {
  if (email !== undefined && username === undefined) {
    return { column: 'email_key', key: nameKey(email) };
  }
  if (username !== undefined && email === undefined) {
    return { column: 'username_key', key: nameKey(username) };
  }
  const reason = 'give one of email and username';
  throw new TidemarkError('INVALID_REQUEST', 'Give one of email and username.', [
    { field: email === undefined ? 'body.username' : 'body.email', reason },
  ]);
}
