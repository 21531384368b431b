import type { FeedsView } from '@tidemark/contracts/feeds';
import { marketHealth } from '../../../apps/web/src/market/market-health.ts';

/** What the page's header and its line of trouble say of these feeds, while the page's own line holds. */
export function pageSays(feeds: FeedsView | null, allStale: boolean, now: number): string {
  const line = { status: 'open', since: 0 } as const;
  const facts = { feeds: feeds ?? undefined, unreachableSince: null, stream: line, allStale, now };
  const { label, problem, note } = marketHealth(facts);
  return [label, problem, note?.text ?? null].filter((words) => words !== null).join(': ');
}
