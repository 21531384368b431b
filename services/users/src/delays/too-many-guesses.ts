import { TidemarkError } from '@tidemark/contracts/errors';

/** Nothing is checked for now; the answer says in `Retry-After` until when. */
export class TooManyGuesses extends TidemarkError {
  /** Whole seconds, at least 1. */
  readonly retryAfterS: number;

  constructor(waitMs: number) {
    super('RATE_LIMITED', 'Too many failed attempts. Wait a moment, then try again.');
    this.retryAfterS = Math.max(1, Math.ceil(waitMs / 1000));
  }
}
