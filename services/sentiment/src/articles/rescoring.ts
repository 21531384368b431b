import type { Rescoring as RescoringView } from '@tidemark/contracts/news';
import type { Clock } from '@tidemark/clock/clock';
import type { Logger } from '@tidemark/telemetry/logger';
import { sql, type Kysely } from 'kysely';
import { isReadable, type Scorer } from '../scoring/scorer.ts';
import type { SentimentTables } from '../tables.ts';
import { holdArticles, noteChange, scoreColumns } from './article-taker.ts';

const BATCH = 500;
const ROUND_MS = 1_000;

/**
 * Scores all articles by the model of now, a batch a second, the newest first. What is left is what another model scored: replicas
 * take batches in turn, and whoever dies leaves nothing half done.
 */
export class Rescoring {
  readonly #db: Kysely<SentimentTables>;
  readonly #parts: { clock: Clock; logger: Logger; scorer: Scorer };
  #cancel: () => void = () => undefined;
  #work = Promise.resolve();
  #isBusy = false;

  constructor(parts: {
    db: Kysely<SentimentTables>;
    clock: Clock;
    logger: Logger;
    scorer: Scorer;
  }) {
    this.#db = parts.db;
    this.#parts = parts;
  }

  start(): void {
    this.#cancel = this.#parts.clock.every(ROUND_MS, () => {
      if (this.#isBusy) return;
      this.#isBusy = true;
      this.#work = this.#round().finally(() => (this.#isBusy = false));
    });
  }

  async stop(): Promise<void> {
    this.#cancel();
    await this.#work;
  }

  /** Has all articles scored anew that another model scored. */
  async begin(): Promise<RescoringView> {
    const { name } = this.#parts.scorer;
    await this.#db.updateTable('news_state').set({ rescoring: name }).execute();
    return this.view();
  }

  async view(): Promise<RescoringView> {
    const { name } = this.#parts.scorer;
    const counted = await this.#db
      .selectFrom('articles')
      .select(({ fn }) => fn.countAll<number>().as('articles'))
      .select(sql<number>`count(*) FILTER (WHERE model = ${name})`.as('scored'))
      .executeTakeFirstOrThrow();
    const { articles, scored } = counted;
    const running = (await this.#wanted()) === name && scored < articles;
    return { model: name, articles, scored, running };
  }

  async #wanted(): Promise<string | null> {
    const state = await this.#db
      .selectFrom('news_state')
      .select('rescoring')
      .executeTakeFirstOrThrow();
    return state.rescoring;
  }

  /** Never throws: what could not be done is done the next time. */
  async #round(): Promise<void> {
    try {
      const { name } = this.#parts.scorer;
      if ((await this.#wanted()) !== name || (await this.#batch())) return;
      const done = this.#db.updateTable('news_state').set({ rescoring: null });
      await done.where('rescoring', '=', name).execute();
    } catch (error) {
      this.#parts.logger.warn(
        { err: error },
        'articles could not be scored anew; it is tried again',
      );
    }
  }

  /** False: nothing is left. */
  #batch(): Promise<boolean> {
    const { scorer } = this.#parts;
    return this.#db.transaction().execute(async (trx) => {
      await holdArticles(trx);
      const rows = await trx
        .selectFrom('articles')
        .select(['article_id', 'title', 'language'])
        .where('model', '!=', scorer.name)
        .orderBy('article_id', 'desc')
        .limit(BATCH)
        .execute();
      if (rows.length === 0) return false;
      const readable = rows.filter(({ language }) => isReadable(language, scorer));
      const scores = await scorer.score(readable.map(({ title }) => title));
      const byId = new Map(readable.map(({ article_id }, i) => [article_id, scores[i] ?? null]));
      for (const { article_id } of rows) {
        await trx
          .updateTable('articles')
          .set(scoreColumns(byId.get(article_id) ?? null, scorer.name))
          .where('article_id', '=', article_id)
          .execute();
      }
      await noteChange(trx);
      return true;
    });
  }
}
