import { TidemarkError } from '@tidemark/contracts/errors';
import type { Account } from '../account/account.ts';
import type { Caller } from '../audit/caller.ts';
import type { CodeGuesses } from '../delays/code-guesses.ts';
import type { DelayKey, DelayKeys } from '../delays/delay-keys.ts';
import type { Counted, SignInDelays } from '../delays/sign-in-delays.ts';
import type { Passwords } from '../passwords/passwords.ts';
import { notEnabled } from './enrolment.ts';
import type { SecondFactorCheck } from './second-factor-check.ts';

type Parts = {
  passwords: Passwords;
  delays: SignInDelays;
  delayKeys: DelayKeys;
  secondFactor: SecondFactorCheck;
  codeGuesses: CodeGuesses;
};

interface Proof {
  /** What a guess counts in beside its address; null: it cannot be found by trying. */
  guessed: DelayKey | null;
  caller: Caller;
  field: string;
}

/**
 * Has somebody who is signed in prove again to be the owner, before what the account's security rests on changes. Wrong
 * guesses are delayed like those of a sign-in.
 */
export class OwnerProof {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * @param field of the body that has the password
   * @throws TidemarkError UNAUTHORIZED naming the field, or TooManyGuesses
   */
  async password(account: Account, password: string, caller: Caller, field: string): Promise<void> {
    const { passwords, delays, delayKeys } = this.#parts;
    const guessed = delayKeys.ofAccount(account.id);
    await this.#guess(
      { guessed, caller, field },
      async () => (await passwords.matches(password, account.password_hash)) || null,
    );
    await delays.clear([guessed]);
  }

  /** @throws TidemarkError CONFLICT where the second factor is off, UNAUTHORIZED, or TooManyGuesses */
  async code(userId: string, code: string, caller: Caller): Promise<void> {
    const { secondFactor } = this.#parts;
    const check = async () => {
      const outcome = await secondFactor.check(userId, code, caller);
      if (outcome === 'not-enabled') throw notEnabled();
      return outcome === 'passed' || null;
    };
    if (secondFactor.isGuessable(code)) await this.codeBy(userId, caller, check);
    else await this.#guess({ guessed: null, caller, field: 'code' }, check);
  }

  /**
   * Both. The password first: whoever does not know it learns nothing about codes, and uses none up.
   * @throws as `password` and `code` do
   */
  async both(
    account: Account,
    { password, code }: { password: string; code: string },
    caller: Caller,
  ): Promise<void> {
    await this.password(account, password, caller, 'password');
    await this.code(account.id, code, caller);
  }

  /**
   * What comes of a code that is checked in another way, null where it is wrong. Codes are counted apart from passwords:
   * neither a right password nor a right code takes back the wrong codes before it.
   * @throws TidemarkError UNAUTHORIZED, or TooManyGuesses
   */
  codeBy<T>(userId: string, caller: Caller, check: () => Promise<T | null>): Promise<T> {
    const { codeGuesses, delayKeys } = this.#parts;
    return this.#guess(
      { guessed: delayKeys.ofSecondFactor(userId), caller, field: 'code' },
      check,
      (counted) => codeGuesses.wrong(userId, caller, counted),
    );
  }

  /** Counts a guess as wrong until it has turned out right. */
  async #guess<T>(
    { guessed, caller, field }: Proof,
    check: () => Promise<T | null>,
    onWrong?: (counted: readonly Counted[]) => Promise<void>,
  ): Promise<T> {
    const { delays, delayKeys } = this.#parts;
    const address = delayKeys.ofAddress(caller.address);
    const counted = await delays.reserve(guessed ? [guessed, address] : [address]);
    const found = await check().catch(async (error: unknown) => {
      await delays.takeBack(counted);
      throw error;
    });
    if (found === null) {
      await onWrong?.(counted);
      throw wrong(field);
    }
    await delays.takeBack(counted);
    return found;
  }
}

function wrong(field: string): TidemarkError {
  return new TidemarkError('UNAUTHORIZED', `The ${field.replaceAll('_', ' ')} is wrong.`, [
    { field: `body.${field}`, reason: 'is wrong' },
  ]);
}
