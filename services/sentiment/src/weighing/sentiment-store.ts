import type { SentimentPoint } from '@tidemark/contracts/sentiment';
import { sql, type Kysely } from 'kysely';
import type { SentimentTables } from '../tables.ts';
import type { Weighed } from './weigh.ts';

const STEP_MS = 5 * 60_000;

/** What the news of coins came to, every five minutes: the table `sentiments`. */
export class SentimentStore {
  readonly #db: Kysely<SentimentTables>;

  constructor(db: Kysely<SentimentTables>) {
    this.#db = db;
  }

  /** Storing the same five minutes again keeps the last word. @param now epoch ms */
  async store(all: ReadonlyMap<string, Weighed>, now: number): Promise<void> {
    if (all.size === 0) return;
    const timestamp = new Date(Math.floor(now / STEP_MS) * STEP_MS);
    const rows = [...all].map(([coin_id, weighed]) => ({
      ...{ coin_id, timestamp, score: weighed.score, confidence: weighed.confidence },
      positive_pct: weighed.shares.positive,
      negative_pct: weighed.shares.negative,
      neutral_pct: weighed.shares.neutral,
      ...{ stories: weighed.stories, articles: weighed.articles },
    }));
    await this.#db
      .insertInto('sentiments')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['coin_id', 'timestamp']).doUpdateSet((row) => ({
          score: row.ref('excluded.score'),
          confidence: row.ref('excluded.confidence'),
          positive_pct: row.ref('excluded.positive_pct'),
          negative_pct: row.ref('excluded.negative_pct'),
          neutral_pct: row.ref('excluded.neutral_pct'),
          stories: row.ref('excluded.stories'),
          articles: row.ref('excluded.articles'),
        })),
      )
      .execute();
  }

  /** Each coin's score as it stood at a time, at most half an hour before it, epoch ms. */
  async scoresAt(time: number): Promise<Map<string, number>> {
    const rows = await this.#db
      .selectFrom('sentiments')
      .distinctOn('coin_id')
      .select(['coin_id', 'score'])
      .where('timestamp', '<=', new Date(time))
      .where('timestamp', '>', new Date(time - 30 * 60_000))
      .orderBy('coin_id')
      .orderBy('timestamp', 'desc')
      .execute();
    return new Map(rows.map(({ coin_id, score }) => [coin_id, score]));
  }

  /** The last of each hour or day from `from` on, epoch ms, oldest first. @param stepMs an hour or a day */
  async points(coinId: string, from: number, stepMs: number): Promise<SentimentPoint[]> {
    // As a literal: to PostgreSQL two parameters are never the same expression.
    const step = sql.lit(stepMs);
    const bucket = sql<number>`floor(extract(epoch FROM timestamp) * 1000 / ${step})::float8`;
    const rows = await this.#db
      .selectFrom('sentiments')
      .distinctOn(bucket)
      .select([bucket.as('bucket'), 'score', 'positive_pct', 'negative_pct', 'neutral_pct'])
      .select(['stories', 'confidence'])
      .where('coin_id', '=', coinId)
      .where('timestamp', '>=', new Date(from))
      .orderBy(bucket)
      .orderBy('timestamp', 'desc')
      .execute();
    return rows.map(({ bucket, ...row }) => ({ time: bucket * stepMs, ...row }));
  }

  /** Forgets what is older. @param before epoch ms */
  async prune(before: number): Promise<void> {
    await this.#db.deleteFrom('sentiments').where('timestamp', '<', new Date(before)).execute();
  }
}
