import { createHmac } from 'node:crypto';
import type { InstanceSecret } from '@tidemark/service/instance-secret';
import { nameKey, type Account } from '../account/account.ts';
import { networkOf } from '../audit/caller.ts';
import { ACCOUNT_RULE, ADDRESS_RULE, CODE_RULE, type DelayRule } from './failure-count.ts';

/** One row of failures that a guess counts in, and the rule that it is held to. */
export interface DelayKey {
  key: string;
  rule: DelayRule;
}

/** Names the rows of the delays without saying whom they are about. */
export class DelayKeys {
  readonly #secret: Buffer;

  constructor(secret: InstanceSecret) {
    this.#secret = secret.derive('users/delays');
  }

  /** Of a name that somebody signs in with, whether or not there is such an account. */
  ofName(name: string): DelayKey {
    return { key: this.#digest(`name ${nameKey(name)}`), rule: ACCOUNT_RULE };
  }

  /** Of both names of an account: failures are counted by what was typed, so that no name betrays the other. */
  ofNames({ username, email }: Account): DelayKey[] {
    return [this.ofName(username), this.ofName(email)];
  }

  /** Of somebody who has signed in and proves the password again. */
  ofAccount(userId: string): DelayKey {
    return { key: this.#digest(`account ${userId}`), rule: ACCOUNT_RULE };
  }

  /**
   * Of codes that are given for an account, by whoever knows its password. Neither a right password nor a right code clears
   * it: that would be the owner's, beside somebody who guesses.
   */
  ofSecondFactor(userId: string): DelayKey {
    return { key: this.#digest(`second factor ${userId}`), rule: CODE_RULE };
  }

  /** Of an address; IPv6 counts by its network of 64 bits, which one subscriber has all of. */
  ofAddress(address: string): DelayKey {
    return { key: this.#digest(`address ${networkOf(address)}`), rule: ADDRESS_RULE };
  }

  #digest(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('hex');
  }
}
