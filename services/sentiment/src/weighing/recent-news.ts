import { MARKET_NEWS } from '@tidemark/contracts/sentiment';
import { sql, type Kysely } from 'kysely';
import type { SentimentTables } from '../tables.ts';
import { USUAL_DAYS } from './volume.ts';
import { WINDOW_HOURS, type WeighedArticle } from './weigh.ts';

const HOUR_MS = 3_600_000;

/** The articles that count now. */
export interface RecentNews {
  /** Scored ones of the window, by coin; those of all under `market`. */
  scored: ReadonlyMap<string, readonly WeighedArticle[]>;
  /** When each story of the last 15 days began, epoch ms, by coin. */
  storyTimes: ReadonlyMap<string, readonly number[]>;
  /** When the oldest article of all was published, and when the first of all was fetched, epoch ms; null: there is none. */
  since: number | null;
  began: number | null;
  /** Of sources that count. */
  weights: ReadonlyMap<string, number>;
}

/** Reads what sentiment is made of. @param now epoch ms */
export async function readRecentNews(
  db: Kysely<SentimentTables>,
  now: number,
): Promise<RecentNews> {
  const [scored, stories, oldest, first, sources] = await Promise.all([
    readScored(db, now - WINDOW_HOURS * HOUR_MS, now),
    db
      .selectFrom('articles')
      .innerJoin('news_sources', 'news_sources.source_id', 'articles.source_id')
      .select(({ fn }) => ['story_id', 'coins', fn.min('published_at').as('began')])
      .where('published_at', '>', new Date(now - (USUAL_DAYS + 1) * 24 * HOUR_MS))
      .where('published_at', '<=', new Date(now))
      .where('muted', '=', false)
      .groupBy(['story_id', 'coins'])
      .execute(),
    db
      .selectFrom('articles')
      .select(sql<Date | null>`min(published_at)`.as('at'))
      .executeTakeFirstOrThrow(),
    // By its id, which grows with each: no index has the time.
    db
      .selectFrom('articles')
      .select('fetched_at')
      .orderBy('article_id')
      .limit(1)
      .executeTakeFirst(),
    db
      .selectFrom('news_sources')
      .select(['source_id', 'weight'])
      .where('muted', '=', false)
      .execute(),
  ]);
  return {
    scored,
    storyTimes: timesByCoin(stories),
    since: oldest.at?.getTime() ?? null,
    began: first?.fetched_at.getTime() ?? null,
    weights: new Map(sources.map(({ source_id, weight }) => [source_id, weight])),
  };
}

/** Scored articles that were published in (from, to], epoch ms, by coin; those of all under `market`. */
export async function readScored(
  db: Kysely<SentimentTables>,
  from: number,
  to: number,
): Promise<Map<string, WeighedArticle[]>> {
  const rows = await db
    .selectFrom('articles')
    .select(['source_id', 'published_at', 'coins', 'story_id'])
    .select(['negative', 'neutral', 'positive'])
    .where('published_at', '>', new Date(from))
    .where('published_at', '<=', new Date(to))
    .where('score', 'is not', null)
    .execute();
  const byCoin = new Map<string, WeighedArticle[]>();
  for (const { coins, source_id, story_id, published_at, ...row } of rows) {
    const { negative, neutral, positive } = row;
    const article = {
      ...{ sourceId: source_id, storyId: story_id, publishedAt: published_at.getTime() },
      ...{ negative: negative ?? 0, neutral: neutral ?? 0, positive: positive ?? 0 },
    };
    for (const coin of [MARKET_NEWS, ...coins]) putInto(byCoin, coin, article);
  }
  return byCoin;
}

/** Articles of one story may differ in their coins: it begins once for each. */
function timesByCoin(
  stories: readonly { story_id: number; coins: string[]; began: Date }[],
): Map<string, number[]> {
  const began = new Map<string, Map<number, number>>();
  for (const { story_id, coins, began: at } of stories) {
    for (const coin of [MARKET_NEWS, ...coins]) {
      const times = began.get(coin) ?? new Map<number, number>();
      began.set(coin, times);
      times.set(story_id, Math.min(at.getTime(), times.get(story_id) ?? Infinity));
    }
  }
  return new Map([...began].map(([coin, times]) => [coin, [...times.values()]]));
}

function putInto<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
