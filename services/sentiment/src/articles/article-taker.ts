import type { Clock } from '@tidemark/clock/clock';
import type { NewsItem } from '@tidemark/news/news-item';
import { sql, type Kysely, type Transaction } from 'kysely';
import PQueue from 'p-queue';
import type { Scorer } from '../scoring/scorer.ts';
import type { SentimentTables } from '../tables.ts';
import { identityOf } from './article-identity.ts';
import { ArticleVersions, type KnownVersion } from './article-versions.ts';
import type { KnownStories } from './known-stories.ts';
import type { ReadItem } from './read-item.ts';

type Trx = Transaction<SentimentTables>;

export interface ArticleTakerParts {
  db: Kysely<SentimentTables>;
  clock: Clock;
  scorer: Scorer;
}

/** Where items come from. */
export interface Origin {
  source_id: string;
  /** ISO 639-1, of most of its articles. */
  language: string | null;
}

/** What came of the items of a reading. */
export interface Taken {
  added: number;
  changed: number;
}

const NOTHING: Taken = { added: 0, changed: 0 };

/**
 * Puts what sources tell into the database: each article once, in its story, with its score. All of a reading goes in together, or
 * nothing of it; replicas take turns, so that two of them that read the same see each other's articles.
 */
export class ArticleTaker {
  readonly #parts: ArticleTakerParts;
  #stories: KnownStories | null = null;
  readonly #turns = new PQueue({ concurrency: 1 });

  constructor(parts: ArticleTakerParts) {
    this.#parts = parts;
  }

  async take(origin: Origin, items: readonly NewsItem[]): Promise<Taken> {
    if (items.length === 0) return NOTHING;
    const { scorer, clock } = this.#parts;
    // What reads texts is loaded with the first of them: a process that starts need not wait for it.
    const { readItems } = await import('./read-item.ts');
    const { KnownStories } = await import('./known-stories.ts');
    const read = await readItems(items, origin.language, { scorer, now: clock.now() });
    return this.#turns.add(() => {
      this.#stories ??= new KnownStories();
      return this.#store(origin, read, this.#stories);
    });
  }

  async #store(origin: Origin, read: readonly ReadItem[], stories: KnownStories): Promise<Taken> {
    try {
      return await this.#parts.db.transaction().execute(async (trx) => {
        await holdArticles(trx);
        const known = await ArticleVersions.of(trx, origin.source_id, read);
        const [added, changed]: [ReadItem[], [ReadItem, KnownVersion][]] = [[], []];
        for (const one of read) {
          const version = known.newest(one);
          const kind = identityOf(one, version);
          if (kind === 'known') continue;
          if (kind === 'new') added.push(one);
          else if (version?.article_id !== undefined) changed.push([one, version]);
          known.note(one);
        }
        for (const [one, { article_id }] of changed) await this.#change(trx, article_id ?? 0, one);
        await this.#add(trx, origin, added, { known, stories });
        if (added.length + changed.length > 0) await noteChange(trx);
        return { added: added.length, changed: changed.length };
      });
    } catch (error) {
      this.#stories = null;
      throw error;
    }
  }

  async #add(
    trx: Trx,
    { source_id }: Origin,
    added: readonly ReadItem[],
    { known, stories }: { known: ArticleVersions; stories: KnownStories },
  ): Promise<void> {
    if (added.length === 0) return;
    const now = this.#parts.clock.now();
    await stories.catchUp(trx, now);
    const ids = await newIds(trx, added.length);
    const oldestFirst = added.toSorted((a, b) => a.publishedAt - b.publishedAt);
    const rows = oldestFirst.map((one, i) => {
      const article_id = ids[i] ?? 0;
      const { title } = one.item;
      const told = { ...one, article_id, title, score: one.score?.score ?? null };
      const story = stories.storyOf(told, now);
      // What keeps its id and says something else is another story, however much its title is the same.
      const story_id = known.isOther(one) ? article_id : story;
      return { ...this.#columns(one), source_id, article_id, story_id, fetched_at: new Date(now) };
    });
    await trx.insertInto('articles').values(rows).execute();
  }

  async #change(trx: Trx, articleId: number, one: ReadItem): Promise<void> {
    const { published_at: _, ...columns } = this.#columns(one);
    await trx.updateTable('articles').set(columns).where('article_id', '=', articleId).execute();
  }

  #columns({ item, publishedAt, hash, language, coins, score }: ReadItem) {
    const { id, url, title, summary, authors, updatedAt } = item;
    return {
      ...{ external_id: id, url, title, summary, authors, language, hash, coins },
      published_at: new Date(publishedAt),
      updated_at: updatedAt === null ? null : new Date(updatedAt),
      ...scoreColumns(score, this.#parts.scorer.name),
    };
  }
}

/** @param model that scored it, or could not read it */
export function scoreColumns(score: ReadItem['score'], model: string) {
  return {
    score: score?.score ?? null,
    negative: score?.negative ?? null,
    neutral: score?.neutral ?? null,
    positive: score?.positive ?? null,
    words: score && JSON.stringify(score.words),
    model: score?.model ?? model,
  };
}

/** Until the transaction's end nobody else adds or changes articles. */
export async function holdArticles(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(current_schema() || '.articles'))`.execute(trx);
}

/** What sentiment is made of is another from here on. */
export async function noteChange(trx: Kysely<SentimentTables>): Promise<void> {
  await trx
    .updateTable('news_state')
    .set({ version: sql<number>`version + 1` })
    .execute();
}

async function newIds(trx: Trx, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT nextval(pg_get_serial_sequence('articles', 'article_id'))::int AS id
    FROM generate_series(1, ${count}::int)`.execute(trx);
  return rows.map(({ id }) => id);
}
