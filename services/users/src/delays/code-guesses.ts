import type { Caller } from '../audit/caller.ts';
import type { UsersBasis } from '../context.ts';
import type { Notices } from '../mail/notices.ts';
import type { DelayKeys } from './delay-keys.ts';
import type { Counted } from './sign-in-delays.ts';

type Parts = Pick<UsersBasis, 'db' | 'audit'> & {
  delayKeys: DelayKeys;
  notices: Notices;
};

/** Wrong codes in a row after which the owner first hears of them. */
const TOLD_FROM = 3;

/** Codes of six digits that are given for an account, by whoever knows its password. */
export class CodeGuesses {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Call after a wrong code: tells the owner of the third one in a row, and whenever they have doubled. */
  async wrong(userId: string, caller: Caller, counted: readonly Counted[]): Promise<void> {
    const { db, audit, notices, delayKeys } = this.#parts;
    const { key } = delayKeys.ofSecondFactor(userId);
    const failures = counted.find((row) => row.key === key)?.after.failures ?? 0;
    if (!isTold(failures)) return;
    const details = { wrong_codes: String(failures) };
    await audit.record(db, caller, { event: 'second_factor_guessed', userId, details });
    notices.tell('second_factor_guessed', userId);
  }
}

/** 3, 6, 12, 24 and so on. */
function isTold(failures: number): boolean {
  return failures >= TOLD_FROM && Number.isInteger(Math.log2(failures / TOLD_FROM));
}
