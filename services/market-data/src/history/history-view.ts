import type { Interval } from '@tidemark/contracts/candle';
import { type HistoryView, MISSING_NAMED } from '@tidemark/contracts/feeds';
import type { Listing } from '../coins/listing.ts';
import type { Gap } from '../book/product-book.ts';

export interface HistoryProgress {
  done: number;
  total: number;
  failed: number;
}

/** Candles that are not there. */
export interface Missing {
  listing: Listing;
  interval: Interval;
  range: Gap;
  /** Why; null: their turn has not come. */
  reason: string | null;
  attempts: number;
  /** Milliseconds until they may be asked for again. */
  dueIn: number;
}

/** How far history is, and what is missing of it: what failed most often first. `now`: epoch ms. */
export function historyView(
  progress: HistoryProgress,
  missing: readonly Missing[],
  now: number,
): HistoryView {
  const worstFirst = [...missing].sort((a, b) => b.attempts - a.attempts);
  return {
    ...progress,
    missing: worstFirst.slice(0, MISSING_NAMED).map((one) => ({
      coin_id: one.listing.coinId,
      exchange: one.listing.exchange,
      interval: one.interval,
      from: new Date(one.range.from).toISOString(),
      to: new Date(one.range.to).toISOString(),
      reason: one.reason,
      attempts: one.attempts,
      next_attempt: one.dueIn > 0 ? new Date(Math.ceil(now + one.dueIn)).toISOString() : null,
    })),
    missing_total: missing.length,
  };
}
