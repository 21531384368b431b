import { TidemarkError } from '@tidemark/contracts/errors';
import type { SecurityEventName } from '@tidemark/contracts/security-event';
import type {
  RecoveryCodes,
  TwoFactorSecret,
  TwoFactorState,
} from '@tidemark/contracts/two-factor';
import type { Caller } from '../audit/caller.ts';
import type { UsersBasis } from '../context.ts';
import type { NoticeName } from '../mail/letters.ts';
import type { Notices } from '../mail/notices.ts';
import type { UsersDb } from '../tables.ts';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-code.ts';
import { selectEnabled, type SecondFactorCheck } from './second-factor-check.ts';
import { isTotp, newSeed, otpauthUrl } from './totp.ts';

type Parts = Pick<UsersBasis, 'db' | 'clock' | 'audit'> & {
  notices: Notices;
  secondFactor: SecondFactorCheck;
};

/**
 * Turns the second factor of accounts on and off. Who asks has been proven before, by password and code; nobody is
 * signed out by it.
 */
export class Enrolment {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async state(userId: string): Promise<TwoFactorState> {
    const { db } = this.#parts;
    const enabled = await selectEnabled(db, userId).executeTakeFirst();
    if (!enabled) return { enabled: false, recovery_codes_left: 0 };
    const { left } = await db
      .selectFrom('recovery_codes')
      .select((eb) => eb.fn.countAll<number>().as('left'))
      .where('user_id', '=', userId)
      .where('used_at', 'is', null)
      .executeTakeFirstOrThrow();
    return { enabled: true, recovery_codes_left: left };
  }

  /**
   * A new seed, which counts once a code of it has come back; one that was begun before is void.
   * @throws TidemarkError CONFLICT where the second factor is on
   */
  async begin({ id, username }: { id: string; username: string }): Promise<TwoFactorSecret> {
    const seed = newSeed();
    const secret = this.#parts.secondFactor.sealSeed(id, seed);
    const created_at = new Date(this.#parts.clock.now());
    const begun = await this.#parts.db
      .insertInto('two_factor')
      .values({ user_id: id, secret, confirmed_at: null, last_step: 0, created_at })
      .onConflict((conflict) =>
        conflict
          .column('user_id')
          .doUpdateSet({ secret, last_step: 0, created_at })
          .where('two_factor.confirmed_at', 'is', null),
      )
      .returning('user_id')
      .executeTakeFirst();
    if (!begun) throw new TidemarkError('CONFLICT', 'The second factor is on already.');
    return { secret: seed, otpauth_url: otpauthUrl(seed, username) };
  }

  /**
   * Turns it on. Null: the code is wrong.
   * @throws TidemarkError CONFLICT where it was not begun, or is on
   */
  async confirm(caller: Caller, userId: string, code: string): Promise<RecoveryCodes | null> {
    const secret = await this.#begun(userId);
    const digits = code.replace(/\s/g, '');
    const step = isTotp(digits) ? this.#parts.secondFactor.stepOf(userId, secret, digits) : null;
    if (step === null) return null;
    return this.#change('two_factor_enabled', caller, userId, async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('two_factor')
        .set({ confirmed_at: new Date(this.#parts.clock.now()), last_step: step })
        .where('user_id', '=', userId)
        .where('secret', '=', secret)
        .where('confirmed_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw notBegun();
      return replaceCodes(trx, userId);
    });
  }

  /** Turns it off; its recovery codes are gone with it. */
  async disable(caller: Caller, userId: string): Promise<void> {
    await this.#change('two_factor_disabled', caller, userId, async (trx) => {
      await trx.deleteFrom('two_factor').where('user_id', '=', userId).execute();
      await trx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
    });
  }

  /**
   * New recovery codes; the old ones are void.
   * @throws TidemarkError CONFLICT where the second factor has just been turned off
   */
  async newCodes(caller: Caller, userId: string): Promise<RecoveryCodes> {
    return this.#change('recovery_codes_replaced', caller, userId, async (trx) => {
      // Held until the transaction ends: of two sets made at the same time one is left.
      const enabled = await selectEnabled(trx, userId).forUpdate().executeTakeFirst();
      if (!enabled) throw notEnabled();
      return replaceCodes(trx, userId);
    });
  }

  /** A change and its event, in one transaction; then the owner hears of it. */
  async #change<T>(
    event: SecurityEventName & NoticeName,
    caller: Caller,
    userId: string,
    work: (trx: UsersDb) => Promise<T>,
  ): Promise<T> {
    const { db, audit, notices } = this.#parts;
    const done = await db.transaction().execute(async (trx) => {
      await audit.record(trx, caller, { event, userId });
      return work(trx);
    });
    notices.tell(event, userId);
    return done;
  }

  async #begun(userId: string): Promise<string> {
    const row = await this.#parts.db
      .selectFrom('two_factor')
      .select('secret')
      .where('user_id', '=', userId)
      .where('confirmed_at', 'is', null)
      .executeTakeFirst();
    if (!row) throw notBegun();
    return row.secret;
  }
}

/** Refuses what needs a second factor where there is none. */
export function notEnabled(): TidemarkError {
  return new TidemarkError('CONFLICT', 'The second factor is off.');
}

function notBegun(): TidemarkError {
  return new TidemarkError('CONFLICT', 'Begin the second factor first, or it is on already.');
}

async function replaceCodes(trx: UsersDb, userId: string): Promise<RecoveryCodes> {
  const codes = newRecoveryCodes();
  await trx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  const rows = codes.map((code) => ({
    user_id: userId,
    hash: hashOfRecoveryCode(code) ?? '',
    used_at: null,
  }));
  await trx.insertInto('recovery_codes').values(rows).execute();
  return { recovery_codes: codes };
}
