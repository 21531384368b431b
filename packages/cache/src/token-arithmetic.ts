import type { TokenAnswer, TokenBucket } from './cache.ts';

/**
 * A ten-millionth of a token. Debts are sums of floating-point fractions: a token that came back to the last digit
 * counts as whole. What is given is counted in full, so that nothing adds up.
 */
export const TOLERANCE = 1e-7;

/** What is still missing of a bucket after `elapsedMs`; clocks that go back give nothing. */
export function debtAfter(debt: number, elapsedMs: number, { perSecond }: TokenBucket): number {
  return Math.max(0, debt - (Math.max(0, elapsedMs) * perSecond) / 1000);
}

/** Whether a bucket that lacks `debt` tokens has one to give. */
export function hasToken(debt: number, { capacity }: TokenBucket): boolean {
  return debt + 1 <= capacity + TOLERANCE;
}

/** The answer to who asked, `debt` being what the bucket lacks after it. */
export function tokenAnswer(allowed: boolean, debt: number, bucket: TokenBucket): TokenAnswer {
  const { capacity, perSecond } = bucket;
  return {
    allowed,
    remaining: Math.max(0, Math.floor(capacity - debt + TOLERANCE)),
    retryAfterMs: allowed ? 0 : wholeMs((debt + 1 - capacity) / perSecond),
    fullInMs: wholeMs(debt / perSecond),
  };
}

/** @throws RangeError when the bucket can never give a token, or is not a bucket of numbers */
export function checkBucket({ capacity, perSecond }: TokenBucket): void {
  if (capacity >= 1 && perSecond > 0 && Number.isFinite(capacity + perSecond)) return;
  throw new RangeError('A bucket holds at least one token, and tokens come back.');
}

function wholeMs(seconds: number): number {
  return Math.ceil(seconds * 1000 - TOLERANCE);
}
