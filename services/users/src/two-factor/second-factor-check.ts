import { seal, unseal } from '@tidemark/service/sealed';
import type { Caller } from '../audit/caller.ts';
import type { UsersBasis } from '../context.ts';
import type { Notices } from '../mail/notices.ts';
import type { UsersDb } from '../tables.ts';
import { hashOfRecoveryCode } from './recovery-code.ts';
import { isTotp, stepOf } from './totp.ts';

/** What a second factor came to: `missing` where it is on and no code was given. */
export type SecondFactorOutcome = 'not-enabled' | 'passed' | 'missing' | 'wrong';

type Parts = Pick<UsersBasis, 'db' | 'clock' | 'logger' | 'secret' | 'audit'> & {
  notices: Notices;
};

/**
 * Checks the second factor of accounts: a code of the authenticator, or a recovery code. Not to be asked within a
 * transaction: it has its own.
 */
export class SecondFactorCheck {
  readonly #parts: Parts;
  readonly #key: Buffer;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#key = parts.secret.derive('users/two-factor');
  }

  /**
   * Whether a code is right. One that passes is used up, also among several that come at once: a time step counts once,
   * and so does a recovery code.
   */
  async check(
    userId: string,
    code: string | undefined,
    caller: Caller,
  ): Promise<SecondFactorOutcome> {
    const row = await selectEnabled(this.#parts.db, userId).executeTakeFirst();
    if (!row) return 'not-enabled';
    const text = written(code ?? '');
    if (text === '') return 'missing';
    const passed = isTotp(text)
      ? await this.#useStep(userId, row.secret, text)
      : await this.#useRecoveryCode(caller, userId, text);
    return passed ? 'passed' : 'wrong';
  }

  /** Whether codes such as this one could be found by trying: recovery codes could not. */
  isGuessable(code: string): boolean {
    return isTotp(written(code));
  }

  /** A seed as it is stored. */
  sealSeed(userId: string, seed: string): string {
    return seal(this.#key, seed, userId);
  }

  /** The time step that a code belongs to; null: none, or the seed cannot be read. */
  stepOf(userId: string, sealed: string, code: string): number | null {
    const seed = this.#unseal(userId, sealed);
    return seed === null ? null : stepOf(seed, code, this.#parts.clock.now());
  }

  /** Null, and said in the log, where the secret of this Tidemark is no longer the one it was sealed with. */
  #unseal(userId: string, sealed: string): string | null {
    try {
      return unseal(this.#key, sealed, userId);
    } catch (error) {
      const told = 'a second factor cannot be read: is INSTANCE_SECRET another one than before?';
      this.#parts.logger.error({ err: error, user_id: userId }, told);
      return null;
    }
  }

  async #useStep(userId: string, sealed: string, code: string): Promise<boolean> {
    const step = this.stepOf(userId, sealed, code);
    if (step === null) return false;
    const { numUpdatedRows } = await this.#parts.db
      .updateTable('two_factor')
      .set({ last_step: step })
      .where('user_id', '=', userId)
      .where('secret', '=', sealed)
      .where('last_step', '<', step)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async #useRecoveryCode(caller: Caller, userId: string, code: string): Promise<boolean> {
    const hash = hashOfRecoveryCode(code);
    if (hash === null) return false;
    const used = await this.#parts.db.transaction().execute(async (trx) => {
      if (!(await this.#spend(trx, userId, hash))) return false;
      await this.#parts.audit.record(trx, caller, { event: 'recovery_code_used', userId });
      return true;
    });
    if (used) this.#parts.notices.tell('recovery_code_used', userId);
    return used;
  }

  async #spend(trx: UsersDb, userId: string, hash: string): Promise<boolean> {
    const { numUpdatedRows } = await trx
      .updateTable('recovery_codes')
      .set({ used_at: new Date(this.#parts.clock.now()) })
      .where('user_id', '=', userId)
      .where('hash', '=', hash)
      .where('used_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
}

/** A query for the second factor of an account, where it is on. */
export function selectEnabled(db: UsersDb, userId: string) {
  return db
    .selectFrom('two_factor')
    .select('secret')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null);
}

/** As it is meant: authenticators show digits in groups. */
function written(code: string): string {
  return code.replace(/\s/g, '');
}
