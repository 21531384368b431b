import { createHash } from 'node:crypto';
import type { SentimentLabel } from '@tidemark/contracts/news';
import { TidemarkError } from '@tidemark/contracts/errors';
import type { Kysely } from 'kysely';
import type { SentimentTables } from '../tables.ts';

/** What people say articles sound like. They are kept for the next training, and change nothing else. */
export class Opinions {
  readonly #db: Kysely<SentimentTables>;

  constructor(db: Kysely<SentimentTables>) {
    this.#db = db;
  }

  /** The last word of somebody counts. @throws TidemarkError RESOURCE_NOT_FOUND @param now epoch ms */
  async say(articleId: number, userId: string, label: SentimentLabel, now: number): Promise<void> {
    const article = await this.#db
      .selectFrom('articles')
      .select('article_id')
      .where('article_id', '=', articleId)
      .executeTakeFirst();
    if (!article) throw new TidemarkError('RESOURCE_NOT_FOUND', 'There is no such article.');
    const said_at = new Date(now);
    await this.#db
      .insertInto('article_opinions')
      .values({ article_id: articleId, said_by: saidBy(articleId, userId), label, said_at })
      .onConflict((conflict) =>
        conflict.columns(['article_id', 'said_by']).doUpdateSet({ label, said_at }),
      )
      .execute();
  }

  /** What somebody says an article sounds like; null where they said nothing. */
  async of(articleId: number, userId: string): Promise<SentimentLabel | null> {
    const opinion = await this.#db
      .selectFrom('article_opinions')
      .select('label')
      .where('article_id', '=', articleId)
      .where('said_by', '=', saidBy(articleId, userId))
      .executeTakeFirst();
    return opinion?.label ?? null;
  }

  /** Takes back what somebody said; nothing where they said nothing. */
  async takeBack(articleId: number, userId: string): Promise<void> {
    await this.#db
      .deleteFrom('article_opinions')
      .where('article_id', '=', articleId)
      .where('said_by', '=', saidBy(articleId, userId))
      .execute();
  }
}

function saidBy(articleId: number, userId: string): string {
  return createHash('sha256').update(`${articleId} ${userId}`).digest('hex');
}
