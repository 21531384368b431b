import type { Article } from '@tidemark/contracts/news';
import type { Page } from '../../api/envelope-query.ts';

/** What is read of a list of news, while newer come. */
export interface Feed {
  /** Newest first. */
  shown: readonly Article[];
  /** Those that came since; they are shown when they are asked for, so that nothing moves under whoever reads. */
  waiting: readonly Article[];
  /** What asks for those after the last that is shown; null: it was the last. */
  next: string | null;
  /** What asks for those after `waiting`, where there may be others between them and what is shown. */
  gap: string | null;
}

/** A list as its first page has it. */
export function feedOf({ items, next }: Page<Article>): Feed {
  return { shown: items, waiting: [], next, gap: null };
}

const byAge = (a: Article, b: Article) =>
  b.published_at - a.published_at || b.article_id - a.article_id;

/** The newest page again: what is shown says what it says now, what is new waits. Where nothing is shown yet, all is shown. */
export function withNewest(feed: Feed, { items, next }: Page<Article>): Feed {
  if (feed.shown.length === 0) return feedOf({ items, next });
  const now = new Map(items.map((article) => [article.article_id, article]));
  const shown = feed.shown.map((article) => now.get(article.article_id) ?? article);
  const known = new Set(shown.map(({ article_id }) => article_id));
  const waiting = items.filter(({ article_id }) => !known.has(article_id));
  const isApart = waiting.length > 0 && waiting.length === items.length;
  return { ...feed, shown, waiting, gap: isApart ? next : null };
}

/** With those that waited; where others may lie between, what was shown makes way. */
export function withWaiting({ shown, waiting, next, gap }: Feed): Feed {
  if (gap !== null) return { shown: waiting, waiting: [], next: gap, gap: null };
  return { shown: [...waiting, ...shown].toSorted(byAge), waiting: [], next, gap: null };
}

/** With a page of older ones. */
export function withOlder(feed: Feed, { items, next }: Page<Article>): Feed {
  const known = new Set(feed.shown.map(({ article_id }) => article_id));
  const older = items.filter(({ article_id }) => !known.has(article_id));
  return { ...feed, shown: [...feed.shown, ...older], next };
}
