import { TidemarkError } from '@tidemark/contracts/errors';
import type { Account } from '../accounts/account.ts';
import type { Caller } from '../audit/caller.ts';
import { ACCOUNT_RULE, ADDRESS_RULE, CODE_RULE } from '../delays/delay-rule.ts';
import type { Guessed } from '../delays/sign-in-delays.ts';
import { TooManyGuesses } from '../delays/too-many-guesses.ts';
import type { UsersParts } from '../users-parts.ts';
import { notEnabled } from './enrolment.ts';

type Parts = Pick<UsersParts, 'passwords' | 'delays' | 'delayKeys' | 'secondFactor'>;

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
    const key = this.#parts.delayKeys.ofAccount(account.id);
    const { passwords } = this.#parts;
    await this.#guess(
      { key, rule: ACCOUNT_RULE, caller, field },
      async () => (await passwords.matches(password, account.password_hash)) || null,
    );
  }

  /** @throws TidemarkError CONFLICT where the second factor is off, UNAUTHORIZED, or TooManyGuesses */
  async code(userId: string, code: string, caller: Caller): Promise<void> {
    await this.codeBy(userId, caller, async () => {
      const outcome = await this.#parts.secondFactor.check(userId, code, caller);
      if (outcome === 'not-enabled') throw notEnabled();
      return outcome === 'passed' || null;
    });
  }

  /**
   * What comes of a code that is checked in another way, null where it is wrong. Codes are counted apart from passwords:
   * a right password must not take back the wrong codes before it.
   * @throws TidemarkError UNAUTHORIZED, or TooManyGuesses
   */
  codeBy<T>(userId: string, caller: Caller, check: () => Promise<T | null>): Promise<T> {
    const key = this.#parts.delayKeys.ofSecondFactor(userId);
    return this.#guess({ key, rule: CODE_RULE, caller, field: 'code' }, check);
  }

  /** Counts a guess as wrong until it has turned out right. */
  async #guess<T>(
    { key, rule, caller, field }: Guessed & { caller: Caller; field: string },
    check: () => Promise<T | null>,
  ): Promise<T> {
    const { delays, delayKeys } = this.#parts;
    const address = delayKeys.ofAddress(caller.address);
    const waitMs = await delays.reserve([
      { key, rule },
      { key: address, rule: ADDRESS_RULE },
    ]);
    if (waitMs > 0) throw new TooManyGuesses(waitMs);
    const found = await check().catch(async (error: unknown) => {
      await delays.takeBack([key, address]);
      throw error;
    });
    if (found === null) throw wrong(field);
    await delays.clear([key]);
    await delays.takeBack([address]);
    return found;
  }
}

function wrong(field: string): TidemarkError {
  return new TidemarkError('UNAUTHORIZED', `The ${field.replaceAll('_', ' ')} is wrong.`, [
    { field: `body.${field}`, reason: 'is wrong' },
  ]);
}
