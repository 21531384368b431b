import { createHmac } from 'node:crypto';
import { TidemarkError } from '@tidemark/contracts/errors';
import bcrypt from 'bcrypt';
import PQueue from 'p-queue';

/** Not a secret: it keeps hashes of ours apart from plain SHA-384 hashes that leaked elsewhere. */
const DOMAIN = 'tidemark.password.v1';
/** Hashes that are made or checked at once; each takes a core for about a quarter of a second. */
const AT_ONCE = 2;
/** Those that wait for their turn, at most; the last of them waits for some seconds. */
const WAITING = 32;

/**
 * Hashes and checks passwords with bcrypt, in threads of the pool and never on the event loop.
 *
 * bcrypt reads 72 bytes and stops at a zero byte. What it is given is the Base64 of an HMAC-SHA-384 of the password in
 * Unicode NFKC, 64 characters: a password of any length and script counts whole.
 */
export class Passwords {
  readonly #rounds: number;
  readonly #dummy: Promise<string>;
  readonly #turns = new PQueue({ concurrency: AT_ONCE });

  /** @param rounds bcrypt's cost, 12 or more */
  constructor(rounds: number) {
    this.#rounds = rounds;
    this.#dummy = this.hash('a password that nobody has');
  }

  /** @throws TidemarkError NOT_READY when too many wait already */
  hash(password: string): Promise<string> {
    return this.#inTurn(() => bcrypt.hash(digest(password), this.#rounds));
  }

  /**
   * Whether it is the password of a hash. Without a hash, as where there is no such account, it takes as long and is not.
   * @throws TidemarkError NOT_READY when too many wait already
   */
  async matches(password: string, hash: string | null): Promise<boolean> {
    const against = hash ?? (await this.#dummy);
    const same = await this.#inTurn(() => bcrypt.compare(digest(password), against));
    return same && hash !== null;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#turns.size >= WAITING) {
      throw new TidemarkError('NOT_READY', 'Too many sign in at once. Try again in a moment.');
    }
    return this.#turns.add(work);
  }
}

function digest(password: string): string {
  return createHmac('sha384', DOMAIN).update(password.normalize('NFKC')).digest('base64');
}
