import type { NewsSource } from '@tidemark/contracts/news';
import type { Kysely } from 'kysely';
import type { SentimentConfig } from '../config.ts';
import { hasKey, KINDS } from '../sources/source-kind.ts';
import { isNeverRead, type SourceRow } from '../sources/source-store.ts';
import type { SentimentTables } from '../tables.ts';

/** Articles of the last 24 hours by source. @param now epoch ms */
export async function articlesBySource(
  db: Kysely<SentimentTables>,
  now: number,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('articles')
    .select(({ fn }) => ['source_id', fn.countAll<number>().as('count')])
    .where('fetched_at', '>', new Date(now - 86_400_000))
    .groupBy('source_id')
    .execute();
  return new Map(rows.map(({ source_id, count }) => [source_id, count]));
}

/** A source, and how reading it goes. @param articles of the last 24 hours */
export function sourceView(row: SourceRow, config: SentimentConfig, articles: number): NewsSource {
  const { source_id, kind, name, url, language, weight, muted, failures, error } = row;
  return {
    ...{ source_id, kind, name, url, language, weight, muted, failures, error },
    cost: KINDS[kind].cost,
    interval_s: KINDS[kind].intervalMs / 1_000,
    status: statusOf(row, config),
    last_ok_at: row.last_ok_at?.getTime() ?? null,
    next_at: isNeverRead(row) || muted ? null : row.next_at.getTime(),
    articles_24h: articles,
    ...{ refused: row.refused, refused_why: row.refused_why },
  };
}

function statusOf(row: SourceRow, config: SentimentConfig): NewsSource['status'] {
  if (row.muted) return 'muted';
  if (!hasKey(row.kind, config)) return 'no_key';
  if (row.failures > 0) return 'failing';
  return row.last_ok_at === null ? 'waiting' : 'ok';
}
