import { createHash } from 'node:crypto';
import type { NewsSourceRequest, NewsSourceChange } from '@tidemark/contracts/news';
import { TidemarkError } from '@tidemark/contracts/errors';
import { isPublicAddress } from '@tidemark/outgoing/public-address';
import type { Kysely } from 'kysely';
import { noteChange } from '../articles/article-taker.ts';
import type { SentimentTables } from '../tables.ts';
import type { SourceRow } from './source-store.ts';

/** What an administrator may have. */
const MOST_SOURCES = 200;

/** Sources as an administrator adds and changes them. */
export class SourceChanges {
  readonly #db: Kysely<SentimentTables>;

  constructor(db: Kysely<SentimentTables>) {
    this.#db = db;
  }

  /** Adds a feed, which is read at once. @throws TidemarkError CONFLICT where there is one of its address, or too many */
  async add(
    { name, url, language, weight = 1 }: NewsSourceRequest,
    now: number,
  ): Promise<SourceRow> {
    const address = feedAddress(url);
    const source_id = `feed-${createHash('sha256').update(address).digest('hex').slice(0, 12)}`;
    return this.#db.transaction().execute(async (trx) => {
      const all = await trx.selectFrom('news_sources').select(['source_id', 'url']).execute();
      if (all.some((one) => one.source_id === source_id || one.url === address)) {
        throw new TidemarkError('CONFLICT', 'There is a source of this address.');
      }
      if (all.length >= MOST_SOURCES) {
        throw new TidemarkError('CONFLICT', `There are at most ${MOST_SOURCES} sources.`);
      }
      return trx
        .insertInto('news_sources')
        .values({
          ...{ source_id, kind: 'feed', name, url: address, language: language ?? null, weight },
          ...{ built_in: false, next_at: new Date(now) },
        })
        .returningAll()
        .executeTakeFirstOrThrow();
    });
  }

  /** Names, weighs, mutes; what it told before counts by it from then on. @throws TidemarkError RESOURCE_NOT_FOUND */
  async change(sourceId: string, change: NewsSourceChange): Promise<SourceRow> {
    return this.#db.transaction().execute(async (trx) => {
      const changed = await trx
        .updateTable('news_sources')
        // An empty change changes nothing, and still says what there is.
        .set({ ...change, source_id: sourceId })
        .where('source_id', '=', sourceId)
        .returningAll()
        .executeTakeFirst();
      if (!changed) throw new TidemarkError('RESOURCE_NOT_FOUND', 'There is no such source.');
      await noteChange(trx);
      return changed;
    });
  }
}

/** @throws TidemarkError INVALID_REQUEST where it is no address of the web, or one of this machine's network */
function feedAddress(text: string): string {
  const refuse = (reason: string) =>
    new TidemarkError('INVALID_REQUEST', 'The address cannot be read', [
      { field: 'body.url', reason },
    ]);
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw refuse('is no address of the web');
  if (url.username !== '' || url.password !== '') throw refuse('has a name or a password in it');
  const isLiteral = /^[\d.]+$|^\[/.test(url.hostname);
  if (url.hostname === 'localhost' || (isLiteral && !isPublicAddress(url.hostname))) {
    throw refuse('is an address of this machine or its network');
  }
  url.hash = '';
  return url.href;
}
