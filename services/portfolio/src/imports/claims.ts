import type { Clock } from '@tidemark/clock/clock';

/** How long a process has what it works at without saying that it is still there, ms. */
const CLAIM_MS = 30_000;
const RENEW_EVERY_MS = 5_000;
/** How often work is begun that never ends, as where it ends the process. */
export const MAX_ATTEMPTS = 3;

export function claimEnd(clock: Clock): Date {
  return new Date(clock.now() + CLAIM_MS);
}

/** Whether nobody works at it: the process that did has gone. */
export function isAbandoned(row: { claimed_until: Date | null }, clock: Clock): boolean {
  return row.claimed_until === null || row.claimed_until.getTime() <= clock.now();
}

/**
 * Does `work`, and says meanwhile that it is being done.
 * @param renew answers whether it is still ours
 * @param lost called once it is not
 */
export async function whileClaimed(
  clock: Clock,
  { renew, lost }: { renew: () => Promise<boolean>; lost: () => void },
  work: () => Promise<void>,
): Promise<void> {
  let asking = false;
  const cancel = clock.every(RENEW_EVERY_MS, () => {
    if (asking) return;
    asking = true;
    renew()
      .then((ours) => {
        if (!ours) lost();
      })
      .catch(() => undefined)
      .finally(() => (asking = false));
  });
  try {
    await work();
  } finally {
    cancel();
  }
}
