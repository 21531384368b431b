import type { Clock } from '@tidemark/clock/clock';
import { isNotAMember, isRebalancing } from './broker-errors.ts';
import { slept } from './patience.ts';
import { SESSION_TIMEOUT_MS } from './membership.ts';

/** Also how long a member may not know that the group is being shared out anew. */
const INTERVAL_MS = 1_000;

/** What heartbeats found: join again, keeping the partitions; or the partitions may be another's. */
export type Verdict = 'rebalance' | 'lost';

/**
 * Tells the coordinator that the member lives, until it answers that something changed, or until nothing came back for
 * as long as after which it gives the partitions away. Aborting the signal ends it with `rebalance`.
 */
export async function heartbeats(
  beat: () => Promise<void>,
  clock: Clock,
  onFailure: (error: unknown) => void,
  signal: AbortSignal,
): Promise<Verdict> {
  let answeredAt = clock.monotonic();
  while (await slept(clock, INTERVAL_MS, signal)) {
    const sentAt = clock.monotonic();
    try {
      await beat();
      answeredAt = sentAt;
    } catch (error) {
      if (isRebalancing(error)) return 'rebalance';
      if (isNotAMember(error)) return 'lost';
      onFailure(error);
    }
    if (clock.monotonic() - answeredAt > SESSION_TIMEOUT_MS) return 'lost';
  }
  return 'rebalance';
}
