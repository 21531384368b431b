import { type Transaction } from 'kysely';
import type { SentimentTables } from '../tables.ts';
import type { Version } from './article-identity.ts';
import type { ReadItem } from './read-item.ts';

/** A version that is stored, or is about to be: then it has no id yet. */
export interface KnownVersion extends Version {
  article_id: number | undefined;
}

/** The newest version of each article of a source that some items may be. */
export class ArticleVersions {
  readonly #byId = new Map<string, KnownVersion>();
  readonly #byUrl = new Map<string, KnownVersion>();
  readonly #others = new Set<ReadItem>();

  static async of(
    trx: Transaction<SentimentTables>,
    sourceId: string,
    items: readonly ReadItem[],
  ): Promise<ArticleVersions> {
    const ids = items.map(({ item }) => item.id);
    const urls = items.map(({ item }) => item.url);
    const rows = await trx
      .selectFrom('articles')
      .select(['article_id', 'external_id', 'url', 'hash', 'published_at'])
      .where('source_id', '=', sourceId)
      .where((where) => where.or([where('external_id', 'in', ids), where('url', 'in', urls)]))
      .orderBy('article_id')
      .execute();
    const versions = new ArticleVersions();
    for (const { article_id, external_id: id, url, hash, published_at } of rows) {
      versions.#put({ id, url }, { article_id, hash, publishedAt: published_at.getTime() });
    }
    return versions;
  }

  /** By its id, else by its address. */
  newest({ item }: ReadItem): KnownVersion | undefined {
    return this.#byId.get(item.id) ?? this.#byUrl.get(item.url);
  }

  /** Whether it is a new article under an id that another had, and says something else. */
  isOther(one: ReadItem): boolean {
    return this.#others.has(one);
  }

  /** The item is its article's newest version from here on. */
  note(one: ReadItem): void {
    const { item, hash, publishedAt } = one;
    const before = this.newest(one);
    if (before && before.hash !== hash) this.#others.add(one);
    this.#put(item, { article_id: undefined, hash, publishedAt });
  }

  #put({ id, url }: { id: string; url: string }, version: KnownVersion): void {
    this.#byId.set(id, version);
    this.#byUrl.set(url, version);
  }
}
