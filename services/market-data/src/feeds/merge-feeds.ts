import {
  type FeedStatus,
  type FeedsView,
  type HistoryView,
  MISSING_NAMED,
} from '@tidemark/contracts/feeds';

/** From the best to the worst. */
const STATUSES: readonly FeedStatus['status'][] = ['live', 'connecting', 'stalled', 'down'];

/** What the replicas say of the venues, as one: a venue is as well as the replica that reads it best. */
export function mergeFeeds(views: readonly [FeedsView, ...FeedsView[]]): FeedsView {
  const [own] = views;
  const venues = new Set(views.flatMap((view) => view.feeds.map((feed) => feed.exchange)));
  return {
    market: own.market,
    history: mergeHistories(views.map((view) => view.history)),
    feeds: [...venues].flatMap((exchange) =>
      mergeVenue(views.flatMap((v) => v.feeds.filter((feed) => feed.exchange === exchange))),
    ),
    replicas: views.length,
  };
}

/** Each replica speaks of the books that it owns. */
function mergeHistories(histories: readonly HistoryView[]): HistoryView {
  const sum = (of: (view: HistoryView) => number) => histories.reduce((all, v) => all + of(v), 0);
  const missing = histories.flatMap((history) => history.missing);
  return {
    done: sum((history) => history.done),
    total: sum((history) => history.total),
    failed: sum((history) => history.failed),
    missing: missing.sort((a, b) => b.attempts - a.attempts).slice(0, MISSING_NAMED),
    missing_total: sum((history) => history.missing_total),
  };
}

function mergeVenue(feeds: readonly FeedStatus[]): FeedStatus[] {
  const best = [...feeds].sort((a, b) => rank(a) - rank(b))[0];
  if (!best) return [];
  const sum = (of: (feed: FeedStatus) => number) => feeds.reduce((total, f) => total + of(f), 0);
  return [
    {
      exchange: best.exchange,
      status: best.status,
      connected_since: best.connected_since,
      last_message_age_ms: smallest(feeds.map((feed) => feed.last_message_age_ms)),
      clock_offset_ms: farthest(feeds.map((feed) => feed.clock_offset_ms)),
      products: Math.max(...feeds.map((feed) => feed.products)),
      unlisted: [...new Set(feeds.flatMap((feed) => feed.unlisted))].sort(),
      messages: sum((feed) => feed.messages),
      trades: sum((feed) => feed.trades),
      duplicates: sum((feed) => feed.duplicates),
      reconnects: sum((feed) => feed.reconnects),
      holes_open: sum((feed) => feed.holes_open),
      trades_repaired: sum((feed) => feed.trades_repaired),
      refused: sumByReason(feeds.map((feed) => feed.refused)),
      last_error: feeds.find((feed) => feed.last_error !== null)?.last_error ?? null,
    },
  ];
}

function rank(feed: FeedStatus): number {
  return STATUSES.indexOf(feed.status);
}

function smallest(ages: readonly (number | null)[]): number | null {
  const known = ages.filter((age) => age !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

/** The one that is most off: a wrong clock of any replica shows. */
function farthest(offsets: readonly (number | null)[]): number | null {
  const known = offsets.filter((offset) => offset !== null);
  return known.sort((a, b) => Math.abs(b) - Math.abs(a))[0] ?? null;
}

function sumByReason(counts: readonly Record<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [reason, count] of counts.flatMap((each) => Object.entries(each))) {
    sums[reason] = (sums[reason] ?? 0) + count;
  }
  return sums;
}
