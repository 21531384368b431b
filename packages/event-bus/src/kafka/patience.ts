import type { Clock } from '@tidemark/clock/clock';
import { NoAnswerError } from './broker-errors.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/** Milliseconds to wait after the n-th failure in a row (from 0): doubling, at most two seconds. */
export function pauseMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures, 10));
}

/** The promise's outcome, or after `ms` a NoAnswerError; what comes later is ignored. */
export async function within<T>(clock: Clock, ms: number, promise: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const cancel = clock.after(ms, () =>
    late.reject(new NoAnswerError(`There was no answer in ${ms} ms.`)),
  );
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    cancel();
  }
}

/** Sleeps; false when the signal ended the sleep. */
export function slept(clock: Clock, ms: number, signal: AbortSignal): Promise<boolean> {
  return clock.sleep(ms, signal).then(
    () => true,
    () => false,
  );
}
