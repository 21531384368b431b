import { TidemarkError } from '@tidemark/contracts/errors';
import type { Readiness } from '@tidemark/contracts/health';
import { waitedFor } from '@tidemark/contracts/waited-for';

/** What there is to say while the process starts. */
export function starting(readiness: Readiness): TidemarkError {
  const what = waitedFor(readiness) ?? 'its first request';
  return new TidemarkError('NOT_READY', `Tidemark is starting: waiting for ${what}.`);
}
