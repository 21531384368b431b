import type { Article, SentimentLabel } from '@tidemark/contracts/news';
import { pageOf, readCursor, type Page } from '@tidemark/service/page-cursor';
import { sql, type Kysely } from 'kysely';
import Type from 'typebox';
import { labelOf } from '../scoring/scorer.ts';
import type { SentimentTables } from '../tables.ts';

/** Which articles. */
export interface ArticleQuery {
  coinId?: string | undefined;
  label?: SentimentLabel | undefined;
  sourceId?: string | undefined;
  language?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Where a page ends: time, epoch ms, and id of its last article. */
const PlaceSchema = Type.Tuple([Type.Integer(), Type.Integer()]);

/** Articles that are out, newest first. @param now epoch ms */
export async function listArticles(
  db: Kysely<SentimentTables>,
  { coinId, label, sourceId, language, limit, cursor }: ArticleQuery,
  now: number,
): Promise<Page<Article>> {
  const place = cursor === undefined ? null : readCursor(cursor, PlaceSchema);
  let query = articleRows(db)
    .where('news_sources.muted', '=', false)
    .where('published_at', '<=', new Date(now))
    .orderBy('published_at', 'desc')
    .orderBy('article_id', 'desc')
    .limit(limit + 1);
  if (coinId !== undefined) query = query.where(sql<boolean>`coins @> ARRAY[${coinId}]`);
  if (sourceId !== undefined) query = query.where('articles.source_id', '=', sourceId);
  if (language !== undefined) query = query.where('articles.language', '=', language);
  if (label !== undefined) {
    query = query.where(sql<boolean>`${sql.ref(label)} = greatest(negative, neutral, positive)`);
  }
  if (place) {
    const [time, id] = place;
    query = query.where(sql<boolean>`(published_at, article_id) < (${new Date(time)}, ${id})`);
  }
  const rows = await query.execute();
  return pageOf(rows, limit, (row) => [row.published_at.getTime(), row.article_id], viewOf);
}

function articleRows(db: Kysely<SentimentTables>) {
  return db
    .selectFrom('articles')
    .innerJoin('news_sources', 'news_sources.source_id', 'articles.source_id')
    .selectAll('articles')
    .select('news_sources.name as source')
    .select(
      sql<number>`(SELECT count(*) FROM articles other WHERE other.story_id = articles.story_id)`.as(
        'told_by',
      ),
    );
}

type ArticleRow = Awaited<ReturnType<ReturnType<typeof articleRows>['execute']>>[number];

function viewOf(row: ArticleRow): Article {
  const { article_id, story_id, title, summary, url, source_id, source, authors } = row;
  return {
    ...{ article_id, story_id, told_by: row.told_by, title, summary, url },
    ...{ source_id, source, authors, language: row.language, coins: row.coins },
    published_at: row.published_at.getTime(),
    updated_at: row.updated_at?.getTime() ?? null,
    fetched_at: row.fetched_at.getTime(),
    sentiment: sentimentOf(row),
  };
}

function sentimentOf({ score, negative, neutral, positive, words, model }: ArticleRow) {
  if (score === null || negative === null || neutral === null || positive === null) return null;
  const probabilities = { negative, neutral, positive };
  return { score, ...probabilities, label: labelOf(probabilities), words: words ?? [], model };
}
