import type { Caller } from '../audit/caller.ts';

/** What a second factor came to: `missing` where it is on and no code was given. */
export type SecondFactorOutcome = 'not-enabled' | 'passed' | 'missing' | 'wrong';

/** The second proof of a sign-in. Not to be asked within a transaction: it has its own. */
export interface SecondFactor {
  /** Whether codes such as this one could be found by trying: recovery codes could not. */
  isGuessable(code: string): boolean;
  check(userId: string, code: string | undefined, caller: Caller): Promise<SecondFactorOutcome>;
}
