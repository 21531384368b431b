import type { Clock } from '@tidemark/clock/clock';

/**
 * Waits for work, but no longer than `ms`: true when it ended in time, false when it goes on by itself. Rejects when
 * the work does in time.
 */
export async function within(clock: Clock, ms: number, work: Promise<unknown>): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const cancel = clock.after(ms, () => late.resolve(false));
  return Promise.race([work.then(() => true), late.promise]).finally(cancel);
}
