import { StoryIndex } from '@tidemark/stories/story-index';
import type { Kysely } from 'kysely';
import type { SentimentTables } from '../tables.ts';

/** How old an article is that a new one may tell the same as, ms. */
const WINDOW_MS = 48 * 3_600_000;

/** An article, as far as stories go. */
export interface Told {
  article_id: number;
  title: string;
  /** Epoch ms. */
  publishedAt: number;
  coins: readonly string[];
  /** Null: not scored. */
  score: number | null;
}

/** Scores nearer to zero than this have no sign. */
const LEAST_SCORE = 0.3;

/**
 * The stories of the last two days, as this replica has read them. It is brought up to date under the lock that everybody holds
 * who adds an article, so that all replicas see the same stories in the same order.
 */
export class KnownStories {
  readonly #index = new StoryIndex();
  /** Stories whose first article the index does not have: what it calls them by, and their ids. */
  readonly #older = new Map<string, number>();
  #through = 0;

  /** Reads what others have added since. @param now epoch ms */
  async catchUp(db: Kysely<SentimentTables>, now: number): Promise<void> {
    const rows = await db
      .selectFrom('articles')
      .select(['article_id', 'title', 'published_at', 'coins', 'score', 'story_id'])
      .where('article_id', '>', this.#through)
      .where('published_at', '>=', new Date(now - WINDOW_MS))
      .orderBy('article_id')
      .execute();
    for (const { published_at, story_id, ...row } of rows) {
      const name = this.#put({ ...row, publishedAt: published_at.getTime() }, now);
      const isFirst = name === String(row.article_id);
      if (isFirst && story_id !== row.article_id) this.#older.set(name, story_id);
    }
  }

  /** The story that an article tells, which may be new: then it has the article's own id. @param now epoch ms */
  storyOf(told: Told, now: number): number {
    const name = this.#put(told, now);
    return this.#older.get(name) ?? Number(name);
  }

  /** What the index calls the story of the article. */
  #put(told: Told, now: number): string {
    this.#through = Math.max(this.#through, told.article_id);
    return this.#index.add(placed(told, now));
  }
}

/** One that is dated in the future is told now: the index would forget all that is older. */
function placed({ article_id, title, publishedAt, coins, score }: Told, now: number) {
  return {
    id: String(article_id),
    title,
    time: Math.min(publishedAt, now),
    coins,
    sign: signOf(score),
  };
}

function signOf(score: number | null): -1 | 0 | 1 {
  if (score === null || Math.abs(score) < LEAST_SCORE) return 0;
  return score < 0 ? -1 : 1;
}
