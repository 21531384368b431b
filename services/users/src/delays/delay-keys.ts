import { createHmac } from 'node:crypto';
import type { InstanceSecret } from '@tidemark/service/instance-secret';
import { networkOf } from './network.ts';

/** Names the rows of the delays without saying whom they are about. */
export class DelayKeys {
  readonly #key: Buffer;

  constructor(secret: InstanceSecret) {
    this.#key = secret.derive('users/delays');
  }

  /** Of a name that somebody signs in with, whether or not there is such an account. */
  ofName(name: string): string {
    return this.#digest(`name ${name}`);
  }

  /** Of somebody who has signed in and proves the password again. */
  ofAccount(userId: string): string {
    return this.#digest(`account ${userId}`);
  }

  /** Of somebody who has signed in and gives codes of the second factor; neither a right password nor a right code clears it. */
  ofSecondFactor(userId: string): string {
    return this.#digest(`second factor ${userId}`);
  }

  /** Of an address; IPv6 counts by its network of 64 bits, which one subscriber has all of. */
  ofAddress(address: string): string {
    return this.#digest(`address ${networkOf(address)}`);
  }

  #digest(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('hex');
  }
}
